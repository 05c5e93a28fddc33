import type { PaperReason } from './reason.js';

/** A row of the paper roster as the household registration offices return it. */
export interface PaperRow {
  /** Book and row as printed, such as `12-0345`. */
  readonly reference: string;
  readonly nationalId: string;
  /** What the office found on the row itself, if anything. */
  readonly found?: PaperReason;
}

/** What becomes of a paper row. */
export interface PaperVerdict {
  readonly reference: string;
  readonly code: PaperReason | 'D02' | 'D03' | undefined;
}

/**
 * Judges paper rows, in order: what the office found stands; a number that counts electronically goes (D02, REG 9); a number
 * that an earlier standing row has goes (D03, RULES 11). One verdict a row, in the order given.
 * `countsElectronically` answers for numbers that still count after the electronic check.
 */
export function judgePaperRows(
  rows: readonly PaperRow[],
  countsElectronically: (nationalId: string) => boolean,
): readonly PaperVerdict[] {
  const seen = new Set<string>();
  return rows.map(({ reference, nationalId, found }) => {
    if (found !== undefined) return { reference, code: found };
    if (countsElectronically(nationalId)) return { reference, code: 'D02' };
    if (seen.has(nationalId)) return { reference, code: 'D03' };
    seen.add(nationalId);
    return { reference, code: undefined };
  });
}
