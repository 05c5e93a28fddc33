import type {
  AnnouncedClosure,
  AnnouncementErrorCode,
  CalendarService,
  ClosureErrorCode,
  ApprovedBy,
  HoldErrorCode,
  LiftHoldErrorCode,
  SupplementNoticeErrorCode,
} from '../cases/index.js';
import type { CaseNumber } from '../core/identifiers.js';
import { fail, type Result } from '../core/result.js';
import type { TaipeiDate } from '../core/taipei-date.js';
import type { ApprovalActions, ApprovedAction, ApprovedCaseAction } from './approvals/approved-action.js';
import type { Approvals } from './approvals/approvals.js';
import type { ApprovalRequest } from './approvals/request.js';
import { type CalendarContent, calendarContent, readCalendarContent } from './calendar-content.js';
import type { CalendarStepExecutionErrorCode } from './errors.js';
import type { StaffSession } from './ports.js';

type Asked<Code extends string> = Promise<Result<ApprovalRequest, Code>>;

/** The days that two people enter: a registrar asks, an approver signs, and then it is written, if it still can be. */
export class CalendarSteps {
  constructor(
    private readonly calendar: Omit<CalendarService, 'moveDays'>,
    private readonly approvals: Pick<Approvals, 'request'>,
  ) {}

  /** Registers who executes the steps. */
  register(actions: ApprovalActions): void {
    actions.registerWithoutCase('enter-closure', (approved) => this.enter(approved));
    for (const action of ['notice-supplement', 'enter-announcement', 'enter-hold', 'lift-hold'] as const)
      actions.register(action, (approved) => this.enterOfCase(action, approved));
  }

  /** Asks for a day to be entered on which the offices are closed. It counts for every case; the content names each last day that it moves. */
  async requestClosure(closure: AnnouncedClosure, session: StaffSession): Asked<ClosureErrorCode> {
    const checked = await this.calendar.checkClosure(closure);
    if (!checked.ok) return checked;
    const moves = (await this.calendar.movesBy(closure)).map(({ caseNumber, ...moved }) => ({
      case: caseNumber,
      ...moved,
    }));
    return this.request({ action: 'enter-closure', ...closure, moves }, session);
  }

  /** Asks for a later notice of the supplement to be entered (REG 8, RULES 9). */
  async requestSupplementNotice(
    number: CaseNumber,
    noticedOn: TaipeiDate,
    session: StaffSession,
  ): Asked<SupplementNoticeErrorCode> {
    const checked = await this.calendar.checkSupplementNotice(number, noticedOn);
    return checked.ok
      ? this.request({ action: 'notice-supplement', case: number, noticedOn }, session)
      : checked;
  }

  /** Asks for the announcement of a closed case to be entered (ACT 13, REG 12). */
  async requestAnnouncement(
    number: CaseNumber,
    announcedOn: TaipeiDate,
    session: StaffSession,
  ): Asked<AnnouncementErrorCode> {
    const checked = await this.calendar.checkAnnouncement(number, announcedOn);
    return checked.ok
      ? this.request({ action: 'enter-announcement', case: number, announcedOn }, session)
      : checked;
  }

  /** Asks for a lawsuit to be entered, which keeps the records (REG 12). */
  async requestHold(number: CaseNumber, reference: string, session: StaffSession): Asked<HoldErrorCode> {
    const checked = await this.calendar.checkHold(number, reference);
    return checked.ok ? this.request({ action: 'enter-hold', case: number, reference }, session) : checked;
  }

  /** Asks for the final ruling of a lawsuit to be entered (REG 12). */
  async requestLift(
    number: CaseNumber,
    finalRulingOn: TaipeiDate,
    session: StaffSession,
  ): Asked<LiftHoldErrorCode> {
    const checked = await this.calendar.checkLift(number, finalRulingOn);
    return checked.ok ? this.request({ action: 'lift-hold', case: number, finalRulingOn }, session) : checked;
  }

  private async request(
    content: CalendarContent,
    session: StaffSession,
  ): Promise<Result<ApprovalRequest, never>> {
    const { action } = content;
    const onCase = 'case' in content ? { caseNumber: content.case } : {};
    const wanted = { action, ...onCase, content: calendarContent(content) };
    const made = await this.approvals.request(wanted, session);
    if (!made.ok) throw new Error(`nobody executes the action ${action}`);
    return made;
  }

  private async enter(approved: ApprovedAction): Promise<Result<void, CalendarStepExecutionErrorCode>> {
    const content = readCalendarContent(approved.content);
    if (content?.action !== 'enter-closure') return fail('approval-outdated');
    const { day, kind, reference, area } = content;
    const moves = content.moves.map(({ case: caseNumber, ...moved }) => ({ caseNumber, ...moved }));
    const entered = await this.calendar.enterClosure({ day, kind, reference, area }, by(approved), moves);
    return entered.ok ? entered : fail('approval-outdated');
  }

  private async enterOfCase(
    action: CalendarContent['action'],
    approved: ApprovedCaseAction,
  ): Promise<Result<void, CalendarStepExecutionErrorCode>> {
    const content = readCalendarContent(approved.content);
    if (content?.action !== action || !('case' in content) || content.case !== approved.caseNumber)
      return fail('approval-outdated');
    const entered = await this.write(content, by(approved));
    return entered.ok ? entered : fail('approval-outdated');
  }

  private write(
    content: Exclude<CalendarContent, { action: 'enter-closure' }>,
    entered: ApprovedBy,
  ): Promise<Result<void>> {
    const { case: number } = content;
    switch (content.action) {
      case 'notice-supplement':
        return this.calendar.noticeSupplement(number, content.noticedOn, entered);
      case 'enter-announcement':
        return this.calendar.announce(number, content.announcedOn, entered);
      case 'enter-hold':
        return this.calendar.enterHold(number, content.reference, entered);
      case 'lift-hold':
        return this.calendar.liftHold(number, content.finalRulingOn, entered);
    }
  }
}

/** The approver answers for what is entered; `request` leads to who asked. */
const by = ({ approvedBy, requestId }: ApprovedAction): ApprovedBy => ({
  actor: `staff:${approvedBy}`,
  request: requestId,
});
