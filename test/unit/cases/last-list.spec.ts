import { expect, it } from '@jest/globals';
import { type Case, leadMaySignInOn } from '../../../src/cases/index.js';
import type { TaipeiDate } from '../../../src/core/taipei-date.js';

const round = { ordinal: 1, firstDay: '2026-01-01', lastDay: '2026-06-30' };
const stored = (state: Case['state'], more: object = {}): Case =>
  ({ number: '9001', state, stateSince: '2026-09-01', rounds: [round], ...more }) as unknown as Case;

it.each<[string, Case, string, boolean]>([
  ['established, on the ninetieth day', stored('established'), '2026-11-30', true],
  ['established, a day later', stored('established'), '2026-12-01', false],
  ['not established, on the ninetieth day', stored('not-established'), '2026-11-30', true],
  ['not established, a day later', stored('not-established'), '2026-12-01', false],
  ['lapsed, which was never checked', stored('lapsed'), '2026-09-01', false],
  ['checking, however long', stored('checking'), '2027-12-01', true],
  [
    'a supplement that was never submitted',
    stored('supplement-due', { codeDueOn: '2026-10-01' }),
    '2026-10-02',
    true,
  ],
  [
    'a case from before the days were kept',
    stored('established', { stateSince: undefined }),
    '2027-12-01',
    true,
  ],
])('RULES 9: the lead fetches the last list: %s', (_what, referendum, today, may) => {
  expect(leadMaySignInOn(referendum, today as TaipeiDate)).toBe(may);
});
