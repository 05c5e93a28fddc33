import type { Clock } from '../../core/clock.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { fail, type Failure, type Result } from '../../core/result.js';
import type { CaseConflicts } from '../case-conflicts.js';
import type { ApprovalStore, ApproverCertificateValidator } from '../ports.js';
import { approvalEntry, type ApprovalRequest, type ApprovedRow } from './request.js';
import { verifyApproval } from './verify-approval.js';

/** How the execution of an approved action ended: the request as it is now, and the failure if it failed. */
export interface Execution {
  readonly request: ApprovalRequest;
  readonly failure?: Failure;
}

/**
 * Executes the action that was just approved and stores how that ended. What is stored is verified first, because
 * staff's login to the database can write it. If the handler throws, the request is stored as
 * failed with `approval-execution-broken` and the error is thrown again, so that it is logged. If the process ends
 * meanwhile, the request stays `approved`.
 */
export async function executeApproved(
  dependencies: ApprovalDependencies,
  request: ApprovalRequest,
): Promise<Execution> {
  try {
    const outcome = await handle(dependencies, request);
    return outcome.ok
      ? await executed(dependencies, request)
      : await failed(dependencies, request, outcome.failure);
  } catch (error) {
    await failed(dependencies, request, {
      code: 'approval-execution-broken',
      values: { request: request.id },
    });
    throw error;
  }
}

async function handle(
  dependencies: ApprovalDependencies,
  request: ApprovalRequest,
): Promise<Result<unknown>> {
  const row = await dependencies.store.approved(request.id);
  if (row === undefined) throw new Error('approved request without row');
  return verifyAndHandle(dependencies, row);
}

/** Verifies what is stored of an approved request, and has its handler carry it out. */
export async function verifyAndHandle(
  { actions, clock, validator, conflicts }: ApprovalDependencies,
  row: ApprovedRow,
): Promise<Result<unknown>> {
  const verified = await verifyApproval(row, { validator, conflicts, at: clock.now() });
  if (!verified.ok) return verified;
  // Looked up by what was verified: whoever has staff's login can write another action into the row.
  const handler = actions.find(verified.value.action);
  if (handler === undefined) throw new Error('approved request without handler');
  return handler(approvedAction(verified.value));
}

function approvedAction(request: ApprovalRequest): ApprovedAction {
  const { id, caseNumber, content, requestedBy, approvedBy, approvedAt } = request;
  if (approvedBy === undefined || approvedAt === undefined) throw new Error('request not approved');
  const approved = { requestId: id, content, requestedBy, approvedBy, approvedAt };
  return caseNumber === undefined ? approved : { ...approved, caseNumber };
}

/** Stores that the action was carried out. */
export async function executed(
  dependencies: ApprovalDependencies,
  request: ApprovalRequest,
): Promise<Execution> {
  const entry = approvalEntry(request, 'executed', 'system', dependencies.clock.now());
  await dependencies.store.move(request.id, { to: 'executed' }, entry);
  return { request: { ...request, state: 'executed' } };
}

/** Stores that the action was not carried out, and why. */
export async function failed(
  dependencies: ApprovalDependencies,
  request: ApprovalRequest,
  failure: Failure,
): Promise<Execution> {
  const { code } = failure;
  const entry = approvalEntry(request, 'failed', 'system', dependencies.clock.now(), { code });
  await dependencies.store.move(request.id, { to: 'failed', failureCode: code }, entry);
  return { request: { ...request, state: 'failed', failureCode: code }, failure };
}

/** An action that two people have approved, as its handler gets it. */
export interface ApprovedAction {
  /** The request's UUID. */
  readonly requestId: string;
  /** The case it is done to, if it is done to one. */
  readonly caseNumber?: CaseNumber;
  /** Exactly the bytes whose digest was signed. */
  readonly content: Uint8Array;
  /** UUIDs of the two members. */
  readonly requestedBy: string;
  readonly approvedBy: string;
  readonly approvedAt: Date;
}

/** An approved action on a case. */
export type ApprovedCaseAction = ApprovedAction & Required<Pick<ApprovedAction, 'caseNumber'>>;

/** Puts an approved request up, to be carried out outside the request that approved it. It never rejects: what is lost is looked for. */
export type PutUp = (request: ApprovalRequest) => Promise<void>;

/**
 * Executes one action. Called once for an approved request. A failure's code is stored with the request and shown to
 * staff.
 */
export type ApprovalHandler = (approved: ApprovedAction) => Promise<Result<unknown>>;

/**
 * The actions that need two people, each with its handler. Capabilities register theirs when the application starts.
 */
export class ApprovalActions {
  private readonly handlers = new Map<string, ApprovalHandler>();
  private readonly later = new Map<string, PutUp>();
  private readonly long = new Set<string>();

  /**
   * Registers the handler of an action on a case. A request without one fails as `approval-not-verified`: this program writes none.
   * Throws if the action has a handler already: that is a bug.
   */
  register(action: string, handler: (approved: ApprovedCaseAction) => Promise<Result<unknown>>): void {
    this.add(action, async (approved) => {
      const { caseNumber } = approved;
      return caseNumber === undefined ? notVerified : handler({ ...approved, caseNumber });
    });
  }

  /** The same for an action whose work may be long: the approver is answered in time, and the work goes on in this process. */
  registerUnhurried(
    action: string,
    handler: (approved: ApprovedCaseAction) => Promise<Result<unknown>>,
  ): void {
    this.register(action, handler);
    this.long.add(action);
  }

  /**
   * The same for an action whose work is long: approving it only puts it up, and {@link ApprovedRequests} has it carried out, in this process or
   * in another.
   */
  registerLater(
    action: string,
    handler: (approved: ApprovedCaseAction) => Promise<Result<unknown>>,
    putUp: PutUp,
  ): void {
    this.register(action, handler);
    this.later.set(action, putUp);
  }

  /** The same for an action on no case: a request that names one fails. */
  registerWithoutCase(action: string, handler: ApprovalHandler): void {
    this.add(action, async (approved) =>
      approved.caseNumber === undefined ? handler(approved) : notVerified,
    );
  }

  private add(action: string, handler: ApprovalHandler): void {
    if (this.handlers.has(action)) throw new Error(`approval action registered twice: ${action}`);
    this.handlers.set(action, handler);
  }

  /** How an action is put up that is carried out later; undefined for one that is carried out at once. */
  putUpOf(action: string): PutUp | undefined {
    return this.later.get(action);
  }

  /** Whether the work of an action that is carried out at once may be long. */
  mayTakeLong(action: string): boolean {
    return this.long.has(action);
  }

  /** The handler of `action`, or undefined. */
  find(action: string): ApprovalHandler | undefined {
    return this.handlers.get(action);
  }
}

const notVerified = fail('approval-not-verified', { what: 'case' });

/** What approvals work with. */
export interface ApprovalDependencies {
  readonly clock: Clock;
  readonly store: ApprovalStore;
  readonly validator: ApproverCertificateValidator;
  readonly actions: ApprovalActions;
  readonly conflicts: Pick<CaseConflicts, 'isLead' | 'hasPart'>;
  /** The platform's origin. */
  readonly origin: string;
}
