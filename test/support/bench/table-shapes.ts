import { readFileSync } from 'node:fs';
import type { DataSource } from 'typeorm';

/** How the rows of all rounds may lie. */
export const tableShapes = ['one table', 'partitions by hash', 'a partition a round'] as const;

export type TableShape = (typeof tableShapes)[number];

/** What a shape cost. */
export interface ShapeCost {
  readonly shape: TableShape;
  /** Milliseconds of processor time of the database for a row, of the first tenth and of the last. */
  readonly first: number;
  readonly last: number;
  /** Octets for a row. */
  readonly heap: number;
  readonly indexes: number;
  readonly wal: number;
  /** Seconds to purge one round. */
  readonly purge: number;
}

/** How much is written. */
export interface ShapeLoad {
  readonly rows: number;
  readonly rounds: number;
  /** Of one sealed record. */
  readonly octets: number;
}

const batch = 2_000;

/**
 * Writes rows as the intake does (tags and commitments as good as random, the rounds in no order) into a table like `sealed_record` of this
 * shape, purges one round, and drops it. Needs the owner's login of a migrated database.
 */
export async function measureShape(
  owner: DataSource,
  shape: TableShape,
  load: ShapeLoad,
): Promise<ShapeCost> {
  await create(owner, shape, load.rounds);
  const walBefore = await walPosition(owner);
  const used = [await processorTime(owner)];
  for (let from = 0; from < load.rows; from += batch) {
    await owner.query(insertion, [from, Math.min(batch, load.rows - from), load.rounds, load.octets]);
    used.push(await processorTime(owner));
  }
  const wal = (await walPosition(owner)) - walBefore;
  await owner.query('CHECKPOINT');
  const [sizes] = await owner.query<[{ heap: string; indexes: string }]>(sizesOf);
  const begun = performance.now();
  if (shape === 'a partition a round') await owner.query('DROP TABLE shape_0');
  else await owner.query(`DELETE FROM shape WHERE round_id = ${roundOf('0')}`);
  const purge = (performance.now() - begun) / 1_000;
  await owner.query('DROP TABLE shape CASCADE');
  const tenth = Math.max(1, Math.floor((used.length - 1) / 10));
  const spent = (from: number, to: number): number =>
    ((used.at(to) ?? 0) - (used.at(from) ?? 0)) / (tenth * batch);
  return {
    shape,
    first: spent(0, tenth),
    last: spent(-1 - tenth, -1),
    heap: Number(sizes.heap) / load.rows,
    indexes: Number(sizes.indexes) / load.rows,
    wal: wal / load.rows,
    purge,
  };
}

const roundOf = (number: string): string => `md5('round ' || ${number})::uuid`;

const insertion = `
  INSERT INTO shape (round_id, holder_tag, record, commitment, signed_on)
  SELECT ${roundOf('(n::bigint * 7919) % $3')}, substr(sha256(('tag ' || n)::bytea), 1, 16),
    decode(repeat('5a', $4), 'hex'), sha256(('commitment ' || n)::bytea), '2026-03-01'
  FROM generate_series($1::int, $1::int + $2::int - 1) AS n
  ON CONFLICT (round_id, holder_tag) DO NOTHING`;

const sizesOf = `
  SELECT sum(pg_table_size(relid)) AS heap, sum(pg_indexes_size(relid)) AS indexes
  FROM (SELECT relid FROM pg_partition_tree('shape') WHERE isleaf UNION SELECT 'shape'::regclass) AS leaves`;

async function create(owner: DataSource, shape: TableShape, rounds: number): Promise<void> {
  const like = '(LIKE sealed_record INCLUDING ALL)';
  const numbers = Array.from({ length: rounds }, (_none, index) => index);
  if (shape === 'one table') {
    await owner.query(`CREATE TABLE shape ${like}`);
    return;
  }
  const kind = shape === 'partitions by hash' ? 'HASH' : 'LIST';
  await owner.query(`CREATE TABLE shape ${like} PARTITION BY ${kind} (round_id)`);
  for (const number of numbers) {
    const values =
      kind === 'HASH'
        ? `FOR VALUES WITH (MODULUS ${rounds}, REMAINDER ${number})`
        : `FOR VALUES IN ('${(await owner.query<[{ id: string }]>(`SELECT ${roundOf(String(number))} AS id`))[0].id}')`;
    await owner.query(`CREATE TABLE shape_${number} PARTITION OF shape ${values}`);
    await owner.query(`ALTER TABLE shape_${number} ALTER COLUMN record SET STORAGE EXTERNAL`);
  }
}

async function walPosition(owner: DataSource): Promise<number> {
  const [{ position }] = await owner.query<[{ position: string }]>(
    `SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') AS position`,
  );
  return Number(position);
}

/** Milliseconds of processor time that the connection's own process has used: proc(5), fields 14 and 15, in hundredths of a second. */
async function processorTime(owner: DataSource): Promise<number> {
  const [{ pid }] = await owner.query<[{ pid: number }]>('SELECT pg_backend_pid() AS pid');
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
