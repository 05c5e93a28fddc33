import type { DuplicateReason, OfficeReason } from '../reason-codes.js';
import { packedNumber } from '../batch/duplicates.js';
import type { PaperPlace, PaperRow } from './paper-row.js';

/** The verdict on a paper row: it counts, or it is struck out with a code. */
export interface PaperVerdict extends PaperPlace {
  readonly code: OfficeReason | Exclude<DuplicateReason, 'D01'> | undefined;
}

/** The numbers that count already. */
export interface NumbersThatCount {
  /** Whether this number counts electronically, in this round so far or in the main round. */
  electronically(nationalId: string): boolean;
  /** Numbers that count on paper from the main round. */
  readonly onPaper: AsyncIterable<string> | Iterable<string>;
}

/**
 * Checks paper rows in order of page and line, one verdict a row. What the office found stays. A number that counts electronically is struck
 * out (D02, REG 9); one that counts on paper from the main round or has an earlier row that counts, too (D03, RULES 11). So the earliest row
 * without fault counts. One small entry a number is kept, in memory only.
 */
export async function checkPaperRows(
  rows: AsyncIterable<PaperRow> | Iterable<PaperRow>,
  counting: NumbersThatCount,
): Promise<readonly PaperVerdict[]> {
  const seen = new Set<number>();
  for await (const number of counting.onPaper) seen.add(packedNumber(number));
  const verdicts: PaperVerdict[] = [];
  for await (const { page, line, nationalId, found } of rows) {
    const code = found ?? repeats(nationalId, counting, seen);
    if (code === undefined) seen.add(packedNumber(nationalId));
    verdicts.push({ page, line, code });
  }
  return verdicts;
}

function repeats(
  nationalId: string,
  counting: NumbersThatCount,
  seen: ReadonlySet<number>,
): 'D02' | 'D03' | undefined {
  if (seen.has(packedNumber(nationalId))) return 'D03';
  return counting.electronically(nationalId) ? 'D02' : undefined;
}
