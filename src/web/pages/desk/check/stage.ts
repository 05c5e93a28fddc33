import type { StaffCase } from '../../../desk/desk-api';

type CaseState = StaffCase['state'];

/** States in which a batch stands still in sight: being checked, or after its result. */
const inCheck: ReadonlySet<CaseState> = new Set([
  'checking',
  'supplement-due',
  'established',
  'not-established',
]);

/** Whether the round in hand has a batch, or the one before it. */
export const isInCheck = (state: CaseState): boolean => inCheck.has(state);

/** Whether a round was submitted: before that, nothing of it is known here. */
export const isSubmitted = (state: CaseState): boolean =>
  inCheck.has(state) || state === 'submitted' || state === 'not-accepted';
