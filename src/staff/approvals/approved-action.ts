import type { Clock } from '../../core/clock.js';
import type { CaseNumber } from '../../core/identifiers.js';
import type { Failure, Result } from '../../core/result.js';
import type { ApprovalStore, StaffCertificateValidator } from '../ports.js';
import { approvalEntry, type ApprovalRequest } from './request.js';

/** How carrying out an approved action ended: the request as it is now, and the failure if it failed. */
export interface Execution {
  readonly request: ApprovalRequest;
  readonly failure?: Failure;
}

type ExecutionDependencies = Pick<ApprovalDependencies, 'clock' | 'store' | 'actions'>;

/**
 * Carries out what was just approved and notes how that ended. If the handler throws, the request is noted as failed with
 * `approval-execution-broken` and the error goes on to whoever logs bugs. If the process dies meanwhile, the request stays `approved`.
 */
export async function executeApproved(
  parts: ExecutionDependencies,
  request: ApprovalRequest,
): Promise<Execution> {
  try {
    const outcome = await handle(parts, request);
    return outcome.ok ? await executed(parts, request) : await failed(parts, request, outcome.failure);
  } catch (error) {
    await failed(parts, request, { code: 'approval-execution-broken', values: { request: request.id } });
    throw error;
  }
}

async function handle(parts: ExecutionDependencies, request: ApprovalRequest): Promise<Result<unknown>> {
  const handler = parts.actions.find(request.action);
  const subject = await parts.store.contentOf(request.id);
  if (handler === undefined || subject === undefined)
    throw new Error('approved request without handler or subject');
  return handler(approvedAction(request, subject));
}

function approvedAction(request: ApprovalRequest, subject: Uint8Array): ApprovedAction {
  const { id, caseNumber, requestedBy, approvedBy, approvedAt } = request;
  if (approvedBy === undefined || approvedAt === undefined) throw new Error('request not approved');
  return { requestId: id, caseNumber, subject, requestedBy, approvedBy, approvedAt };
}

async function executed(parts: ExecutionDependencies, request: ApprovalRequest): Promise<Execution> {
  const entry = approvalEntry(request, 'executed', 'system', parts.clock.now());
  await parts.store.move(request.id, { to: 'executed' }, entry);
  return { request: { ...request, state: 'executed' } };
}

async function failed(
  parts: ExecutionDependencies,
  request: ApprovalRequest,
  failure: Failure,
): Promise<Execution> {
  const { code } = failure;
  const entry = approvalEntry(request, 'failed', 'system', parts.clock.now(), { code });
  await parts.store.move(request.id, { to: 'failed', failureCode: code }, entry);
  return { request: { ...request, state: 'failed', failureCode: code }, failure };
}

/** What two people have approved, for whoever carries it out. */
export interface ApprovedAction<Subject = Uint8Array> {
  /** The request's UUID. */
  readonly requestId: string;
  readonly caseNumber: CaseNumber;
  /** Exactly the bytes whose digest was signed. */
  readonly subject: Subject;
  /** UUIDs of the two. */
  readonly requestedBy: string;
  readonly approvedBy: string;
  readonly approvedAt: Date;
}

/** Carries out one action. Called once for an approved request; a failure's code is kept with the request and shown to staff. */
export type ApprovalHandler = (approved: ApprovedAction) => Promise<Result<unknown>>;

/** The actions that need two people, each with who carries it out. Rooms register theirs when the application starts. */
export class ApprovalActions {
  private readonly handlers = new Map<string, ApprovalHandler>();

  /** Registers who carries out `action`. Throws if somebody does already: that is a bug. */
  register(action: string, handler: ApprovalHandler): void {
    if (this.handlers.has(action)) throw new Error(`approval action registered twice: ${action}`);
    this.handlers.set(action, handler);
  }

  /** Who carries out `action`, if anybody does. */
  find(action: string): ApprovalHandler | undefined {
    return this.handlers.get(action);
  }
}

/** What approvals work with. */
export interface ApprovalDependencies {
  readonly clock: Clock;
  readonly store: ApprovalStore;
  readonly validator: StaffCertificateValidator;
  readonly actions: ApprovalActions;
}
