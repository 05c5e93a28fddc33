import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import {
  CheckingService,
  type DiscardAnswerErrorCode,
  discardAnswerErrorCodes,
  type KeepAnswerFileErrorCode,
  keepAnswerFileErrorCodes,
  type PurgePlanErrorCode,
  purgePlanErrorCodes,
  type RosterErrorCode,
  rosterErrorCodes,
  type StepRequestErrorCode,
  stepRequestErrorCodes,
  type SubmittedRoundErrorCode,
  submittedRoundErrorCodes,
} from '../../checking/index.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { mapValue, ok, type Result } from '../../core/result.js';
import { Approvals, type StaffSession } from '../../staff/index.js';
import { AddressParameter, CaseNumberParameter } from '../address-parameter.js';
import { Problems } from '../problem/endpoint-problems.js';
import { CmsBody } from '../server/request-body.js';
import { CurrentSession, StaffOnly } from '../session-admission.js';
import { ApprovalView, approvalView } from '../staff/approval.dto.js';
import {
  CheckRequestDto,
  CheckView,
  checkView,
  maximumFileBytes,
  PurgePlanView,
  RosterView,
  rosterView,
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

  @Put('answer/:file')
  @HttpCode(204)
  @StaffOnly('verifier')
  @CmsBody(maximumFileBytes)
  @ApiOperation({
    summary: 'Upload one sealed file of MOI’s answer, named as in the roster',
    description:
      'The bytes as they came from MOI. A file of the same name is replaced. Nothing is opened before the import is asked for.',
  })
  @ApiNoContentResponse()
  @Problems(keepAnswerFileErrorCodes)
  keepAnswerFile(
    @CaseNumberParameter() caseNumber: CaseNumber,
    @AddressParameter('file') name: string,
    @Body() sealed: Buffer,
  ): Promise<Result<void, KeepAnswerFileErrorCode>> {
    // Without a body there is an object in its place.
    return this.checking.keepAnswerFile(caseNumber, {
      name,
      sealed: Buffer.isBuffer(sealed) ? sealed : Buffer.alloc(0),
    });
  }

  @Delete('answer')
  @HttpCode(204)
  @StaffOnly('verifier')
  @ApiOperation({ summary: 'Remove the uploaded files of an answer that is not imported' })
  @ApiNoContentResponse()
  @Problems(discardAnswerErrorCodes)
  discardAnswer(
    @CaseNumberParameter() caseNumber: CaseNumber,
  ): Promise<Result<void, DiscardAnswerErrorCode>> {
    return this.checking.discardAnswer(caseNumber);
  }

  @Post('requests')
  @StaffOnly('verifier')
  @ApiOperation({
    summary: 'Ask for a step that takes two people; another signs the `statement` of the answer',
    description:
      'With `import-answer`, the uploaded files of MOI’s answer are read as a whole first: an answer at fault is refused with file ' +
      'and line, and nothing changes. With `start-check`, the paper rows are entered and settled, or `withoutPaper` says that there are none.',
  })
  @ApiCreatedResponse({ type: ApprovalView })
  @Problems(stepRequestErrorCodes)
  async request(
    @CaseNumberParameter() caseNumber: CaseNumber,
    @Body() { action, withoutPaper = false }: CheckRequestDto,
    @CurrentSession() session: StaffSession,
  ): Promise<Result<ApprovalView, StepRequestErrorCode>> {
    const content = await this.checking.prepare(action, caseNumber, { withoutPaper });
    if (!content.ok) return content;
    const wanted = await this.approvals.request({ action, caseNumber, content: content.value }, session);
    if (!wanted.ok) throw new Error(`nobody executes the check's action ${action}`);
    return ok(approvalView(wanted.value));
  }
}
