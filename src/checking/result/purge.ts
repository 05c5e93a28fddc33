import type { AuditEntry } from '../../audit/index.js';
import {
  type Case,
  type CaseKeys,
  type CalendarService,
  type CaseService,
  type CommissionRoundKeys,
  isClosed,
  keptForLawsuit,
  recordsKeptUntil,
} from '../../cases/index.js';
import { canonicalJson, type JsonValue } from '../../core/canonical-json.js';
import type { Clock } from '../../core/clock.js';
import { signDocument } from '../../core/cms/index.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { fail, ok, type Result } from '../../core/result.js';
import { sha256Hex } from '../../core/sha256.js';
import { type TaipeiDate, taipeiDateOf } from '../../core/taipei-date.js';
import { approvalTrail, type ApprovedStep } from '../approved-step.js';
import type { PurgeErrorCode, PurgePlanErrorCode } from '../errors.js';
import type { CommissionKey } from '../commission-keys.js';
import type { PurgeStore } from '../ports.js';
import type { PublishedResults } from './ports.js';
import { readResult } from './result-document.js';

/** What {@link Purge} works with. */
export interface PurgeDependencies {
  readonly cases: Pick<CaseService, 'find'>;
  /** The lawsuits over a case. */
  readonly calendar: Pick<CalendarService, 'holdsOf'>;
  readonly published: Pick<PublishedResults, 'ofCase'>;
  readonly store: PurgeStore;
  readonly keys: CaseKeys;
  readonly roundKeys: Pick<CommissionRoundKeys, 'destroy'>;
  readonly commissionKey: CommissionKey;
  readonly clock: Clock;
}

/** What a purge would destroy. */
export interface PurgePlan {
  readonly closedOn: TaipeiDate;
  /** The day of the announcement; undefined for a case that ended without one. */
  readonly announcedOn?: TaipeiDate;
  /** The last day on which the records are kept. A lawsuit that is open keeps them longer. */
  readonly dueOn: TaipeiDate;
  /** Whether a lawsuit over the case is open: nothing is destroyed while it is. */
  readonly onHold: boolean;
  /** Roster rows and sealed files of the check. The sealed records are those of every round. */
  readonly rosterRows: number;
  readonly files: number;
}

/**
 * Destroys a closed case's records and keys at the time that the law requires (REG 12). Three things stay: the
 * confirmed result, the list of verdicts by commitment (without names or numbers), and a signed note of the purge.
 */
export class Purge {
  constructor(private readonly dependencies: PurgeDependencies) {}

  /** The dry run: what would be destroyed, and from which day on. Changes nothing. */
  async plan(number: CaseNumber): Promise<Result<PurgePlan, PurgePlanErrorCode>> {
    const referendum = await this.dependencies.cases.find(number);
    if (referendum === undefined) return fail('not-found');
    if (!isClosed(referendum.state)) return fail('check-not-ready');
    if ((await this.dependencies.store.noteOf(number)) !== undefined) return fail('purge-done-already');
    const days = await this.daysOf(referendum);
    return days.ok ? ok({ ...days.value, ...(await this.dependencies.store.extent(number)) }) : days;
  }

  /** What two people approve. Fails with `purge-too-early` before the day has come. */
  async approvalContent(number: CaseNumber): Promise<Result<Uint8Array, PurgeErrorCode>> {
    const plan = await this.due(number);
    if (!plan.ok) return plan;
    return ok(Buffer.from(canonicalJson({ action: 'purge', case: number, ...membersOf(plan.value) })));
  }

  /**
   * Destroys the case's keys and the commission's key of each round. Then destroys its records, and stores the note and the audit event, in one transaction.
   */
  async purge(approved: ApprovedStep): Promise<Result<Uint8Array, PurgeErrorCode>> {
    const number = approved.caseNumber;
    const plan = await this.due(number);
    if (!plan.ok) return plan;
    const now = this.dependencies.clock.now();
    const results = await this.dependencies.published.ofCase(number);
    const note = canonicalJson({
      version: 1,
      case: number,
      purgedOn: taipeiDateOf(now),
      ...membersOf(plan.value),
      results: results.map(({ result }) => sha256Hex(result)),
    });
    const signed = await signDocument(Buffer.from(note), this.dependencies.commissionKey, now);
    // The keys first. If the rest fails, the records are still there, and the purge can be tried again.
    await this.destroyKeys(number);
    await this.dependencies.store.purge(number, signed, purgeEntry(approved, signed, now), plan.value.dueOn);
    return ok(signed);
  }

  private async destroyKeys(number: CaseNumber): Promise<void> {
    const { cases, keys, roundKeys } = this.dependencies;
    await keys.destroy(number);
    const referendum = await cases.find(number);
    for (const { id } of referendum?.rounds ?? []) await roundKeys.destroy(id);
  }

  private async due(number: CaseNumber): Promise<Result<PurgePlan, PurgeErrorCode>> {
    const plan = await this.plan(number);
    if (!plan.ok) return plan;
    const { dueOn, onHold } = plan.value;
    if (onHold) return fail('purge-on-hold');
    return taipeiDateOf(this.dependencies.clock.now()) > dueOn ? plan : fail('purge-too-early', { dueOn });
  }

  /** How long the records are kept: two years from the announcement, three months from the final rulings, whichever is later (REG 12). */
  private async daysOf(
    referendum: Case,
  ): Promise<
    Result<Omit<PurgePlan, 'rosterRows' | 'files'>, Extract<PurgePlanErrorCode, 'announcement-missing'>>
  > {
    const { number, state, announcedOn } = referendum;
    const determined = state === 'established' || state === 'not-established';
    if (determined && announcedOn === undefined) return fail('announcement-missing');
    const closedOn = await this.closedOn(referendum);
    const holds = await this.dependencies.calendar.holdsOf(number);
    const byRulings = holds.flatMap(({ finalRulingOn }) =>
      finalRulingOn === undefined ? [] : [keptForLawsuit(finalRulingOn)],
    );
    const dueOn = latestOf([recordsKeptUntil(announcedOn ?? closedOn), ...byRulings]);
    const onHold = holds.length > byRulings.length;
    return ok({ closedOn, ...(announcedOn === undefined ? {} : { announcedOn }), dueOn, onHold });
  }

  /** The last day stored for the case. It is never earlier than its closing, so nothing is destroyed too early. */
  private async closedOn(referendum: Case): Promise<TaipeiDate> {
    const results = await this.dependencies.published.ofCase(referendum.number);
    const days = results.flatMap(({ result }) => {
      const read = readResult(result);
      return read.ok ? [read.value.determinedOn] : [];
    });
    const ends = referendum.rounds.map(({ lastDay }) => lastDay);
    return latestOf([referendum.registeredOn, referendum.codeDueOn, ...ends, ...days]);
  }
}

/** The audit entry of a purge: the article and the SHA-256 of the signed note. */
function purgeEntry(approved: ApprovedStep, note: Uint8Array, at: Date): AuditEntry {
  const { actor, details } = approvalTrail(approved);
  const noteDigest = sha256Hex(note);
  return {
    at,
    actor,
    action: 'case-purge',
    caseNumber: approved.caseNumber,
    details: { article: 'REG 12', noteDigest, ...details },
  };
}

function membersOf({
  closedOn,
  announcedOn,
  dueOn,
  rosterRows,
  files,
}: PurgePlan): Record<string, JsonValue> {
  return { closedOn, ...(announcedOn === undefined ? {} : { announcedOn }), dueOn, rosterRows, files };
}

/** The latest of the days that are there; the first always is. */
function latestOf([first, ...others]: readonly [TaipeiDate, ...(TaipeiDate | undefined)[]]): TaipeiDate {
  return others.reduce<TaipeiDate>((one, other) => (other === undefined || one > other ? one : other), first);
}
