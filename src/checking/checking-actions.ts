import type { CaseNumber } from '../core/identifiers.js';
import type { Result } from '../core/result.js';
import type { ApprovedStep } from './approved-step.js';

/** The steps of a check that take two people. */
export const checkingActions = [
  'start-check',
  'send-roster',
  'import-answer',
  'confirm-result',
  'correct-result',
  'purge',
] as const;

/** A step that takes two people. */
export type CheckingAction = (typeof checkingActions)[number];

/** Whether this is one of the check's actions. */
export function isCheckingAction(text: string): text is CheckingAction {
  return checkingActions.some((action) => action === text);
}

/** Where the actions that need two people are registered. `ApprovalActions` of the staff capability implements it. */
export interface TwoPersonActions {
  /** Registers the handler that executes an action once it is approved. */
  register(action: string, handler: (approved: ApprovedStep) => Promise<Result<unknown>>): void;
  /** The same for an action whose work may be long: the approver is answered in time, and it goes on in this process. */
  registerUnhurried(action: string, handler: (approved: ApprovedStep) => Promise<Result<unknown>>): void;
  /** The same for an action whose work is long: approving it calls `putUp` alone. */
  registerLater(
    action: string,
    handler: (approved: ApprovedStep) => Promise<Result<unknown>>,
    putUp: (request: ApprovedRequest) => Promise<void>,
  ): void;
}

/** An approved request, as far as putting it up needs it. */
export interface ApprovedRequest {
  /** UUID. */
  readonly id: string;
  readonly action: string;
  readonly caseNumber?: CaseNumber;
}
