import type { AuditAction, AuditActor, AuditEntry } from '../audit/index.js';
import type { CaseNumber } from '../core/identifiers.js';
import { hex } from '../core/octets.js';
import { fail, ok, type Result } from '../core/result.js';
import { sha256Hex } from '../core/sha256.js';
import { type TaipeiDate, taipeiDateOf } from '../core/taipei-date.js';
import { type Case, currentRound, lastDayOf, standingOf } from './case.js';
import { recordsKeptUntil, supplementPeriod } from './days.js';
import type { LeadCertificatePair } from './registration.js';
import { type CaseEvent, type CaseState, isClosed } from './state.js';
import { transition, type TransitionRefusal } from './transition.js';

/**
 * A step of a case, ready to be written: the state before it, the state after it, and the one event that the audit log
 * gets. `Outcome` is what becomes known only while the step is written, such as the totals of a submission.
 */
export interface CaseMove<Outcome = unknown> {
  readonly caseNumber: CaseNumber;
  readonly from: CaseState;
  readonly to: CaseState;
  /**
   * Where the step closes the case: the earliest last day of its records that the case's own days allow. The database
   * stores it once and destroys nothing before.
   */
  readonly recordsKeptUntil?: TaipeiDate;
  /** Where the step begins the supplement's days: the day of the notice, and the last day that follows from it. */
  readonly supplement?: SupplementNotice;
  readonly entryOf: (outcome: Outcome) => AuditEntry;
}

/** The notice of the struck-out list, and the last day of the supplement (REG 8, RULES 9). */
export interface SupplementNotice {
  readonly noticedOn: TaipeiDate;
  readonly lastDay: TaipeiDate;
}

/** The action by which the audit log names each event of a case. */
export const caseActions: Readonly<Record<CaseEvent, AuditAction>> = {
  'issue-code': 'access-code-issued',
  'open-round': 'round-opened',
  submit: 'round-submitted',
  'end-period': 'case-end-period',
  refuse: 'case-refuse',
  'start-check': 'case-start-check',
  'find-enough': 'case-find-enough',
  'find-too-few': 'case-find-too-few',
  'correct-enough': 'case-correct-enough',
  stop: 'case-stop',
};

type Details = NonNullable<AuditEntry['details']>;

/**
 * The step that this event takes the case through on the Taipei day of `at`, with its audit entry. The entry's details
 * are `from`, `to`, `article`, the round in hand, and what `detailsOf` adds. Fails as {@link transition} does.
 */
export function caseMove<Event extends CaseEvent, Outcome = unknown>(
  referendum: Case,
  event: Event,
  { at, actor }: { readonly at: Date; readonly actor: AuditActor },
  detailsOf: (outcome: Outcome) => Details = () => ({}),
): Result<CaseMove<Outcome>, TransitionRefusal<Event>> {
  const step = transition(standingOf(referendum), event, taipeiDateOf(at));
  if (!step.ok) return step;
  const { from, to, article } = step.value;
  const round = currentRound(referendum);
  const known: Details = { from, to, article, ...(round === undefined ? {} : { round: round.ordinal }) };
  const { number: caseNumber } = referendum;
  const action = caseActions[event];
  return ok({
    caseNumber,
    from,
    to,
    // The day until which the records of a closed case are kept is written once.
    ...(isClosed(to) && !isClosed(from) ? { recordsKeptUntil: recordsKeptUntil(lastDayOf(referendum)) } : {}),
    ...(to === 'supplement-due' ? { supplement: noticeOn(taipeiDateOf(at)) } : {}),
    entryOf: (outcome) => ({ at, actor, action, caseNumber, details: { ...known, ...detailsOf(outcome) } }),
  });
}

/**
 * The confirmed result is the notice: from this moment the lead can fetch the struck-out list. A notice that was delivered later is entered
 * by two people. No closure is known thirty days ahead; one that is entered later moves the day then.
 */
function noticeOn(noticedOn: TaipeiDate): SupplementNotice {
  return { noticedOn, lastDay: supplementPeriod(noticedOn).lastDay };
}

/**
 * The events that write nothing but the case. The others are written together with something else: a round, its key, a
 * submission, a batch, a result.
 */
export type CaseOnlyEvent = 'end-period' | 'refuse' | 'stop';

/** The failure when somebody else changed the case's state after it was read and before it was written. */
export function movedMeanwhile(state: CaseState, event: CaseEvent): Result<never, 'transition-not-allowed'> {
  return fail('transition-not-allowed', { state, event });
}

/** Who approved a step, and the request. */
export interface ApprovedBy {
  readonly actor: AuditActor;
  readonly request: string;
}

/**
 * What the audit log has of a lead's certificates that were replaced: digests alone. From this event on, the lead's acts are signed with the
 * new one; those before it stand.
 */
export function leadReplacedEntry(
  at: Date,
  caseNumber: CaseNumber,
  replaced: Uint8Array,
  { leadSigningCertificate, leadEncryptionCertificate }: LeadCertificatePair,
  { actor, request }: ApprovedBy,
): AuditEntry {
  const details = {
    replaced: hex(replaced),
    leadCertificate: sha256Hex(leadSigningCertificate),
    encryptionCertificate: sha256Hex(leadEncryptionCertificate),
    request,
  };
  return { at, actor, action: 'lead-certificates-replaced', caseNumber, details };
}
