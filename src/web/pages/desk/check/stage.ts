import type { Check } from '../../../desk/check-api';
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

/** How often a page asks where a check stands, in milliseconds: often while something is under way, otherwise now and then, since others move it. */
export function followedCheck(check: Check | undefined): number {
  const isMoving =
    check === undefined ||
    check.phase === 'judging' ||
    check.step?.state === 'waiting' ||
    check.step?.state === 'working';
  return isMoving ? 2_000 : 5_000;
}
