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
      `INSERT INTO paper_verdict (round_id, page, line, code)
       SELECT $1, page, line, code FROM unnest($2::integer[], $3::integer[], $4::text[]) AS v (page, line, code)`,
      [
        roundId,
        rows.map(({ page }) => page),
        rows.map(({ line }) => line),
        rows.map(({ code }) => code ?? null),
      ],
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
    `UPDATE paper_verdict v SET code = c.code
     FROM unnest($2::integer[], $3::integer[], $4::text[]) AS c (page, line, code)
     WHERE v.round_id = $1 AND v.page = c.page AND v.line = c.line`,
    [
      roundId,
      verdicts.map(({ page }) => page),
      verdicts.map(({ line }) => line),
      verdicts.map(({ code }) => code ?? null),
    ],
  );
  if (changed !== verdicts.length) throw new Error('a paper row without a verdict to change');
}

/** Up to `limit` verdicts after this place, in order of page and line. */
export async function readPaperVerdicts(
  dataSource: DataSource,
  { roundId }: Batch,
  after: PaperPlace | undefined,
  limit: number,
): Promise<readonly PaperVerdict[]> {
  const rows = await dataSource.query<{ page: number; line: number; code: string | null }[]>(
    `SELECT page, line, code FROM paper_verdict
     WHERE round_id = $1 AND (page, line) > ($2, $3) ORDER BY page, line LIMIT $4`,
    [roundId, after?.page ?? 0, after?.line ?? 0, limit],
  );
  // The table's constraint leaves no other codes than a paper row can have.
  return rows.map(({ page, line, code }) => ({
    page,
    line,
    code: codeOfColumn(code) as PaperVerdict['code'],
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
