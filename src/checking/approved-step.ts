import type { AuditEntry } from '../audit/index.js';
import { type Case, type CaseEvent, type CaseMove, caseMove } from '../cases/index.js';
import type { CaseNumber } from '../core/identifiers.js';

/** A step of the check that two people have approved. */
export interface ApprovedStep {
  readonly caseNumber: CaseNumber;
  /** Exactly what was approved. */
  readonly content: Uint8Array;
  /** UUID of the request. */
  readonly requestId: string;
  /** UUID of the member who approved it. */
  readonly approvedBy: string;
}

/**
 * What the audit log stores of every approved step. The actor is the approver, because their signature starts the
 * execution. `request` leads to the events of the request, and so to the requester.
 */
export function approvalTrail({ approvedBy, requestId }: Pick<ApprovedStep, 'approvedBy' | 'requestId'>) {
  return { actor: `staff:${approvedBy}`, details: { request: requestId } } satisfies Partial<AuditEntry>;
}

/** The step of the case that goes with an approved step of its check. Undefined where the state machine has none. */
export function approvedMove(
  referendum: Case,
  event: CaseEvent,
  approved: ApprovedStep,
  at: Date,
): CaseMove | undefined {
  const { actor, details } = approvalTrail(approved);
  const move = caseMove(referendum, event, { at, actor }, () => details);
  return move.ok ? move.value : undefined;
}
