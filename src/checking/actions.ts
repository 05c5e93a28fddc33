import type { CaseNumber } from '../core/identifiers.js';
import type { Result } from '../core/result.js';

/** The steps of a check that take two people. */
export const checkingActions = [
  'start-check',
  'send-roster',
  'import-answer',
  'confirm-result',
  'purge',
] as const;

/** A step that takes two people. */
export type CheckingAction = (typeof checkingActions)[number];

/** Whether this is one of the check's actions. */
export function isCheckingAction(text: string): text is CheckingAction {
  return checkingActions.some((action) => action === text);
}

/** Where the actions that take two people are registered: room staff's `ApprovalActions`, as far as it is needed here. */
export interface TwoPersonActions {
  /** Registers who carries out an action once it is approved; `subject` is exactly what was approved. */
  register(
    action: string,
    handler: (approved: {
      readonly caseNumber: CaseNumber;
      readonly subject: Uint8Array;
    }) => Promise<Result<unknown>>,
  ): void;
}
