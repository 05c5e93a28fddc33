import { describe, expect, it } from '@jest/globals';
import { type Case, caseActions, caseEvents, caseMove } from '../../../src/cases/index.js';

const at = new Date('2025-08-01T04:00:00Z');
const by = { at, actor: 'staff:1f' } as const;
const round = { ordinal: 1, firstDay: '2025-08-01', lastDay: '2026-01-31' };
/** What a move looks at, and nothing more. */
const standing = (state: Case['state'], rounds: readonly object[]): Case =>
  ({ number: '9001', state, rounds, registeredOn: '2025-07-01', codeDueOn: '2025-08-01' }) as unknown as Case;

describe('caseMove', () => {
  it('has the states before and after, the article, the round and the further details', () => {
    const move = caseMove(standing('collecting', [round]), 'stop', by, (seen: string) => ({ seen }));
    expect(move).toMatchObject({
      ok: true,
      value: { caseNumber: '9001', from: 'collecting', to: 'stopped' },
    });
    expect(move.ok && move.value.entryOf('then')).toEqual({
      at,
      actor: 'staff:1f',
      action: 'case-stop',
      caseNumber: '9001',
      details: { from: 'collecting', to: 'stopped', article: 'REG 10', round: 1, seen: 'then' },
    });
  });

  it('has no round before the first', () => {
    const move = caseMove(standing('registered', []), 'issue-code', by);
    expect(move.ok && move.value.entryOf(undefined).details).toEqual({
      from: 'registered',
      to: 'code-issued',
      article: 'REG 4, ACT 10',
    });
  });

  it('refuses what the state machine refuses', () => {
    expect(caseMove(standing('collecting', [round]), 'end-period', by)).toEqual({
      ok: false,
      failure: { code: 'period-not-over', values: { lastDay: '2026-01-31' } },
    });
  });

  it.each([
    ['stop', 'collecting', [round], '2028-01-31'],
    ['stop', 'supplement-due', [round, { ...round, ordinal: 2, lastDay: '2026-09-30' }], '2028-09-30'],
    ['stop', 'registered', [], '2027-08-01'],
    ['refuse', 'submitted', [{ ...round, lastDay: '2025-06-30' }], '2027-08-01'],
  ] as const)(
    'keeps the records by the case’s own days when %s closes it in %s',
    (event, state, rounds, day) => {
      const move = caseMove(standing(state, rounds), event, by);
      expect(move).toMatchObject({ ok: true, value: { recordsKeptUntil: day } });
    },
  );

  it('sets no day while the case goes on', () => {
    const move = caseMove(standing('registered', []), 'issue-code', by);
    expect(move.ok && 'recordsKeptUntil' in move.value).toBe(false);
  });

  it('gives the supplement thirty days from the confirmed result (REG 8, RULES 9)', () => {
    const move = caseMove(standing('checking', [round]), 'find-too-few', by);
    expect(move).toMatchObject({
      ok: true,
      value: { to: 'supplement-due', supplement: { noticedOn: '2025-08-01', lastDay: '2025-08-31' } },
    });
  });

  it('has an action of its own for each event', () => {
    const actions = caseEvents.map((event) => caseActions[event]);
    expect(new Set(actions).size).toBe(caseEvents.length);
    for (const action of actions) expect(action).toMatch(/^[a-z]+(-[a-z]+)+$/);
  });
});
