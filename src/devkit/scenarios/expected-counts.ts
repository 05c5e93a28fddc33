import type { Attempt } from './attempt.js';
import { type Expectation, isStruckOut } from './expectation.js';

/** What a whole run must come to. */
export interface ExpectedCounts {
  readonly attempts: number;
  /** Recorded at intake, later struck out or not. */
  readonly accepted: number;
  /** By code. */
  readonly refused: Readonly<Record<string, number>>;
  /** Accepted and not struck out. */
  readonly electronicValid: number;
  /** By reason. */
  readonly struckOut: Readonly<Record<string, number>>;
}

/** Counts what must become of these attempts. */
export function expectedCounts(attempts: readonly Pick<Attempt, 'expect'>[]): ExpectedCounts {
  const all = attempts.map(({ expect }) => expect);
  const struckOut = all.filter(isStruckOut);
  const electronicValid = all.filter((each) => each === 'accepted').length;
  const refused = all.filter((each) => each !== 'accepted' && !isStruckOut(each));
  return {
    attempts: all.length,
    accepted: electronicValid + struckOut.length,
    refused: tally(refused),
    electronicValid,
    struckOut: tally(struckOut),
  };
}

function tally(expectations: readonly Expectation[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const each of expectations.toSorted()) counts[each] = (counts[each] ?? 0) + 1;
  return counts;
}
