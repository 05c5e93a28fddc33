import type { Commitment } from '../core/identifiers.js';
import type { Claim } from './duplicates.js';
import type { EvidenceReason, ReasonCode } from './reason.js';

/** What the check says of one record: counted so far, or struck out with a code. This, and only this, is stored. */
export interface Verdict {
  readonly commitment: Commitment;
  readonly code: ReasonCode | undefined;
}

/** A record after the checks of its evidence. `claim` lives in memory for the run. */
export type Judged =
  | { readonly kind: 'good'; readonly claim: Claim }
  | { readonly kind: 'struck-out'; readonly commitment: Commitment; readonly code: EvidenceReason };

/** The verdict of a judged record. */
export function verdictOn(judged: Judged): Verdict {
  return judged.kind === 'good'
    ? { commitment: judged.claim.commitment, code: undefined }
    : { commitment: judged.commitment, code: judged.code };
}
