import type { RoundOrdinal } from '../core/identifiers.js';

/** What the law makes of the numbers. */
export type Determination =
  /** 不予受理: too few were handed in at all (ACT 13). */
  | 'not-accepted'
  /** 成立: enough are valid; announced within 10 days (ACT 13). */
  | 'established'
  /** Too few in the main round: one supplement 補提 of 30 days (ACT 13, REG 8). */
  | 'supplement-due'
  /** 不成立: still too few after the supplement (ACT 13). */
  | 'not-established';

/** Days within which an established case is announced (ACT 13). */
export const announcementDays = 10;

/** Days a supplement round runs (REG 8). */
export const supplementDays = 30;

/** Counting over 清查, before any check: true when the main round's co-signatures of every kind can't reach the threshold (ACT 13). */
export function tooFewToCheck(submitted: number, threshold: number): boolean {
  return submitted < threshold;
}

/** The numbers a determination rests on. */
export interface Count {
  readonly round: RoundOrdinal;
  /** Valid co-signatures of this round, electronic and paper. */
  readonly valid: number;
  /** Valid co-signatures of the main round, when this is the supplement; otherwise 0. */
  readonly earlierValid: number;
  readonly threshold: number;
}

/** Enough, a supplement, or the end (ACT 13). */
export function determine({ round, valid, earlierValid, threshold }: Count): Determination {
  if (valid + earlierValid >= threshold) return 'established';
  return round === 1 ? 'supplement-due' : 'not-established';
}
