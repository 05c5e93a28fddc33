import { parseNationalId } from '../../core/national-id.js';
import type { DuplicateReason, OfficeReason } from '../reason-codes.js';
import { packedNumber } from '../batch/claim.js';
import type { PaperPlace, PaperRow } from './paper-row.js';

/** Whether the number of a row counts otherwise: not, electronically (D02), or by another row (D03). */
export type PaperRepetition = Exclude<DuplicateReason, 'D01'> | 'none';

/** The verdict on a paper row: it counts, or it is struck out with a code. */
export interface PaperVerdict extends PaperPlace {
  readonly code: OfficeReason | Exclude<DuplicateReason, 'D01'> | undefined;
  /** What would strike it out if the office had found nothing. Undefined where its number can't be read, or an earlier version checked it. */
  readonly repeats: PaperRepetition | undefined;
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
    const repeats = parseNationalId(nationalId).ok ? repetitionOf(nationalId, counting, seen) : undefined;
    const code = found ?? codeOf(repeats);
    if (code === undefined) seen.add(packedNumber(nationalId));
    verdicts.push({ page, line, code, repeats });
  }
  return verdicts;
}

function repetitionOf(
  nationalId: string,
  counting: NumbersThatCount,
  seen: ReadonlySet<number>,
): PaperRepetition {
  if (seen.has(packedNumber(nationalId))) return 'D03';
  return counting.electronically(nationalId) ? 'D02' : 'none';
}

/** The verdict on a row on which the office found nothing. */
export function codeOf(repeats: PaperRepetition | undefined): Exclude<DuplicateReason, 'D01'> | undefined {
  return repeats === 'none' ? undefined : repeats;
}
