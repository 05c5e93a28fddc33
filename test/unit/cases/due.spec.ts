import { describe, expect, it } from '@jest/globals';
import { type Case, dueOf, noClosures, OfficeDays } from '../../../src/cases/index.js';
import type { TaipeiDate } from '../../../src/core/taipei-date.js';

const day = (text: string): TaipeiDate => text as TaipeiDate;
const submission = { submittedAt: new Date('2026-06-30T16:30:00Z') };
const round = { ordinal: 1, firstDay: '2026-01-01', lastDay: '2026-06-30' };
const standing = (state: Case['state'], more: object = {}): Case =>
  ({ number: '9001', state, rounds: [], ...more }) as unknown as Case;
const due = (referendum: Case, today: string, sent?: string, offices = noClosures): readonly object[] =>
  dueOf(referendum, offices, day(today), sent === undefined ? undefined : day(sent));

describe('dueOf', () => {
  it('REG 4: ten days for the code, from the notice', () => {
    const registered = standing('registered', { noticedOn: '2026-03-02', codeDueOn: '2026-03-12' });
    expect(due(registered, '2026-03-10')).toEqual([
      {
        caseNumber: '9001',
        limit: 'access-code',
        article: 'REG 4, ACT 10',
        since: '2026-03-02',
        dueOn: '2026-03-12',
        daysLeft: 3,
        overdue: false,
      },
    ]);
  });

  it.each([
    ['registered', 'access-code'],
    ['supplement-due', 'supplement'],
  ] as const)('names no beginning where the notice was never entered, %s', (state, limit) => {
    const [only, ...others] = due(standing(state, { codeDueOn: '2026-03-12' }), '2026-03-10');
    expect(only).toMatchObject({ limit, dueOn: '2026-03-12' });
    expect(only).not.toHaveProperty('since');
    expect(others).toEqual([]);
  });

  it.each(['code-issued', 'collecting'] as const)('ACT 12: the last day of the round, %s', (state) => {
    expect(due(standing(state, { rounds: [round] }), '2026-06-30')).toMatchObject([
      { limit: 'submission', round: 1, dueOn: '2026-06-30', daysLeft: 1 },
    ]);
  });

  it('REG 8: the supplement, before its code and after', () => {
    const awaited = { supplementNoticedOn: '2026-08-01', codeDueOn: '2026-08-31', rounds: [round] };
    const expected = { limit: 'supplement', since: '2026-08-01', dueOn: '2026-08-31' };
    expect(due(standing('supplement-due', awaited), '2026-08-31')).toMatchObject([expected]);
    const second = { ...round, ordinal: 2, lastDay: '2026-08-31' };
    const collecting = standing('collecting', { ...awaited, rounds: [round, second] });
    expect(due(collecting, '2026-08-31')).toMatchObject([expected]);
  });

  it.each(['submitted', 'checking'] as const)(
    'ACT 13: sixty days for the check, from the submission, %s',
    (state) => {
      const submitted = standing(state, { rounds: [{ ...round, submission }] });
      // Half past midnight in Taipei is the first of July.
      expect(due(submitted, '2026-08-30')).toMatchObject([
        { limit: 'check', since: '2026-07-01', dueOn: '2026-08-30', daysLeft: 1, overdue: false },
      ]);
      expect(due(submitted, '2026-08-31')).toMatchObject([{ daysLeft: 0, overdue: true }]);
    },
  );

  it('REG 9: two days for the paper rows that repeat, from the roster of this round', () => {
    const checking = standing('checking', { rounds: [{ ...round, submission }] });
    expect(due(checking, '2026-07-10', '2026-07-09')).toMatchObject([
      { limit: 'check' },
      { limit: 'paper-repeats', since: '2026-07-09', dueOn: '2026-07-11', daysLeft: 2 },
    ]);
    expect(due(checking, '2026-07-10', '2026-03-09')).toMatchObject([{ limit: 'check' }]);
  });

  it('ACT 13: ten days for the announcement, until it is entered', () => {
    const established = { stateSince: '2026-08-23', rounds: [{ ...round, submission }] };
    expect(due(standing('established', established), '2026-09-03')).toMatchObject([
      { limit: 'announcement', since: '2026-08-23', dueOn: '2026-09-02', overdue: true },
    ]);
    const closed = new OfficeDays([{ day: day('2026-09-02'), kind: 'natural-disaster' }]);
    expect(due(standing('established', established), '2026-09-03', undefined, closed)).toMatchObject([
      { dueOn: '2026-09-03', overdue: false },
    ]);
    expect(due(standing('established', { ...established, announcedOn: '2026-08-30' }), '2026-09-03')).toEqual(
      [],
    );
  });

  it.each(['lapsed', 'stopped', 'not-established', 'not-accepted'] as const)(
    'nothing is due of a case %s',
    (state) => {
      expect(due(standing(state, { stateSince: '2026-08-23', rounds: [round] }), '2026-09-03')).toEqual([]);
    },
  );
});
