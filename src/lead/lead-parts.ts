import type { Clock } from '../core/clock.js';
import type { Case, CaseRepository, Round } from '../cases/index.js';
import type { OpeningProbe } from './opening-probe.js';
import type { CommissionKey, LeadRounds, SealedRecord, SubmissionTotals } from './ports.js';

/** Seconds for which recording stops while the lead signs: card, PIN and a slow reader. */
export const holdSeconds = 300;

/** Records that one page of the safekeeping export holds at most. */
export const maximumPage = 500;

/** What the lead's side works with. */
export interface LeadParts {
  readonly clock: Clock;
  readonly cases: Pick<CaseRepository, 'find' | 'findByAccessCode'>;
  readonly rounds: LeadRounds;
  readonly probe: OpeningProbe;
  readonly commission: CommissionKey;
}

/** A case and the round its lead is at. */
export interface LeadCase {
  readonly referendum: Case;
  /** The round in hand. */
  readonly round: Round;
}

/** What the lead is asked to sign, with the key to wrap for. */
export interface SubmissionDraft extends SubmissionTotals {
  /** Seconds for which recording is stopped. */
  readonly holdSeconds: number;
  /** DER. */
  readonly commissionCertificate: Uint8Array;
}

/** A page of sealed records with what opens them. */
export interface RecordPage {
  readonly round: Round;
  readonly records: readonly SealedRecord[];
}
