import type { ReasonCode } from '../reason-codes.js';

/**
 * The number of co-signatures of one kind that were handed in, that count, and that were struck out, by exact reason. For staff and the
 * lead alone: what is public of it is the `PublicTally`.
 */
export interface Tally {
  readonly submitted: number;
  readonly valid: number;
  readonly struckOut: Readonly<Partial<Record<ReasonCode, number>>>;
}

/** The tally of verdicts. `undefined` is the number of those that count. */
export function tallyOf(counts: ReadonlyMap<ReasonCode | undefined, number>): Tally {
  const struckOut: Partial<Record<ReasonCode, number>> = {};
  let submitted = 0;
  for (const [code, number] of counts) {
    submitted += number;
    if (code !== undefined && number > 0) struckOut[code] = number;
  }
  return { submitted, valid: counts.get(undefined) ?? 0, struckOut };
}

/** The counts once these verdicts are others. */
export function countsMoved(
  counts: ReadonlyMap<ReasonCode | undefined, number>,
  moves: Iterable<{ readonly from: ReasonCode | undefined; readonly to: ReasonCode | undefined }>,
): ReadonlyMap<ReasonCode | undefined, number> {
  const after = new Map(counts);
  const add = (code: ReasonCode | undefined, number: number): unknown =>
    after.set(code, (after.get(code) ?? 0) + number);
  for (const { from, to } of moves) {
    add(from, -1);
    add(to, 1);
  }
  return after;
}

/** The tally of no verdicts. */
export const emptyTally: Tally = { submitted: 0, valid: 0, struckOut: {} };
