import type { TaipeiDate } from '../core/identifiers.js';
import { type Case, daysLeft, type Round } from '../cases/index.js';
import type { DayCount } from './ports.js';

/** How far a round is. For the lead's session alone. */
export interface Progress {
  readonly recordCount: number;
  readonly byDay: readonly DayCount[];
  /** Days on which co-signatures can still come, today included. */
  readonly daysLeft: number;
  readonly threshold: number;
  /** `recordCount` over `threshold`: 1 is enough if none is struck out. */
  readonly shareOfThreshold: number;
}

/** Progress of a round from its daily counts. */
export function progressOf(
  referendum: Case,
  round: Round,
  byDay: readonly DayCount[],
  today: TaipeiDate,
): Progress {
  const recordCount = byDay.reduce((sum, { count }) => sum + count, 0);
  const { threshold } = referendum;
  const left = referendum.state === 'collecting' ? daysLeft(round, today) : 0;
  return { recordCount, byDay, daysLeft: left, threshold, shareOfThreshold: recordCount / threshold };
}
