import type { AuditAction, AuditEntry } from '../audit/index.js';
import { type AnnouncedClosure, type Case, type CaseEvent, daysLeft, type Round } from '../cases/index.js';
import type { StatementTerms } from '../cosigning/index.js';
import { fail, type Result } from '../core/result.js';
import { sha256Hex } from '../core/sha256.js';
import type { TaipeiDate } from '../core/taipei-date.js';
import type { LeadStepErrorCode } from './errors.js';
import type { DayCount, KeyMaterial, RoundReference, SealedRecord, SubmissionTotals } from './ports.js';

/** Seconds for which recording stops while the lead signs. That is enough for the card, the PIN and a slow reader. */
export const holdSeconds = 300;

/** Records that one page of the safekeeping export holds at most. */
export const maximumPage = 500;

/** A case and its current round. */
export interface LeadCase {
  readonly referendum: Case;
  /** The current round. */
  readonly round: Round;
}

/** A case and its current round, with what the lead signs beside it. */
export interface LeadCaseToSign extends LeadCase {
  readonly terms: StatementTerms;
}

/** The fields of the submission statement, with the certificate to wrap the round key for. */
export interface SubmissionDraft extends SubmissionTotals {
  /** The platform's origin, as the round is bound to it. */
  readonly origin: string;
  /** Seconds for which recording is stopped. */
  readonly holdSeconds: number;
  /** DER. */
  readonly commissionCertificate: Uint8Array;
}

/** How the case's round is named in the database. */
export function referenceOf({ referendum, round }: LeadCase): RoundReference {
  return { caseNumber: referendum.number, roundId: round.id };
}

/** A page of sealed records, with the key that opens them. */
export interface RecordPage {
  readonly round: Round;
  readonly records: readonly SealedRecord[];
}

/** The progress of a round. For the lead's session only. */
export interface Progress {
  readonly recordCount: number;
  readonly byDay: readonly DayCount[];
  /** The Taipei day on which this is so. */
  readonly today: TaipeiDate;
  /** Days on which co-signatures can still come, today included. */
  readonly daysLeft: number;
  /** The last day of the round, and of its submission. */
  readonly lastDay: TaipeiDate;
  /** The closures of government offices that have moved the last day (ACT 6). */
  readonly movedBy: readonly AnnouncedClosure[];
  readonly threshold: number;
  /** `recordCount` over `threshold`: 1 is enough if none is struck out. */
  readonly shareOfThreshold: number;
}

/** Progress of a round from its daily counts. */
export function progressOf(
  referendum: Case,
  round: Round,
  byDay: readonly DayCount[],
  movedBy: readonly AnnouncedClosure[],
  today: TaipeiDate,
): Progress {
  const recordCount = byDay.reduce((sum, { count }) => sum + count, 0);
  const { threshold } = referendum;
  const left = referendum.state === 'collecting' ? daysLeft(round, today) : 0;
  const shareOfThreshold = recordCount / threshold;
  const { lastDay } = round;
  return { recordCount, byDay, today, daysLeft: left, lastDay, movedBy, threshold, shareOfThreshold };
}

/** The audit entry of an act of the lead that changes no state of the case. */
export function leadEntry(
  { referendum, round }: LeadCase,
  action: AuditAction,
  at: Date,
  details: NonNullable<AuditEntry['details']>,
): AuditEntry {
  const caseNumber = referendum.number;
  return { at, actor: 'lead', action, caseNumber, details: { round: round.ordinal, ...details } };
}

/** The audit entry of a key that was handed in: the digests of its two halves, and the statement that the lead signed. */
export function keyEntry(
  lead: LeadCase,
  { publicKey, wrappedKey, keyStatement: signedData }: KeyMaterial,
  at: Date,
  revocation: NonNullable<AuditEntry['details']>,
): AuditEntry {
  const digests = { publicKeyDigest: sha256Hex(publicKey), wrappedKeyDigest: sha256Hex(wrappedKey) };
  return { ...leadEntry(lead, 'round-key-handed-in', at, { ...revocation, ...digests }), signedData };
}

/**
 * The failure when the case's state doesn't allow the step. The state may have changed after it was read and before the
 * write.
 */
export function notAllowed({ state }: Case, event: CaseEvent): Result<never, LeadStepErrorCode> {
  return fail('transition-not-allowed', { state, event });
}
