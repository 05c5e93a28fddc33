import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Failure } from '../../core/result.js';
import { isMessageCode } from '../../messages/index.js';
import { Approvals, type StaffSession } from '../../staff/index.js';
import { cardSignatureOf } from '../card-signature.dto.js';
import { Problems } from '../openapi/problems.js';
import { ProblemException, valueOrProblem } from '../problem/problem.js';
import { CurrentSession, StaffOnly } from '../session.guards.js';
import {
  ApprovalPage,
  ApprovalPageQuery,
  ApprovalSignature,
  ApprovalView,
  approvalView,
} from './approval.dto.js';

const defaultPageSize = 50;

/** An identifier that isn't one names nothing. */
const requestId = new ParseUUIDPipe({
  exceptionFactory: () => new ProblemException({ code: 'approval-request-unknown' }),
});

/** What two people decide (核可): one asks (`staff/cases/:caseNumber/requests`), another signs. */
@ApiTags('staff')
@Controller('staff/requests')
@StaffOnly()
export class ApprovalsController {
  constructor(private readonly approvals: Approvals) {}

  @Get()
  @ApiOperation({ summary: 'Requests for approval, the latest first' })
  @ApiOkResponse({ type: ApprovalPage })
  @Problems('request-invalid')
  async page(@Query() query: ApprovalPageQuery): Promise<ApprovalPage> {
    const limit = Number(query.limit ?? defaultPageSize);
    const requests = await this.approvals.page(query.before, limit);
    const last = requests.length === limit ? requests.at(-1) : undefined;
    return { requests: requests.map(approvalView), ...(last === undefined ? {} : { next: last.id }) };
  }

  @Get(':id')
  @ApiOperation({ summary: 'A request, with the statement to sign' })
  @ApiOkResponse({ type: ApprovalView })
  @Problems('approval-request-unknown')
  async one(@Param('id', requestId) id: string): Promise<ApprovalView> {
    return approvalView(valueOrProblem(await this.approvals.find(id)));
  }

  @Post(':id/approval')
  @HttpCode(200)
  @StaffOnly('approver')
  @ApiOperation({
    summary: "The second person's signature: carries the action out",
    description:
      'Signed by the certificate the approver signed in with, over the exact `statement` of the request. Where carrying out fails, the ' +
      'answer is that problem, and the request stays as `failed` with its code.',
  })
  @ApiOkResponse({ type: ApprovalView })
  @Problems('approval-request-unknown', 'approval-not-pending', 'approval-expired', 'approval-by-requester')
  @Problems('approval-certificate-not-the-approvers', 'revocation-unavailable')
  async approve(
    @Param('id', requestId) id: string,
    @CurrentSession() session: StaffSession,
    @Body() body: ApprovalSignature,
  ): Promise<ApprovalView> {
    const signature = cardSignatureOf(body.signature);
    const { request, failure } = valueOrProblem(await this.approvals.approve(id, session, signature));
    if (failure !== undefined) throw executionProblem(failure, approvalView(request));
    return approvalView(request);
  }
}

/** Why carrying out failed, with the request as it now is. A handler's code without a sentence is a bug of that handler. */
function executionProblem(failure: Failure, request: ApprovalView): ProblemException {
  const { code, values } = failure;
  if (!isMessageCode(code)) throw new Error(`approval handler failed with an unknown code: ${code}`);
  return new ProblemException(values === undefined ? { code } : { code, values }, { request });
}
