import type { Failure, Result } from '../../core/result.js';
import type { ApprovedAction } from './actions.js';
import { approvalEntry } from './audit.js';
import type { ApprovalParts } from './parts.js';
import type { ApprovalRequest } from './request.js';

/** How carrying out an approved action ended: the request as it is now, and the failure if it failed. */
export interface Execution {
  readonly request: ApprovalRequest;
  readonly failure?: Failure;
}

type Parts = Pick<ApprovalParts, 'clock' | 'store' | 'actions'>;

/**
 * Carries out what was just approved and notes how that ended. If the handler throws, the request is noted as failed with
 * `approval-execution-broken` and the error goes on to whoever logs bugs. If the process dies meanwhile, the request stays `approved`.
 */
export async function executeApproved(parts: Parts, request: ApprovalRequest): Promise<Execution> {
  try {
    const outcome = await handle(parts, request);
    return outcome.ok ? await executed(parts, request) : await failed(parts, request, outcome.failure);
  } catch (error) {
    await failed(parts, request, { code: 'approval-execution-broken', values: { request: request.id } });
    throw error;
  }
}

async function handle(parts: Parts, request: ApprovalRequest): Promise<Result<unknown>> {
  const handler = parts.actions.find(request.action);
  const subject = await parts.store.subjectOf(request.id);
  if (handler === undefined || subject === undefined)
    throw new Error('approved request without handler or subject');
  return handler(approvedAction(request, subject));
}

function approvedAction(request: ApprovalRequest, subject: Uint8Array): ApprovedAction {
  const { id, caseNumber, requestedBy, approvedBy, approvedAt } = request;
  if (approvedBy === undefined || approvedAt === undefined) throw new Error('request not approved');
  return { requestId: id, caseNumber, subject, requestedBy, approvedBy, approvedAt };
}

async function executed(parts: Parts, request: ApprovalRequest): Promise<Execution> {
  const entry = approvalEntry(request, 'executed', 'system', parts.clock.now());
  await parts.store.move(request.id, { to: 'executed' }, entry);
  return { request: { ...request, state: 'executed' } };
}

async function failed(parts: Parts, request: ApprovalRequest, failure: Failure): Promise<Execution> {
  const { code } = failure;
  const entry = approvalEntry(request, 'failed', 'system', parts.clock.now(), { code });
  await parts.store.move(request.id, { to: 'failed', failureCode: code }, entry);
  return { request: { ...request, state: 'failed', failureCode: code }, failure };
}
