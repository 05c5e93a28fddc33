import type { ChallengeErrorCode } from '../core/challenge.js';
import type { SignedDataErrorCode } from '../core/cms/index.js';
import type { NationalIdErrorCode } from '../core/national-id.js';
import type { TrustErrorCode } from '../trust/index.js';

/** Why a co-signature is not taken, beyond what the core and the trust room find. */
export type CoSigningErrorCode =
  /** The case is public but its round does not collect today (REG 6, REG 10). */
  | 'not-collecting'
  /** The lead is submitting; try again in a few minutes. Values: `seconds`. */
  | 'submission-in-progress'
  /** This card's holder has co-signed this round. Values: `year`, `month`, `day`, of the Taipei date. */
  | 'already-co-signed'
  /** The number's last four digits are not the certificate's. */
  | 'national-id-not-the-certificates';

/** Every way in which a co-signature can be refused. */
export type IntakeErrorCode =
  CoSigningErrorCode | ChallengeErrorCode | SignedDataErrorCode | NationalIdErrorCode | TrustErrorCode;
