import { fail, type Result } from '../../core/result.js';
import type { MovedDay } from './moved-days.js';
import type { MovedEntry } from './ports.js';

/** Thrown within the transaction that enters a closure, so that nothing of it is written. */
class OtherMovesError extends Error {
  override readonly name = 'OtherMovesError';
}

/** The moves, if they are those that two people approved, or nobody was asked. Throws otherwise: nothing of the transaction is written. */
export function asApproved(
  moved: readonly MovedEntry[],
  approved: readonly MovedDay[] | undefined,
): readonly MovedEntry[] {
  const moves = moved.map(([each]) => each);
  if (approved !== undefined && !sameMoves(moves, approved)) throw new OtherMovesError();
  return moved;
}

/** What comes of entering a closure; `closure-moves-others` where {@link asApproved} has stopped it. */
export async function unlessOthersMove<Code extends string>(
  enter: () => Promise<Result<void, Code>>,
): Promise<Result<void, Code | 'closure-moves-others'>> {
  try {
    return await enter();
  } catch (error) {
    if (error instanceof OtherMovesError) return fail('closure-moves-others');
    throw error;
  }
}

/** Whether these are the same moves, in whatever order. */
function sameMoves(one: readonly MovedDay[], other: readonly MovedDay[]): boolean {
  const told = (moves: readonly MovedDay[]): string =>
    moves
      .map(({ caseNumber, round = '', from, to }) => `${caseNumber} ${round} ${from} ${to}`)
      .sort()
      .join();
  return told(one) === told(other);
}
