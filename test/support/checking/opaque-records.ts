import { createHash, randomInt } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { PostgresRecordSource } from '../../../src/adapters/postgres/checking/record-source.js';
import { PostgresVerdictStore } from '../../../src/adapters/postgres/checking/verdict-store.js';
import type { CaseMove } from '../../../src/cases/index.js';
import type { Claim } from '../../../src/checking/batch/claim.js';
import type { RoundVerifier } from '../../../src/checking/batch/round-verifier.js';
import type { StoredRecord } from '../../../src/checking/ports.js';
import type { CaseNumber, RoundId } from '../../../src/core/identifiers.js';
import { commissionDecryptionKey } from './paper-scene.js';
import type { WholeRun } from './whole-run.js';

/** The round of {@link insertSubmittedRound}. */
export const submittedRound = '0198c0de-0000-7000-8000-000000000002' as RoundId;

/** The step of case 9001 with which its check starts. */
export const startCheck: CaseMove = {
  caseNumber: '9001' as CaseNumber,
  from: 'submitted',
  to: 'checking',
  entryOf: () => ({
    at: new Date('2026-02-02T00:00:00Z'),
    actor: 'system',
    action: 'case-start-check',
    caseNumber: '9001' as CaseNumber,
  }),
};

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
       origin, certificate_policy_digest, holder_tag_key_check, mode, commission_round_key, submitted_at, submission_statement, submission_wrapped_key, submitted_count, submitted_root)
     VALUES ($1, '9001', 1, $2, '2025-07-31', '2025-08-01', '2026-01-31', '2025-08-01', 'https://lianshu.test.invalid', $2, $2, 'number-to-lead', $2, now(),
       '', '', $3, $2)`,
    [submittedRound, Buffer.alloc(32), count],
  );
  await insertRecords(owner, submittedRound, count);
}

/** Opaque records `record-0`… of a round. */
async function insertRecords(owner: DataSource, round: RoundId, count: number): Promise<void> {
  const records = Array.from({ length: count }, (_, i) => Buffer.from(`record-${i}`));
  await owner.query(
    `INSERT INTO sealed_record SELECT $1, substring(commitment FOR 16), record, commitment, '2025-08-01'
     FROM unnest($2::bytea[], $3::bytea[]) AS r (record, commitment)`,
    [round, records, records.map((record) => createHash('sha256').update(record).digest())],
  );
}

/** What `record-i` claims: number i % 20, signed in the order of i. */
function claimOf({ commitment, record }: StoredRecord): Claim {
  const index = indexOf(record);
  const nationalId = `A1234567${String(index % 20).padStart(2, '0')}`;
  return { commitment, nationalId, signedAt: index, challengeIssuedAt: 0 };
}

/** How each opaque record is checked: every seventh can't be opened, the others claim as {@link claimOf} says. */
export const opaqueVerifier: Pick<RoundVerifier, 'verify'> = {
  verify: (records) =>
    Promise.resolve(
      records.map((record) =>
        indexOf(record.record) % 7 === 0
          ? { kind: 'struck-out', commitment: record.commitment, code: 'E01' }
          : { kind: 'good', claim: claimOf(record) },
      ),
    ),
};

/** A run over opaque records, in chunks of ten. */
export function opaqueRun(checking: DataSource, recordsPerChunk = 10): WholeRun {
  return {
    records: new PostgresRecordSource(checking),
    verdicts: new PostgresVerdictStore(checking, recordsPerChunk),
    verifier: opaqueVerifier,
    commissionDecryptionKey,
    standing: [],
    paper: { rows: [], standing: [] },
    randomBelow: (maximum) => randomInt(maximum),
  };
}

/** What {@link opaqueVerifier} and the search for duplicates come to for `record-i`. */
export function expectedVerdict(index: number): 'E01' | 'D01' | '00' {
  if (index % 7 === 0) return 'E01';
  for (let earlier = index - 20; earlier >= 0; earlier -= 20) if (earlier % 7 !== 0) return 'D01';
  return '00';
}

/** The verdicts as they are stored, by the i of `record-i`; connect as the owner. */
export async function verdictsOf(owner: DataSource): Promise<ReadonlyMap<number, string>> {
  const rows = await owner.query<{ record: Buffer; code: string | null }[]>(
    'SELECT record, code FROM sealed_record JOIN verdict USING (round_id, commitment)',
  );
  return new Map(
    rows
      .map(({ record, code }) => [indexOf(record), code ?? '00'] as const)
      .sort(([one], [other]) => one - other),
  );
}

/** The i of `record-i`. */
export function indexOf(record: Uint8Array): number {
  return Number(Buffer.from(record).toString().slice('record-'.length));
}
