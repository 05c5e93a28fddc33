import { Inject, Injectable } from '@nestjs/common';
import type { AuditAction, AuditActor, AuditEntry } from '../../audit/index.js';
import { type Clock, CLOCK } from '../../core/clock.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { fail, ok, type Result } from '../../core/result.js';
import { type TaipeiDate, taipeiDateOf } from '../../core/taipei-date.js';
import { asOf, type Case } from '../case.js';
import { supplementPeriod } from '../days.js';
import type { ApprovedBy } from '../case-move.js';
import type {
  AnnouncementErrorCode,
  ClosureErrorCode,
  HoldErrorCode,
  LiftHoldErrorCode,
  SupplementNoticeErrorCode,
} from '../errors.js';
import { CASE_REPOSITORY, type CaseRepository } from '../ports.js';
import { isClosed } from '../state.js';
import { asApproved, unlessOthersMove } from './approved-moves.js';
import { type AnnouncedClosure, checkClosure, isShortLine } from './closure.js';
import { type Due, dueOf } from './due.js';
import { type MovedDay, movedDays } from './moved-days.js';
import { OfficeDays } from './office-days.js';
import {
  CALENDAR_STORE,
  type CalendarStore,
  type LitigationHold,
  type MovedEntry,
  OFFICE_CLOSURES,
  type OfficeClosures,
} from './ports.js';

const maximumReference = 200;

/**
 * The days that two people enter: closures of the offices, the notice of a supplement, announcements, lawsuits. `check…` says whether
 * something can be asked for; the method without it writes what was approved, if it still can be.
 */
@Injectable()
export class CalendarService {
  constructor(
    @Inject(CASE_REPOSITORY) private readonly cases: Pick<CaseRepository, 'find' | 'withLimits'>,
    @Inject(CALENDAR_STORE) private readonly store: CalendarStore,
    @Inject(OFFICE_CLOSURES) private readonly offices: OfficeClosures,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The closures that were entered, by day. */
  closures(): Promise<readonly AnnouncedClosure[]> {
    return this.offices.all();
  }

  async checkClosure(closure: AnnouncedClosure): Promise<Result<void, ClosureErrorCode>> {
    const checked = checkClosure(closure, this.today());
    if (!checked.ok) return checked;
    const same = ({ day, kind }: AnnouncedClosure): boolean => day === closure.day && kind === closure.kind;
    return (await this.closures()).some(same) ? fail('closure-exists') : ok(undefined);
  }

  /** The last days that {@link enterClosure} would move now, of real cases and of rehearsals. */
  async movesBy(closure: AnnouncedClosure): Promise<readonly MovedDay[]> {
    const offices = new OfficeDays([...(await this.closures()), closure]);
    const cases = [...(await this.cases.withLimits(false)), ...(await this.cases.withLimits(true))];
    return movedDays(cases, offices);
  }

  /**
   * Enters a closure, and moves the last day of every period that runs and that it touches (ACT 6). With `approved`, only if exactly these move:
   * `closure-moves-others` otherwise, with nothing written.
   */
  async enterClosure(
    closure: AnnouncedClosure,
    { actor, request }: ApprovedBy,
    approved?: readonly MovedDay[],
  ): Promise<Result<void, 'closure-exists' | 'closure-moves-others'>> {
    const { day, kind, reference, area } = closure;
    const details = { day, kind, reference, ...(area === undefined ? {} : { area }), request };
    const entry = { ...this.entry(actor, 'office-closure-entered'), details };
    const movedBy = this.movedBy({ request });
    return unlessOthersMove(async () => {
      const entered = await this.store.enterClosure(closure, this.today(), entry, (...standing) =>
        asApproved(movedBy(...standing), approved),
      );
      return entered ? ok(undefined) : fail('closure-exists');
    });
  }

  /** Moves the last days that closures move and that were not moved when these were entered. For a regular job. */
  moveDays(): Promise<void> {
    return this.store.moveDays(this.movedBy({}));
  }

  async checkSupplementNotice(
    number: CaseNumber,
    noticedOn: TaipeiDate,
  ): Promise<Result<Case, SupplementNoticeErrorCode>> {
    // As it is stored: a notice that was delivered later may be entered when thirty days from the result are over.
    const found = await this.cases.find(number);
    if (found === undefined) return fail('not-found');
    if (found.state !== 'supplement-due')
      return fail('transition-not-allowed', { state: found.state, event: 'issue-code' });
    const from = found.supplementNoticedOn ?? found.registeredOn;
    return inRange(found, noticedOn, from, this.today());
  }

  /** Enters that the notice of the struck-out list was delivered on this later day: the thirty days run from it (REG 8, RULES 9). */
  async noticeSupplement(
    number: CaseNumber,
    noticedOn: TaipeiDate,
    { actor, request }: ApprovedBy,
  ): Promise<Result<void, SupplementNoticeErrorCode>> {
    const checked = await this.checkSupplementNotice(number, noticedOn);
    if (!checked.ok) return checked;
    const { lastDay } = supplementPeriod(noticedOn, new OfficeDays(await this.closures()));
    const details = { noticedOn, lastDay, article: 'REG 8, RULES 9', request };
    const entry = { ...this.entry(actor, 'supplement-noticed', number), details };
    const noticed = await this.store.noticeSupplement(number, { noticedOn, lastDay }, entry);
    const { state } = checked.value;
    return noticed ? ok(undefined) : fail('transition-not-allowed', { state, event: 'issue-code' });
  }

  async checkAnnouncement(
    number: CaseNumber,
    announcedOn: TaipeiDate,
  ): Promise<Result<Case, AnnouncementErrorCode>> {
    const found = await this.find(number);
    if (found === undefined) return fail('not-found');
    if (!isClosed(found.state)) return fail('announcement-not-due');
    if (found.announcedOn !== undefined) return fail('announced-already', { day: found.announcedOn });
    return inRange(found, announcedOn, found.stateSince ?? found.registeredOn, this.today());
  }

  /** Enters the day of the announcement (公告日): from it the records are kept for two years (REG 12). */
  async announce(
    number: CaseNumber,
    announcedOn: TaipeiDate,
    { actor, request }: ApprovedBy,
  ): Promise<Result<void, AnnouncementErrorCode>> {
    const checked = await this.checkAnnouncement(number, announcedOn);
    if (!checked.ok) return checked;
    const details = { announcedOn, article: 'ACT 13, REG 12', request };
    const entry = { ...this.entry(actor, 'case-announced', number), details };
    const announced = await this.store.announce(number, announcedOn, entry);
    return announced ? ok(undefined) : fail('announced-already', { day: announcedOn });
  }

  holdsOf(number: CaseNumber): Promise<readonly LitigationHold[]> {
    return this.store.holdsOf(number);
  }

  async checkHold(number: CaseNumber, reference: string): Promise<Result<void, HoldErrorCode>> {
    if ((await this.find(number)) === undefined) return fail('not-found');
    if (!isShortLine(reference, maximumReference)) return fail('hold-reference-unfit');
    return (await this.openHold(number)) === undefined ? ok(undefined) : fail('hold-exists');
  }

  /** Keeps the records of a case that is in court: no purge while the hold is open (REG 12). */
  async enterHold(
    number: CaseNumber,
    reference: string,
    { actor, request }: ApprovedBy,
  ): Promise<Result<void, HoldErrorCode>> {
    const checked = await this.checkHold(number, reference);
    if (!checked.ok) return checked;
    const details = { reference, article: 'REG 12', request };
    const entry = { ...this.entry(actor, 'litigation-hold-entered', number), details };
    const hold = { reference, enteredOn: this.today() };
    return (await this.store.enterHold(number, hold, entry)) ? ok(undefined) : fail('hold-exists');
  }

  async checkLift(number: CaseNumber, finalRulingOn: TaipeiDate): Promise<Result<Case, LiftHoldErrorCode>> {
    const found = await this.find(number);
    if (found === undefined) return fail('not-found');
    if ((await this.openHold(number)) === undefined) return fail('hold-missing');
    return inRange(found, finalRulingOn, found.registeredOn, this.today());
  }

  /** Ends the hold of a case: its records are kept until three months after the final ruling, or longer by the announcement (REG 12). */
  async liftHold(
    number: CaseNumber,
    finalRulingOn: TaipeiDate,
    { actor, request }: ApprovedBy,
  ): Promise<Result<void, LiftHoldErrorCode>> {
    const checked = await this.checkLift(number, finalRulingOn);
    if (!checked.ok) return checked;
    const details = { finalRulingOn, article: 'REG 12', request };
    const entry = { ...this.entry(actor, 'litigation-hold-lifted', number), details };
    return (await this.store.liftHold(number, finalRulingOn, entry)) ? ok(undefined) : fail('hold-missing');
  }

  private async openHold(number: CaseNumber): Promise<LitigationHold | undefined> {
    return (await this.holdsOf(number)).find(({ finalRulingOn }) => finalRulingOn === undefined);
  }

  private async find(number: CaseNumber): Promise<Case | undefined> {
    const found = await this.cases.find(number);
    return found === undefined ? undefined : asOf(found, this.today());
  }

  /** Every limit that runs in real cases, or in rehearsals, the one that is due first in front. States are as of today. */
  async due({ rehearsals }: { readonly rehearsals: boolean }): Promise<readonly Due[]> {
    const today = this.today();
    const offices = new OfficeDays(await this.closures());
    const cases = await this.cases.withLimits(rehearsals);
    const inCheck = cases.filter(({ state }) => state === 'checking').map(({ number }) => number);
    const sent = await this.store.rostersSent(inCheck);
    const due = cases
      .map((each) => asOf(each, today))
      .flatMap((each) => dueOf(each, offices, today, sent.get(each.number)));
    return due.toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0));
  }

  /** The last days that move, each with its entry. Nobody decides it, so their actor is `system`. */
  private movedBy(
    more: NonNullable<AuditEntry['details']>,
  ): (cases: readonly Case[], closures: readonly AnnouncedClosure[]) => readonly MovedEntry[] {
    return (cases, closures) =>
      movedDays(cases, new OfficeDays(closures)).map((moved) => [moved, this.movedEntry(moved, more)]);
  }

  private movedEntry(
    { caseNumber, round, from, to }: MovedDay,
    more: NonNullable<AuditEntry['details']>,
  ): AuditEntry {
    const days = { from, to, article: 'ACT 6', ...more };
    const details = round === undefined ? days : { ...days, round };
    return { ...this.entry('system', 'last-day-moved', caseNumber), details };
  }

  private entry(actor: AuditActor, action: AuditAction, caseNumber?: CaseNumber): AuditEntry {
    const at = this.clock.now();
    return { at, actor, action, ...(caseNumber === undefined ? {} : { caseNumber }) };
  }

  private today(): TaipeiDate {
    return taipeiDateOf(this.clock.now());
  }
}

/** The case, if the day entered for it lies in this range. */
function inRange(
  referendum: Case,
  day: TaipeiDate,
  from: TaipeiDate,
  to: TaipeiDate,
): Result<Case, 'day-out-of-range'> {
  return day < from || day > to ? fail('day-out-of-range', { from, to }) : ok(referendum);
}
