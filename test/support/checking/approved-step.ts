import type { ApprovedStep } from '../../../src/checking/index.js';
import type { CaseNumber } from '../../../src/core/identifiers.js';

/** The request and the approver of every {@link approvedStep}. */
export const requestId = '0198c0de-0000-7000-8000-0000000000a1';
export const approverId = '6f1c0de0-0000-4000-8000-0000000000a2';

/** A step that two people have approved. */
export function approvedStep(caseNumber: CaseNumber, content: Uint8Array = new Uint8Array()): ApprovedStep {
  return { caseNumber, content, requestId, approvedBy: approverId };
}
