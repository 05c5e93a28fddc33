import { describe, expect, it } from '@jest/globals';
import {
  caseEvents,
  type CaseState,
  caseStates,
  isClosed,
  leadAccessEnded,
  leadMaySignIn,
  type Standing,
  stateOn,
  transition,
  transitions,
} from '../../../src/cases/index.js';
import type { TaipeiDate } from '../../../src/core/taipei-date.js';

const longAgo = '2025-08-01' as TaipeiDate;
const lastDay = '2026-01-31' as TaipeiDate;
const after = '2026-02-01' as TaipeiDate;
const dayOf = { 'on the last day': lastDay, 'a day later': after };

/** state, event, round, day → the state it leads to. Everything that isn't here must be refused. */
const legal: Readonly<Partial<Record<string, CaseState>>> = Object.fromEntries(
  (
    [
      ['registered issue-code', [0], ['on the last day'], 'code-issued'],
      ['registered end-period', [0], ['a day later'], 'lapsed'],
      ['registered stop', [0], ['on the last day', 'a day later'], 'stopped'],
      ['code-issued open-round', [1, 2], ['on the last day'], 'collecting'],
      ['code-issued end-period', [1], ['a day later'], 'lapsed'],
      ['code-issued end-period', [2], ['a day later'], 'not-established'],
      ['code-issued stop', [1, 2], ['on the last day', 'a day later'], 'stopped'],
      ['collecting submit', [1, 2], ['on the last day'], 'submitted'],
      ['collecting end-period', [1], ['a day later'], 'lapsed'],
      ['collecting end-period', [2], ['a day later'], 'not-established'],
      ['collecting stop', [1, 2], ['on the last day', 'a day later'], 'stopped'],
      ['submitted refuse', [1], ['on the last day', 'a day later'], 'not-accepted'],
      ['submitted stop', [1, 2], ['on the last day', 'a day later'], 'stopped'],
      ['checking stop', [1, 2], ['on the last day', 'a day later'], 'stopped'],
      ['submitted start-check', [1, 2], ['on the last day', 'a day later'], 'checking'],
      ['checking find-enough', [1, 2], ['on the last day', 'a day later'], 'established'],
      ['checking find-too-few', [1], ['on the last day', 'a day later'], 'supplement-due'],
      ['checking find-too-few', [2], ['on the last day', 'a day later'], 'not-established'],
      ['supplement-due issue-code', [1], ['on the last day'], 'code-issued'],
      ['supplement-due end-period', [1], ['a day later'], 'not-established'],
      ['supplement-due correct-enough', [1], ['on the last day', 'a day later'], 'established'],
      ['not-established correct-enough', [1, 2], ['on the last day', 'a day later'], 'established'],
      ['code-issued correct-enough', [2], ['on the last day', 'a day later'], 'established'],
      ['collecting correct-enough', [2], ['on the last day', 'a day later'], 'established'],
      ['submitted correct-enough', [2], ['on the last day', 'a day later'], 'established'],
      ['supplement-due stop', [1], ['on the last day', 'a day later'], 'stopped'],
    ] as const
  ).flatMap(([step, rounds, when, to]) =>
    rounds.flatMap((round) => when.map((day) => [`${step} ${round} ${day}`, to] as const)),
  ),
);

/** Rounds in hand that a state can have. */
function roundsOf(state: CaseState): readonly (0 | 1 | 2)[] {
  if (state === 'registered') return [0];
  return state === 'supplement-due' ? [1] : [1, 2];
}

const table = caseStates.flatMap((state) =>
  caseEvents.flatMap((event) =>
    roundsOf(state).flatMap((ordinal) =>
      (['on the last day', 'a day later'] as const).map((when) => ({ state, event, ordinal, when })),
    ),
  ),
);

/** A case of which the one last day that counts in this state is {@link lastDay}; the others are long over. */
function standingIn(state: CaseState, ordinal: 0 | 1 | 2): Standing {
  const awaited = state === 'registered' || state === 'supplement-due';
  const round = ordinal === 0 ? undefined : { ordinal, lastDay: awaited ? longAgo : lastDay };
  return { state, round, codeDueOn: awaited ? lastDay : longAgo };
}

describe('the life of a case', () => {
  it.each(table)('$state, $event, round $ordinal, $when', ({ state, event, ordinal, when }) => {
    const standing = standingIn(state, ordinal);
    const result = transition(standing, event, dayOf[when]);
    const expected = legal[`${state} ${event} ${ordinal} ${when}`];
    if (expected !== undefined) {
      expect(result).toMatchObject({ ok: true, value: { from: state, event, to: expected } });
    } else {
      const bound = transitions.some(
        (each) => each.from === state && each.event === event && each.when !== undefined,
      );
      const code = bound
        ? when === 'a day later'
          ? 'period-over'
          : 'period-not-over'
        : 'transition-not-allowed';
      expect(result).toMatchObject({ ok: false, failure: { code } });
    }
  });

  it('names the article at every step', () => {
    for (const step of transitions)
      expect(step.article).toMatch(/^(ACT|REG|RULES) \d+(, (ACT|REG|RULES) \d+)*$/);
  });

  it('is closed in exactly the states that no step leaves, but for a corrected result', () => {
    const steps = transitions.filter(({ event }) => event !== 'correct-enough');
    const left = new Set(steps.map(({ from }) => from));
    for (const state of caseStates) expect(isClosed(state)).toBe(!left.has(state));
  });

  it('ends the lead’s access at 成立, 不成立 and 視為放棄 (REG 6)', () => {
    expect(caseStates.filter(leadAccessEnded)).toEqual(['established', 'not-established', 'lapsed']);
  });

  it('keeps the lead from signing in only where there was never a check to fetch a list of (RULES 9, 12)', () => {
    expect(caseStates.filter((state) => !leadMaySignIn(state))).toEqual(['lapsed']);
  });

  it.each([
    ['code-issued', 'open-round'],
    ['registered', 'issue-code'],
    ['registered', 'end-period'],
  ] as const)('refuses in %s what needs a last day where there is none: %s', (state, event) => {
    expect(transition({ state, round: undefined, codeDueOn: undefined }, event, lastDay)).toMatchObject({
      failure: { code: 'transition-not-allowed' },
    });
  });
});

describe('stateOn', () => {
  it.each([
    ['collecting', 1, lastDay, 'collecting'],
    ['collecting', 1, after, 'lapsed'],
    ['code-issued', 1, after, 'lapsed'],
    ['collecting', 2, after, 'not-established'],
    ['submitted', 1, after, 'submitted'],
    ['checking', 1, after, 'checking'],
    ['registered', 0, lastDay, 'registered'],
    ['registered', 0, after, 'lapsed'],
    ['supplement-due', 1, lastDay, 'supplement-due'],
    ['supplement-due', 1, after, 'not-established'],
  ] as const)('%s in round %d on %s is %s', (state, ordinal, today, expected) => {
    expect(stateOn(standingIn(state, ordinal), today)).toBe(expected);
  });
});
