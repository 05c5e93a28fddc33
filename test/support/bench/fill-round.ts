import { createDataSource } from '../../../src/adapters/postgres/data-source.js';

/** Octets of a record that is made up: about what a real one has. */
const octets = 4_000;
const batch = 5_000;

/** Puts so many rows into the round of case 9001 that nobody signed: tags and commitments as good as random, as those of the intake are. */
export async function fillRound(url: string, rows: number, recordOctets = octets): Promise<void> {
  const owner = await createDataSource({ url, poolSize: 1 }).initialize();
  for (let from = 0; from < rows; from += batch)
    await owner.query(
      `INSERT INTO sealed_record (round_id, holder_tag, record, commitment, signed_on)
       SELECT r.id, substr(sha256(('tag ' || n)::bytea), 1, 16), decode(repeat('5a', $3), 'hex'),
         sha256(('commitment ' || n)::bytea), r.first_day
       FROM generate_series($1::int, $1::int + $2::int - 1) AS n, (SELECT id, first_day FROM round WHERE case_number = '9001' LIMIT 1) AS r`,
      [from, Math.min(batch, rows - from), recordOctets],
    );
  await owner.query('VACUUM ANALYZE sealed_record');
  await owner.query('CHECKPOINT');
  await owner.destroy();
}
