import type { DataSource, EntityManager } from 'typeorm';
import type { Batch, ReasonCode, VerdictCounts } from '../../../checking/index.js';
import { codeOfColumn } from './check-tables.js';

/** Counts the verdicts of a round anew, in the transaction that has written them: see `VerdictStore.keptCounts`. */
export async function keepCounts(manager: EntityManager, { roundId }: Pick<Batch, 'roundId'>): Promise<void> {
  await manager.query('DELETE FROM verdict_count WHERE round_id = $1', [roundId]);
  await manager.query(
    `INSERT INTO verdict_count (round_id, kind, code, number)
     SELECT $1, 'electronic', code, count(*) FROM verdict WHERE round_id = $1 GROUP BY code
     UNION ALL SELECT $1, 'paper', code, count(*) FROM paper_verdict WHERE round_id = $1 GROUP BY code`,
    [roundId],
  );
}

interface CountRow {
  readonly kind: keyof VerdictCounts;
  readonly code: string | null;
  readonly number: number;
}

/** See `VerdictStore.keptCounts`. */
export async function readKeptCounts(
  dataSource: DataSource,
  { roundId }: Pick<Batch, 'roundId'>,
): Promise<VerdictCounts> {
  const rows = await dataSource.query<CountRow[]>(
    'SELECT kind, code, number FROM verdict_count WHERE round_id = $1',
    [roundId],
  );
  const of = (kind: keyof VerdictCounts): ReadonlyMap<ReasonCode | undefined, number> =>
    new Map(
      rows
        .filter((row) => row.kind === kind)
        .map(({ code, number }) => [codeOfColumn(code), number] as const),
    );
  return { electronic: of('electronic'), paper: of('paper') };
}
