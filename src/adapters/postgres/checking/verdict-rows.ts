import type { EntityManager } from 'typeorm';
import { type Batch, rosterOrderDigest, type RosterRow, type Verdict } from '../../../checking/index.js';
import { bytea } from './check-tables.js';

/** Stores the verdicts of a chunk. */
export async function insertVerdicts(
  manager: EntityManager,
  batch: Batch,
  verdicts: readonly Verdict[],
): Promise<void> {
  await manager.query(
    'INSERT INTO verdict SELECT $1, commitment, code FROM unnest($2::bytea[], $3::text[]) AS v (commitment, code)',
    [
      batch.roundId,
      verdicts.map(({ commitment }) => bytea(commitment)),
      verdicts.map(({ code }) => code ?? null),
    ],
  );
}

/** Rows that one statement writes. */
const rowsPerStatement = 10_000;

/** Stores the order of the roster, some thousand rows at a time, and what it comes to. */
export async function insertRoster(
  manager: EntityManager,
  batch: Pick<Batch, 'roundId'>,
  roster: Iterable<RosterRow>,
): Promise<void> {
  const digest = rosterOrderDigest();
  let stored = 0;
  for (const rows of inParts(roster, rowsPerStatement)) {
    await insertRosterRows(manager, batch, rows);
    for (const { commitment } of rows) digest.update(commitment);
    stored += rows.length;
  }
  await manager.query(
    'UPDATE verification_batch SET roster_rows = $2, roster_order_sha256 = $3 WHERE round_id = $1',
    [batch.roundId, stored, digest.digest()],
  );
}

async function insertRosterRows(
  manager: EntityManager,
  { roundId }: Pick<Batch, 'roundId'>,
  rows: readonly RosterRow[],
): Promise<void> {
  await manager.query(
    `INSERT INTO roster_row SELECT $1, seq, commitment FROM unnest($2::integer[], $3::bytea[]) AS r (seq, commitment)`,
    [roundId, rows.map(({ seq }) => seq), rows.map(({ commitment }) => bytea(commitment))],
  );
}

function* inParts<Item>(items: Iterable<Item>, size: number): Generator<readonly Item[]> {
  let part: Item[] = [];
  for (const item of items) {
    part.push(item);
    if (part.length < size) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

/** The rows of an UPDATE … RETURNING. TypeORM answers them together with their number. */
export async function rowsOf<Row>(
  manager: EntityManager,
  query: string,
  parameters: unknown[],
): Promise<Row[]> {
  const [rows] = await manager.query<[Row[], number]>(query, parameters);
  return rows;
}
