import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  type ApprovalContentErrorCode,
  approvalContentErrorCodes,
  CheckingService,
  type PurgePlanErrorCode,
  purgePlanErrorCodes,
  type RosterErrorCode,
  rosterErrorCodes,
  type StageAnswerErrorCode,
  stageAnswerErrorCodes,
  type SubmittedRoundErrorCode,
  submittedRoundErrorCodes,
} from '../../checking/index.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { mapValue, ok, type Result } from '../../core/result.js';
import { Approvals, type StaffSession } from '../../staff/index.js';
import { CaseNumberParameter } from '../address-parameter.js';
import { Problems } from '../problem/endpoint-problems.js';
import { BodyLimit } from '../server/request-body.js';
import { CurrentSession, StaffOnly } from '../session-admission.js';
import { ApprovalView, approvalView } from '../staff/approval.dto.js';
import {
  CheckRequestDto,
  CheckView,
  checkView,
  largestAnswerBody,
  PurgePlanView,
  RosterView,
  rosterView,
  sealedFiles,
} from './check.dto.js';

/**
 * The check as staff see it. Before the submission each endpoint answers the same bytes, whatever was collected: no
 * code here reads a record of a round that is not submitted, and the database would not show one.
 */
@ApiTags('staff')
@Controller('staff/cases/:caseNumber')
@StaffOnly()
export class CheckController {
  constructor(
    private readonly checking: CheckingService,
    private readonly approvals: Approvals,
  ) {}

  @Get('check')
  @ApiOperation({ summary: 'Where the check (查對) stands, and its counts once every record is judged' })
  @ApiOkResponse({ type: CheckView })
  @Problems(submittedRoundErrorCodes)
  async check(
    @CaseNumberParameter() caseNumber: CaseNumber,
  ): Promise<Result<CheckView, SubmittedRoundErrorCode>> {
    return mapValue(await this.checking.progress(caseNumber), checkView);
  }

  @Get('roster')
  @StaffOnly('verifier')
  @ApiOperation({ summary: 'The roster for MOI: sealed to it, signed by the commission' })
  @ApiOkResponse({ type: RosterView })
  @Problems(rosterErrorCodes)
  async roster(@CaseNumberParameter() caseNumber: CaseNumber): Promise<Result<RosterView, RosterErrorCode>> {
    return mapValue(await this.checking.roster(caseNumber), rosterView);
  }

  @Get('purge')
  @StaffOnly('verifier')
  @ApiOperation({ summary: 'The dry run of a purge: from when on it may be, and what it would destroy' })
  @ApiOkResponse({ type: PurgePlanView })
  @Problems(purgePlanErrorCodes)
  purge(@CaseNumberParameter() caseNumber: CaseNumber): Promise<Result<PurgePlanView, PurgePlanErrorCode>> {
    return this.checking.purgePlan(caseNumber);
  }

  @Post('requests')
  @StaffOnly('verifier')
  @BodyLimit(largestAnswerBody)
  @ApiOperation({
    summary: 'Ask for a step that takes two people; another signs the `statement` of the answer',
    description:
      'With `import-answer`, the files of MOI’s answer. They are read as a whole first: an answer at fault is refused with file ' +
      'and line, and nothing changes.',
  })
  @ApiCreatedResponse({ type: ApprovalView })
  @Problems([...approvalContentErrorCodes, ...stageAnswerErrorCodes])
  async request(
    @CaseNumberParameter() caseNumber: CaseNumber,
    @Body() { action, files }: CheckRequestDto,
    @CurrentSession() session: StaffSession,
  ): Promise<Result<ApprovalView, ApprovalContentErrorCode | StageAnswerErrorCode>> {
    if (action === 'import-answer') {
      const staged = await this.checking.stageAnswer(caseNumber, sealedFiles(files ?? []));
      if (!staged.ok) return staged;
    }
    const content = await this.checking.approvalContent(action, caseNumber);
    if (!content.ok) return content;
    const wanted = await this.approvals.request({ action, caseNumber, content: content.value }, session);
    if (!wanted.ok) throw new Error(`nobody carries out the check's action ${action}`);
    return ok(approvalView(wanted.value));
  }
}
