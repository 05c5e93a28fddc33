import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CheckingService } from '../../checking/index.js';
import { Approvals, type StaffSession } from '../../staff/index.js';
import { caseNumberIn } from '../cases/case-number.js';
import { Problems } from '../openapi/problems.js';
import { valueOrProblem } from '../problem/problem.js';
import { BodyLimit } from '../server/request-body.js';
import { CurrentSession, StaffOnly } from '../session.guards.js';
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
 * The check as staff see it. Before the submission each of these answers the same bytes whatever was collected: nothing
 * here looks at a record of a round that was not handed in, and the database would not show one.
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
  @Problems('not-found', 'check-not-ready')
  async check(@Param('caseNumber') caseNumber: string): Promise<CheckView> {
    return checkView(valueOrProblem(await this.checking.progress(caseNumberIn(caseNumber))));
  }

  @Get('roster')
  @StaffOnly('verifier')
  @ApiOperation({ summary: 'The roster for MOI: sealed to it, signed by the commission' })
  @ApiOkResponse({ type: RosterView })
  @Problems('not-found', 'check-not-ready', 'roster-not-sent')
  async roster(@Param('caseNumber') caseNumber: string): Promise<RosterView> {
    return rosterView(valueOrProblem(await this.checking.roster(caseNumberIn(caseNumber))));
  }

  @Get('purge')
  @StaffOnly('verifier')
  @ApiOperation({ summary: 'The dry run of a purge: from when on it may be, and what it would destroy' })
  @ApiOkResponse({ type: PurgePlanView })
  @Problems('not-found', 'check-not-ready', 'purge-done-already')
  async purge(@Param('caseNumber') caseNumber: string): Promise<PurgePlanView> {
    return valueOrProblem(await this.checking.purgePlan(caseNumberIn(caseNumber)));
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
  @Problems('not-found', 'check-not-ready', 'roster-not-sent', 'answer-already-imported', 'result-not-ready')
  @Problems('purge-too-early', 'purge-done-already', 'answer-not-opened', 'answer-unsigned')
  @Problems(
    'answer-signed-by-another',
    'answer-for-another-batch',
    'answer-file-unknown',
    'answer-file-missing',
  )
  @Problems('answer-file-repeated', 'answer-malformed', 'answer-manifest-malformed', 'answer-cut-short')
  @Problems('answer-digest-wrong', 'answer-row-repeated', 'answer-row-missing', 'answer-row-unknown')
  @Problems('answer-code-unknown')
  async request(
    @Param('caseNumber') text: string,
    @Body() { action, files }: CheckRequestDto,
    @CurrentSession() session: StaffSession,
  ): Promise<ApprovalView> {
    const caseNumber = caseNumberIn(text);
    if (action === 'import-answer')
      valueOrProblem(await this.checking.stageAnswer(caseNumber, sealedFiles(files ?? [])));
    const subject = valueOrProblem(await this.checking.approvalContent(action, caseNumber));
    const wanted = { action, caseNumber, subject };
    return approvalView(valueOrProblem(await this.approvals.request(wanted, session)));
  }
}
