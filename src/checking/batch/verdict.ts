import type { Commitment } from '../../core/identifiers.js';
import type { EvidenceReason, PaperReason, ReasonCode } from '../reason-codes.js';
import type { Claim } from './duplicates.js';

/** What the check says of one record: counted so far, or struck out with a code. This, and only this, is stored. */
export interface Verdict {
  readonly commitment: Commitment;
  readonly code: ReasonCode | undefined;
}

/** A record after the checks of its evidence. `claim` lives in memory for the run. */
export type CheckedRecord =
  | { readonly kind: 'good'; readonly claim: Claim }
  | { readonly kind: 'struck-out'; readonly commitment: Commitment; readonly code: EvidenceReason };

/** The verdict of a judged record. */
export function verdictOn(judged: CheckedRecord): Verdict {
  return judged.kind === 'good'
    ? { commitment: judged.claim.commitment, code: undefined }
    : { commitment: judged.commitment, code: judged.code };
}

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
