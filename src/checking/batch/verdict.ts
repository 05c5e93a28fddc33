import type { Commitment } from '../../core/identifiers.js';
import type { EvidenceReason, ReasonCode } from '../reason-codes.js';
import type { Claim } from './claim.js';

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
