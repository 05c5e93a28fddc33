import { randomInt } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { PostgresRecordSource, PostgresVerdictStore } from '../../../src/adapters/postgres/checking/index.js';
import type { Claim } from '../../../src/checking/duplicates.js';
import type { StoredRecord } from '../../../src/checking/ports.js';
import type { BatchRun } from '../../../src/checking/run-batch.js';

/** What `record-i` claims: number i % 20, signed in the order of i. */
function claimOf({ commitment, record }: StoredRecord): Claim {
  const index = indexOf(record);
  const nationalId = `A1234567${String(index % 20).padStart(2, '0')}`;
  return { commitment, nationalId, signedAt: index, challengeIssuedAt: 0 };
}

/** A run over opaque records: every seventh can't be opened, the others claim as {@link claimOf} says. */
export function opaqueRun(staff: DataSource): BatchRun {
  return {
    records: new PostgresRecordSource(staff),
    verdicts: new PostgresVerdictStore(staff),
    judge: (record) =>
      Promise.resolve(
        indexOf(record.record) % 7 === 0
          ? { kind: 'struck-out', commitment: record.commitment, code: 'E01' }
          : { kind: 'good', claim: claimOf(record) },
      ),
    claimOf,
    standing: [],
    randomBelow: (maximum) => randomInt(maximum),
    pageSize: 10,
    concurrency: 4,
  };
}

/** The i of `record-i`. */
export function indexOf(record: Uint8Array): number {
  return Number(Buffer.from(record).toString().slice('record-'.length));
}
