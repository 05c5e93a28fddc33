import { PaperService } from '../../../src/checking/index.js';
import type { PaperRow } from '../../../src/checking/paper/paper-row.js';
import type { CaseNumber } from '../../../src/core/identifiers.js';
import { valueOf } from '../../../src/devkit/index.js';
import type { TestApplication } from '../application/application.js';
import { alice, bob, inPieces, paperCsv } from './paper-scene.js';

/** Has two people enter rows for the case's submitted round: the same, unless the second has others. */
export async function enterPaper(
  application: TestApplication,
  number: CaseNumber,
  rows: readonly PaperRow[],
  second = rows,
): Promise<void> {
  const paper = application.get(PaperService);
  for (const [name, by, entered] of [
    ['first', alice, rows],
    ['second', bob, second],
  ] as const) {
    const kept = valueOf(await paper.keepEntry(number, name, by, inPieces(paperCsv(entered))));
    if (kept.kind !== 'kept') throw new Error('a test’s paper rows are rejected');
  }
}

/** Rows on one page, of these numbers, each with what the office found. */
export function rowsOnPage(
  ...rows: readonly (readonly [nationalId: string, found?: PaperRow['found']])[]
): readonly PaperRow[] {
  return rows.map(([nationalId, found], i) => ({ page: 1, line: i + 1, nationalId, found }));
}
