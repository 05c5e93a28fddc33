import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  type AnnouncementErrorCode,
  announcementErrorCodes,
  CalendarService,
  type ClosureErrorCode,
  closureErrorCodes,
  type HoldErrorCode,
  holdErrorCodes,
  type LiftHoldErrorCode,
  liftHoldErrorCodes,
  type SupplementNoticeErrorCode,
  supplementNoticeErrorCodes,
} from '../../cases/index.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { mapValue, type Result } from '../../core/result.js';
import { type DayErrorCode, dayErrorCodes, parseTaipeiDate } from '../../core/taipei-date.js';
import { CalendarSteps, type StaffSession } from '../../staff/index.js';
import { CaseNumberParameter } from '../address-parameter.js';
import { Problems } from '../problem/endpoint-problems.js';
import { CurrentSession, StaffOnly } from '../session-admission.js';
import { ApprovalView, approvalView } from '../staff/approval.dto.js';
import { Paging } from '../validation/paging.pipe.js';
import {
  AnnouncementDto,
  ClosureDto,
  DueList,
  dueView,
  FinalRulingDto,
  HoldDto,
  SupplementNoticeDto,
} from './calendar.dto.js';
import { StaffCaseListQuery } from './case-list-query.dto.js';

type Asked<Code extends string> = Promise<Result<ApprovalView, Code | DayErrorCode>>;

const byAnother =
  'Another member approves the request (`staff/requests/{id}/approval`). Until then nothing changes.';

/** The days that two people enter, of which a registrar asks and an approver signs; and what is due. */
@ApiTags('staff')
@Controller('staff')
@StaffOnly()
export class CalendarController {
  constructor(
    private readonly steps: CalendarSteps,
    private readonly calendar: CalendarService,
  ) {}

  @Get('due')
  @ApiOperation({
    summary: 'The limits that the law sets and that run: days left, and what is overdue',
    description: 'Of real cases, or of rehearsals (演練). Nothing here depends on how many have co-signed.',
  })
  @ApiOkResponse({ type: DueList })
  async due(@Paging() { rehearsals = false }: StaffCaseListQuery): Promise<DueList> {
    return { due: (await this.calendar.due({ rehearsals })).map(dueView) };
  }

  @Post('closures')
  @StaffOnly('registrar')
  @ApiOperation({
    summary: 'Ask for a day to be entered on which government offices are closed (ACT 6)',
    description:
      `${byAnother} Then it is published, and each last day that it touches is moved to the next day on which the offices are open. It ` +
      'can’t be taken back.',
  })
  @ApiCreatedResponse({ type: ApprovalView })
  @Problems([...closureErrorCodes, ...dayErrorCodes])
  async closure(@Body() body: ClosureDto, @CurrentSession() session: StaffSession): Asked<ClosureErrorCode> {
    const day = parseTaipeiDate(body.day);
    if (!day.ok) return day;
    return mapValue(await this.steps.requestClosure({ ...body, day: day.value }, session), approvalView);
  }

  @Post('cases/:caseNumber/supplement-notice')
  @StaffOnly('registrar')
  @ApiOperation({
    summary: 'Ask for the day to be entered on which the notice of the struck-out list was delivered',
    description: `${byAnother} Without it the supplement’s thirty days run from the confirmed result (REG 8, RULES 9).`,
  })
  @ApiCreatedResponse({ type: ApprovalView })
  @Problems([...supplementNoticeErrorCodes, ...dayErrorCodes])
  async supplementNotice(
    @CaseNumberParameter() caseNumber: CaseNumber,
    @Body() body: SupplementNoticeDto,
    @CurrentSession() session: StaffSession,
  ): Asked<SupplementNoticeErrorCode> {
    const day = parseTaipeiDate(body.noticedOn);
    if (!day.ok) return day;
    const asked = await this.steps.requestSupplementNotice(caseNumber, day.value, session);
    return mapValue(asked, approvalView);
  }

  @Post('cases/:caseNumber/announcement')
  @StaffOnly('registrar')
  @ApiOperation({
    summary: 'Ask for the day of the announcement (公告日) of a closed case to be entered (ACT 13, REG 12)',
    description: `${byAnother} From this day the records are kept for two years.`,
  })
  @ApiCreatedResponse({ type: ApprovalView })
  @Problems([...announcementErrorCodes, ...dayErrorCodes])
  async announcement(
    @CaseNumberParameter() caseNumber: CaseNumber,
    @Body() body: AnnouncementDto,
    @CurrentSession() session: StaffSession,
  ): Asked<AnnouncementErrorCode> {
    const day = parseTaipeiDate(body.announcedOn);
    if (!day.ok) return day;
    return mapValue(await this.steps.requestAnnouncement(caseNumber, day.value, session), approvalView);
  }

  @Post('cases/:caseNumber/hold')
  @StaffOnly('registrar')
  @ApiOperation({
    summary: 'Ask for a lawsuit over a case to be entered: its records are kept meanwhile (REG 12)',
    description: byAnother,
  })
  @ApiCreatedResponse({ type: ApprovalView })
  @Problems(holdErrorCodes)
  async hold(
    @CaseNumberParameter() caseNumber: CaseNumber,
    @Body() { reference }: HoldDto,
    @CurrentSession() session: StaffSession,
  ): Promise<Result<ApprovalView, HoldErrorCode>> {
    return mapValue(await this.steps.requestHold(caseNumber, reference, session), approvalView);
  }

  @Post('cases/:caseNumber/final-ruling')
  @StaffOnly('registrar')
  @ApiOperation({
    summary:
      'Ask for the final ruling of a lawsuit to be entered: three months later the records may go (REG 12)',
    description: byAnother,
  })
  @ApiCreatedResponse({ type: ApprovalView })
  @Problems([...liftHoldErrorCodes, ...dayErrorCodes])
  async finalRuling(
    @CaseNumberParameter() caseNumber: CaseNumber,
    @Body() body: FinalRulingDto,
    @CurrentSession() session: StaffSession,
  ): Asked<LiftHoldErrorCode> {
    const day = parseTaipeiDate(body.finalRulingOn);
    if (!day.ok) return day;
    return mapValue(await this.steps.requestLift(caseNumber, day.value, session), approvalView);
  }
}
