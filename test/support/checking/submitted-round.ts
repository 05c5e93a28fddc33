import type { DataSource } from 'typeorm';
import { createHash } from 'node:crypto';
import type { RoundId } from '../../../src/core/identifiers.js';

/** The round of {@link insertSubmittedRound}. */
export const submittedRound = '0198c0de-0000-7000-8000-000000000002' as RoundId;

/** Case 9001 with a submitted round of `count` opaque records; connect as the login itself. */
export async function insertSubmittedRound(
  owner: DataSource,
  count: number,
  state = 'submitted',
): Promise<void> {
  await owner.query(
    `INSERT INTO referendum_case VALUES ('9001', '主文', '理由', $1, '', '', 1000, 15, '2025-07-01', $2)`,
    [Buffer.alloc(32), state],
  );
  await owner.query(
    `INSERT INTO round (id, case_number, ordinal, access_code_digest, code_issued_on, first_day, last_day, opened_on,
       submitted_at, submission_statement, submission_wrapped_key, submitted_count, submitted_root)
     VALUES ($1, '9001', 1, $2, '2025-07-31', '2025-08-01', '2026-01-31', '2025-08-01', now(), '', '', $3, $2)`,
    [submittedRound, Buffer.alloc(32), count],
  );
  await insertRecords(owner, submittedRound, count);
}

/** Opaque records `record-0`… of a round. */
export async function insertRecords(owner: DataSource, round: RoundId, count: number): Promise<void> {
  const records = Array.from({ length: count }, (_, i) => Buffer.from(`record-${i}`));
  await owner.query(
    `INSERT INTO sealed_record SELECT $1, substring(commitment FOR 16), record, commitment, '2025-08-01'
     FROM unnest($2::bytea[], $3::bytea[]) AS r (record, commitment)`,
    [round, records, records.map((record) => createHash('sha256').update(record).digest())],
  );
}
