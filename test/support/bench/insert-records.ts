import type { DataSource } from 'typeorm';
import { commitmentOf } from '../../../src/core/cms/index.js';
import { taipeiDateOf } from '../../../src/core/taipei-date.js';
import { insertSubmittedRound, submittedRound } from '../checking/opaque-records.js';
import type { BenchRound } from './bench-round.js';
import { recordsIn } from './made-records.js';

/** Case 9001 with a submitted round of the records in these files; connect as the owner. */
export async function insertMadeRecords(
  owner: DataSource,
  round: BenchRound,
  files: readonly string[],
): Promise<void> {
  await insertSubmittedRound(owner, 0);
  let index = 0;
  for (const file of files) {
    let part: Uint8Array[] = [];
    const insert = async (): Promise<void> => {
      const commitments = part.map((record) => commitmentOf(record));
      const signedOn = part.map((_, place) => taipeiDateOf(round.signedAt(index + place)));
      await owner.query(
        `INSERT INTO sealed_record SELECT $1, substring(commitment FOR 16), record, commitment, signed_on
         FROM unnest($2::bytea[], $3::bytea[], $4::date[]) AS r (record, commitment, signed_on)`,
        [
          submittedRound,
          part.map((each) => Buffer.from(each)),
          commitments.map((each) => Buffer.from(each)),
          signedOn,
        ],
      );
      index += part.length;
      part = [];
    };
    for (const record of recordsIn(file)) {
      part.push(record);
      if (part.length === 1_000) await insert();
    }
    await insert();
  }
  await owner.query('VACUUM ANALYZE sealed_record');
}
