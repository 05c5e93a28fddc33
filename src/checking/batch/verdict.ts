import type { Commitment } from '../../core/identifiers.js';
import type { EvidenceReason, PaperReason, ReasonCode } from '../reason-codes.js';
import type { Claim } from './duplicates.js';

/**
 * The check's verdict on one record: it counts so far, or it is struck out with a code. Nothing else of the check is
 * stored.
 */
export interface Verdict {
  readonly commitment: Commitment;
  readonly code: ReasonCode | undefined;
}

/** A record after its evidence was checked. `claim` exists only in memory during the run. */
export type CheckedRecord =
  | { readonly kind: 'good'; readonly claim: Claim }
  | { readonly kind: 'struck-out'; readonly commitment: Commitment; readonly code: EvidenceReason };

/** The verdict on a checked record. */
export function verdictOn(checked: CheckedRecord): Verdict {
  return checked.kind === 'good'
    ? { commitment: checked.claim.commitment, code: undefined }
    : { commitment: checked.commitment, code: checked.code };
}

/** A row of the paper roster as the household registration offices return it. */
export interface PaperRow {
  /** Book and row as printed, such as `12-0345`. */
  readonly reference: string;
  readonly nationalId: string;
  /** What the office found on the row itself, if anything. */
  readonly found?: PaperReason;
}

/** The verdict on a paper row. */
export interface PaperVerdict {
  readonly reference: string;
  readonly code: PaperReason | 'D02' | 'D03' | undefined;
}

/**
 * Checks paper rows in order, one verdict a row. What the office found stays. A number that counts electronically is
 * struck out (D02, REG 9). A number that an earlier valid row has is struck out (D03, RULES 11). `countsElectronically`
 * answers for numbers that still count after the electronic check.
 */
export function checkPaperRows(
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
