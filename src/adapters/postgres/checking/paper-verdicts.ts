import type { DataSource, EntityManager } from 'typeorm';
import type { Batch, PaperPlace, PaperVerdict, ReasonCode } from '../../../checking/index.js';
import { codeOfColumn } from './check-tables.js';

/** Rows that one statement writes. */
const rowsPerStatement = 10_000;

/** Stores a verdict for each paper row of a batch. */
export async function insertPaperVerdicts(
  manager: EntityManager,
  { roundId }: Batch,
  verdicts: readonly PaperVerdict[],
): Promise<void> {
  for (let start = 0; start < verdicts.length; start += rowsPerStatement) {
    const rows = verdicts.slice(start, start + rowsPerStatement);
    await manager.query(
      `INSERT INTO paper_verdict (round_id, page, line, code, repeats)
       SELECT $1, v.* FROM unnest($2::integer[], $3::integer[], $4::text[], $5::text[]) AS v (page, line, code, repeats)`,
      [roundId, ...columnsOf(rows)],
    );
  }
}

/** Writes other verdicts on paper rows. Throws where a row has none to change. */
export async function changePaperVerdicts(
  manager: EntityManager,
  { roundId }: Pick<Batch, 'roundId'>,
  verdicts: readonly PaperVerdict[],
): Promise<void> {
  if (verdicts.length === 0) return;
  const [, changed] = await manager.query<[unknown, number]>(
    `UPDATE paper_verdict v SET code = c.code, repeats = c.repeats
     FROM unnest($2::integer[], $3::integer[], $4::text[], $5::text[]) AS c (page, line, code, repeats)
     WHERE v.round_id = $1 AND v.page = c.page AND v.line = c.line`,
    [roundId, ...columnsOf(verdicts)],
  );
  if (changed !== verdicts.length) throw new Error('a paper row without a verdict to change');
}

function columnsOf(verdicts: readonly PaperVerdict[]): readonly (readonly (number | string | null)[])[] {
  return [
    verdicts.map(({ page }) => page),
    verdicts.map(({ line }) => line),
    verdicts.map(({ code }) => code ?? null),
    verdicts.map(({ repeats }) => repeats ?? null),
  ];
}

/** Up to `limit` verdicts after this place, in order of page and line. */
export async function readPaperVerdicts(
  dataSource: DataSource,
  { roundId }: Batch,
  after: PaperPlace | undefined,
  limit: number,
): Promise<readonly PaperVerdict[]> {
  const rows = await dataSource.query<
    { page: number; line: number; code: string | null; repeats: PaperVerdict['repeats'] | null }[]
  >(
    `SELECT page, line, code, repeats FROM paper_verdict
     WHERE round_id = $1 AND (page, line) > ($2, $3) ORDER BY page, line LIMIT $4`,
    [roundId, after?.page ?? 0, after?.line ?? 0, limit],
  );
  // The table's constraint leaves no other codes than a paper row can have.
  return rows.map(({ page, line, code, repeats }) => ({
    page,
    line,
    code: codeOfColumn(code) as PaperVerdict['code'],
    repeats: repeats ?? undefined,
  }));
}

/** Paper rows by reason. */
export async function countPaperVerdicts(
  dataSource: DataSource,
  { roundId }: Batch,
): Promise<ReadonlyMap<ReasonCode | undefined, number>> {
  const rows = await dataSource.query<{ code: string | null; number: number }[]>(
    'SELECT code, count(*)::integer AS number FROM paper_verdict WHERE round_id = $1 GROUP BY code',
    [roundId],
  );
  return new Map(rows.map(({ code, number }) => [codeOfColumn(code), number]));
}
