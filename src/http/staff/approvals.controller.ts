import { Body, Controller, Get, Headers, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type ExecutionAtOnceErrorCode, executionAtOnceErrorCodes } from '../../checking/index.js';
import { type TakeInErrorCode, takeInErrorCodes } from '../../lead/index.js';
import { type Failure, mapValue, ok, type Result } from '../../core/result.js';
import { preferredLanguage } from '../../messages/index.js';
import { type RemedyExecutionErrorCode, remedyExecutionErrorCodes } from '../../remedies/index.js';
import {
  type ApprovalFindErrorCode,
  approvalFindErrorCodes,
  Approvals,
  type ApprovalVerificationErrorCode,
  approvalVerificationErrorCodes,
  type ApproveErrorCode,
  approveErrorCodes,
  type CaseStepExecutionErrorCode,
  caseStepExecutionErrorCodes,
  type MemberStepExecutionErrorCode,
  memberStepExecutionErrorCodes,
  type StaffSession,
} from '../../staff/index.js';
import { RequestIdParameter } from '../address-parameter.js';
import { CardSignatureBody, cardSignatureOf } from '../card-signature.dto.js';
import { MayCarry } from '../openapi/problems.js';
import { type FailureWithMembers, failWith, Problems } from '../problem/endpoint-problems.js';
import { CurrentSession, StaffOnly } from '../session-admission.js';
import { InReadOnly } from '../switch-admission.js';
import { Paging } from '../validation/paging.pipe.js';
import {
  ApprovalDetail,
  approvalDetail,
  ApprovalPage,
  ApprovalPageQuery,
  ApprovalSignature,
  ApprovalView,
  approvalView,
  NotExecutedMembers,
} from './approval.dto.js';

/** Why an approved action isn't executed, whichever it is. What is carried out later fails in its request. */
const notExecutedCodes = [
  ...approvalVerificationErrorCodes,
  ...executionAtOnceErrorCodes,
  ...caseStepExecutionErrorCodes,
  ...memberStepExecutionErrorCodes,
  ...takeInErrorCodes,
  ...remedyExecutionErrorCodes,
] as const;
type NotExecutedCode =
  | ApprovalVerificationErrorCode
  | ExecutionAtOnceErrorCode
  | CaseStepExecutionErrorCode
  | MemberStepExecutionErrorCode
  | TakeInErrorCode
  | RemedyExecutionErrorCode;

/** Two-person approvals (核可): one member requests (`staff/cases/:caseNumber/requests`, `staff/members`), another signs. */
@ApiTags('staff')
@Controller('staff/requests')
@StaffOnly()
export class ApprovalsController {
  constructor(private readonly approvals: Approvals) {}

  @Get()
  @ApiOperation({ summary: 'Requests for approval, the latest first' })
  @ApiOkResponse({ type: ApprovalPage })
  async page(
    @Paging() { before, limit, waiting = false, case: caseNumber }: ApprovalPageQuery,
    @CurrentSession() session: StaffSession,
  ): Promise<ApprovalPage> {
    const wanted = { before, caseNumber, waitingFor: waiting ? session.memberId : undefined };
    const requests = await this.approvals.page(wanted, limit);
    const last = requests.length === limit ? requests.at(-1) : undefined;
    return { requests: requests.map(approvalView), ...(last === undefined ? {} : { next: last.id }) };
  }

  @Get(':id')
  @ApiOperation({ summary: 'A request, with what is approved and the statement to sign' })
  @ApiOkResponse({ type: ApprovalDetail })
  @Problems(approvalFindErrorCodes)
  async one(
    @RequestIdParameter() id: string,
    @Headers('accept-language') accepted: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Result<ApprovalDetail, ApprovalFindErrorCode>> {
    const language = preferredLanguage(accepted);
    void reply.header('content-language', language).header('vary', 'Accept-Language');
    return mapValue(await this.approvals.find(id), (request) => approvalDetail(request, language));
  }

  @Post(':id/approval')
  @InReadOnly()
  @HttpCode(200)
  @StaffOnly('approver')
  @CardSignatureBody()
  @ApiOperation({
    summary: "The second person's signature: carries the action out",
    description:
      'Signed by the certificate the approver signed in with, over the exact `statement` of the request. Where carrying out fails, the ' +
      'answer is that problem, and the request stays as `failed` with its code. What takes long (`send-roster`, `import-answer`, ' +
      '`confirm-result`, `correct-result`) is carried out afterwards: the answer says `approved`, `GET staff/cases/{n}/check` says how far it is, ' +
      'and the request becomes `executed` or `failed`. `start-check` and `purge` of a large case may also be answered with `approved` and go on; where the ' +
      'program ends meanwhile, they are asked for again.',
  })
  @ApiOkResponse({ type: ApprovalView })
  @Problems([...approveErrorCodes, ...notExecutedCodes])
  @MayCarry(NotExecutedMembers, ...notExecutedCodes)
  async approve(
    @RequestIdParameter() id: string,
    @CurrentSession() session: StaffSession,
    @Body() body: ApprovalSignature,
  ): Promise<Result<ApprovalView, ApproveErrorCode> | FailureWithMembers<NotExecutedCode>> {
    const approved = await this.approvals.approve(id, session, cardSignatureOf(body.signature));
    if (!approved.ok) return approved;
    const { failure } = approved.value;
    const request = approvalView(approved.value.request);
    return failure === undefined ? ok(request) : failWith(executionFailure(failure), { request });
  }
}

/** Why the execution failed. A handler's code that the endpoint doesn't document is a bug of that handler. */
function executionFailure({ code, values }: Failure): Failure<NotExecutedCode> {
  const known = notExecutedCodes.find((each) => each === code);
  if (known === undefined) throw new Error(`approval handler failed with an unknown code: ${code}`);
  return values === undefined ? { code: known } : { code: known, values };
}
