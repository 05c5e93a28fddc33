import type { Commitment } from '../../core/identifiers.js';
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

/** What the platform's own check finds in a record's evidence. */
export type EvidenceReason =
  /** The sealed record can't be opened with the round key. */
  | 'E01'
  /** The statement, the signature over it or the intake's countersignature is wrong. */
  | 'E02'
  /** The certificate was not trusted, of the wrong type or not valid at the countersigned time. */
  | 'E03'
  /** The certificate was revoked at the countersigned time. */
  | 'E04'
  /** The number is malformed, not a citizen's, or not the certificate's. */
  | 'E05';

/** One person counts once, however often they sign, electronic before paper (REG 9, RULES 11). */
type DuplicateReason =
  /** The number co-signed electronically before. */
  | 'D01'
  /** A paper row repeats an electronic co-signature. */
  | 'D02'
  /** A paper row repeats a paper row. */
  | 'D03';

/** What MOI finds in the household registers, counted to the day of submission (ACT 8(1), REG 8). */
export type RegisterReason =
  /** The number is not the certificate holder's (binding check). */
  | 'B01'
  /** Not in the register. */
  | 'R01'
  /** Under 18. */
  | 'R02'
  /** Under guardianship. */
  | 'R03'
  /** Under six months' continuous residence. */
  | 'R04'
  /** Died before the submission. */
  | 'R05';

/** What the household registration offices find on a paper row (ACT 13). */
type PaperReason =
  /** Name, number or address wrong or unclear. */
  | 'P01'
  /** Not signed. */
  | 'P02'
  /** Forged. */
  | 'P03';

/** Why a co-signature is struck out. These codes are ours: those of MOI and the offices are not public. */
export type ReasonCode = EvidenceReason | DuplicateReason | RegisterReason | PaperReason;

/** All reason codes, in the order in which the check meets them. */
export const reasonCodes = [
  'E01',
  'E02',
  'E03',
  'E04',
  'E05',
  'D01',
  'D02',
  'D03',
  'B01',
  'R01',
  'R02',
  'R03',
  'R04',
  'R05',
  'P01',
  'P02',
  'P03',
] as const satisfies readonly ReasonCode[];

const registerReasons: ReadonlySet<string> = new Set<RegisterReason>([
  'B01',
  'R01',
  'R02',
  'R03',
  'R04',
  'R05',
]);

/** True for a code that MOI's answer may carry. */
export function isRegisterReason(code: string): code is RegisterReason {
  return registerReasons.has(code);
}

/** True for any reason code. */
export function isReasonCode(code: string): code is ReasonCode {
  return (reasonCodes as readonly string[]).includes(code);
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
