import { type Case, daysLeft, type Round } from '../cases/index.js';
import type { TaipeiDate } from '../core/taipei-date.js';
import type { DayCount, SealedRecord, SubmissionTotals } from './ports.js';

/** Seconds for which recording stops while the lead signs: card, PIN and a slow reader. */
export const holdSeconds = 300;

/** Records that one page of the safekeeping export holds at most. */
export const maximumPage = 500;

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

/** How far a round is. For the lead's session alone. */
export interface Progress {
  readonly recordCount: number;
  readonly byDay: readonly DayCount[];
  /** Days on which co-signatures can still come, today included. */
  readonly daysLeft: number;
  readonly threshold: number;
  /** `recordCount` over `threshold`: 1 is enough if none is struck out. */
  readonly shareOfThreshold: number;
}

/** Progress of a round from its daily counts. */
export function progressOf(
  referendum: Case,
  round: Round,
  byDay: readonly DayCount[],
  today: TaipeiDate,
): Progress {
  const recordCount = byDay.reduce((sum, { count }) => sum + count, 0);
  const { threshold } = referendum;
  const left = referendum.state === 'collecting' ? daysLeft(round, today) : 0;
  return { recordCount, byDay, daysLeft: left, threshold, shareOfThreshold: recordCount / threshold };
}
