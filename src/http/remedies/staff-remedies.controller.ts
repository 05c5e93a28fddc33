import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CaseNumber } from '../../core/identifiers.js';
import { mapValue, ok, type Result } from '../../core/result.js';
import {
  RemedyDecisions,
  type RemedyDecisionErrorCode,
  remedyDecisionErrorCodes,
} from '../../remedies/index.js';
import { Approvals, type StaffSession } from '../../staff/index.js';
import { CaseNumberParameter, RemedyIdParameter } from '../address-parameter.js';
import { Problems } from '../problem/endpoint-problems.js';
import { CurrentSession, StaffOnly } from '../session-admission.js';
import { ApprovalView, approvalView } from '../staff/approval.dto.js';
import { Paging } from '../validation/paging.pipe.js';
import { ProposalDto, RemedyPageQuery, RemedyRequestsView, requestsView } from './remedies.dto.js';

/** What people asked for about co-signatures of a case, and what two people decide. */
@ApiTags('staff')
@Controller('staff/cases/:caseNumber/remedies')
export class StaffRemediesController {
  constructor(
    private readonly decisions: RemedyDecisions,
    private readonly approvals: Approvals,
  ) {}

  @Get()
  @StaffOnly('verifier', 'approver')
  @ApiOperation({
    summary: 'The requests of submitted rounds; none before the submission, whatever there is',
  })
  @ApiOkResponse({ type: RemedyRequestsView })
  @Problems(['not-found'])
  async list(
    @CaseNumberParameter() caseNumber: CaseNumber,
    @Paging() { after, open = false, limit }: RemedyPageQuery,
  ): Promise<Result<RemedyRequestsView, 'not-found'>> {
    return mapValue(await this.decisions.page(caseNumber, { after, open }, limit), requestsView);
  }

  @Post(':id/decision')
  @StaffOnly('verifier')
  @ApiOperation({ summary: 'Propose a decision; another person signs the `statement` of the answer' })
  @ApiCreatedResponse({ type: ApprovalView })
  @Problems(remedyDecisionErrorCodes)
  async propose(
    @CaseNumberParameter() caseNumber: CaseNumber,
    @RemedyIdParameter() id: string,
    @Body() proposal: ProposalDto,
    @CurrentSession() session: StaffSession,
  ): Promise<Result<ApprovalView, RemedyDecisionErrorCode>> {
    const { outcome, reason } = proposal;
    const prepared = await this.decisions.prepare(caseNumber, id, { outcome, reason });
    if (!prepared.ok) return prepared;
    const wanted = await this.approvals.request({ caseNumber, ...prepared.value }, session);
    if (!wanted.ok) throw new Error(`nobody executes the action ${prepared.value.action}`);
    return ok(approvalView(wanted.value));
  }
}
