import { isStruckOut } from './expectation.js';
import type { Attempt } from './scenario-table.js';

/** What somebody asks for after the result is published, and what it must come to. */
export interface PlannedRemedy {
  readonly kind: 'misuse' | 'objection';
  readonly attempt: Attempt;
  /** In the person's words. */
  readonly account: string;
  /** What two people decide, in the words of the office. */
  readonly reason: string;
  /** The verdict in the corrected result: its group of reasons, or `counted`. */
  readonly expect: 'counted' | 'evidence';
}

/**
 * A report of a misused card by the first whose co-signature counts, and an objection by the first whom a register struck out. None where one of
 * the two is missing: together they leave the number of valid co-signatures as it was, so that the story ends as it would without them.
 */
export function planRemedies(attempts: readonly Attempt[]): readonly PlannedRemedy[] {
  const misused = attempts.find(({ scenario }) => scenario === 'ordinary-card');
  const struckOut = attempts.find(({ expect }) => isStruckOut(expect) && expect !== 'D01');
  if (misused === undefined || struckOut === undefined) return [];
  return [
    {
      kind: 'misuse',
      attempt: misused,
      account: '卡片在連署期間遺失，這一筆不是我簽的。',
      reason: '持卡人於遺失期間報案，經查屬實。',
      expect: 'evidence',
    },
    {
      kind: 'objection',
      attempt: struckOut,
      account: '戶籍登記有誤，戶政事務所已經更正。',
      reason: '戶籍機關來函更正登記。',
      expect: 'counted',
    },
  ];
}
