import { describe, expect, it } from '@jest/globals';
import {
  codePeriod,
  collectingPeriod,
  daysLeft,
  keptForLawsuit,
  noClosures,
  OfficeDays,
  recordsKeptUntil,
  roundPeriod,
  supplementPeriod,
} from '../../../src/cases/index.js';
import { daysAfter } from '../../../src/cases/days.js';
import { parseTaipeiDate, type TaipeiDate } from '../../../src/core/taipei-date.js';
import { valueOf } from '../../../src/devkit/index.js';

// Every expected day was reckoned by walking a calendar in another language. Weekdays: 2026-01-31, 2026-02-01, 2026-09-05 and -06 are a weekend.

const day = (text: string): TaipeiDate => valueOf(parseTaipeiDate(text));
const row = (text: string): readonly TaipeiDate[] => text.split(' ').filter(Boolean).map(day);

/** The code or the paper form, the first day, the last day. */
const collecting = [
  '2025-07-31 2025-08-01 2026-01-31',
  '2025-09-30 2025-10-01 2026-03-31',
  '2025-08-30 2025-08-31 2026-02-28',
  '2025-08-29 2025-08-30 2026-02-28',
  '2025-08-28 2025-08-29 2026-02-28',
  '2025-08-27 2025-08-28 2026-02-27',
  '2027-08-28 2027-08-29 2028-02-28',
  '2027-08-29 2027-08-30 2028-02-29',
  '2027-08-30 2027-08-31 2028-02-29',
  '2027-08-31 2027-09-01 2028-02-29',
  '2028-02-28 2028-02-29 2028-08-28',
  '2028-02-29 2028-03-01 2028-08-31',
  '2026-03-30 2026-03-31 2026-09-30',
  '2025-12-31 2026-01-01 2026-06-30',
  '2025-12-30 2025-12-31 2026-06-30',
  '2026-01-01 2026-01-02 2026-07-01',
  '2026-01-30 2026-01-31 2026-07-30',
  '2026-01-31 2026-02-01 2026-07-31',
  '2026-02-27 2026-02-28 2026-08-27',
  '2026-02-28 2026-03-01 2026-08-31',
  '2026-03-31 2026-04-01 2026-09-30',
  '2026-04-29 2026-04-30 2026-10-29',
  '2026-04-30 2026-05-01 2026-10-31',
  '2026-05-30 2026-05-31 2026-11-30',
  '2026-05-31 2026-06-01 2026-11-30',
  '2026-06-29 2026-06-30 2026-12-29',
  '2026-06-30 2026-07-01 2026-12-31',
  '2026-07-30 2026-07-31 2027-01-30',
  '2026-08-31 2026-09-01 2027-02-28',
  '2026-09-29 2026-09-30 2027-03-29',
  '2026-10-30 2026-10-31 2027-04-30',
  '2026-10-31 2026-11-01 2027-04-30',
  '2026-11-29 2026-11-30 2027-05-29',
  '2026-11-30 2026-12-01 2027-05-31',
  '2026-12-30 2026-12-31 2027-06-30',
  '2026-12-31 2027-01-01 2027-06-30',
  '2031-08-27 2031-08-28 2032-02-27',
  '2031-08-28 2031-08-29 2032-02-28',
  '2031-08-29 2031-08-30 2032-02-29',
  '2099-08-28 2099-08-29 2100-02-28',
  '2095-08-30 2095-08-31 2096-02-29',
];

/** The notice, the first day, the last day. */
const supplements = [
  '2025-12-31 2026-01-01 2026-01-30',
  '2026-01-31 2026-02-01 2026-03-02',
  '2026-02-01 2026-02-02 2026-03-03',
  '2026-02-28 2026-03-01 2026-03-30',
  '2028-02-01 2028-02-02 2028-03-02',
  '2028-01-30 2028-01-31 2028-02-29',
  '2028-01-31 2028-02-01 2028-03-01',
  '2028-02-28 2028-02-29 2028-03-29',
  '2028-02-29 2028-03-01 2028-03-30',
  '2026-03-31 2026-04-01 2026-04-30',
  '2026-04-30 2026-05-01 2026-05-30',
  '2026-06-30 2026-07-01 2026-07-30',
  '2026-11-30 2026-12-01 2026-12-30',
  '2026-12-01 2026-12-02 2026-12-31',
  '2026-12-02 2026-12-03 2027-01-01',
  '2026-12-31 2027-01-01 2027-01-30',
  '2027-01-29 2027-01-30 2027-02-28',
  '2027-01-30 2027-01-31 2027-03-01',
];

/** The notice, the last day for the code. */
const codes = [
  '2026-02-17 2026-02-27',
  '2026-02-18 2026-02-28',
  '2026-02-19 2026-03-01',
  '2026-02-28 2026-03-10',
  '2028-02-18 2028-02-28',
  '2028-02-19 2028-02-29',
  '2028-02-20 2028-03-01',
  '2028-02-29 2028-03-10',
  '2025-12-20 2025-12-30',
  '2025-12-21 2025-12-31',
  '2025-12-22 2026-01-01',
  '2025-12-31 2026-01-10',
  '2026-04-20 2026-04-30',
  '2026-04-30 2026-05-10',
];

/** The submission, the last day of its check. */
const checks = [
  '2025-11-30 2026-01-29',
  '2025-12-31 2026-03-01',
  '2026-01-30 2026-03-31',
  '2027-12-31 2028-02-29',
  '2028-01-01 2028-03-01',
  '2026-07-03 2026-09-01',
];

/** The roster, the last day to mark paper rows. */
const repeats = [
  '2026-02-27 2026-03-01',
  '2028-02-27 2028-02-29',
  '2025-12-30 2026-01-01',
  '2026-04-29 2026-05-01',
];

/** The announcement, the last day on which records are kept. */
const kept = [
  '2026-03-01 2028-03-01',
  '2026-02-28 2028-02-29',
  '2028-02-28 2030-02-28',
  '2028-02-29 2030-02-28',
  '2027-02-28 2029-02-28',
  '2026-12-31 2028-12-31',
  '2025-12-31 2027-12-31',
  '2026-06-30 2028-06-30',
  '2024-02-28 2026-02-28',
  '2096-02-29 2098-02-28',
];

/** The final ruling, the last day on which records are kept. */
const rulings = [
  '2026-01-31 2026-04-30',
  '2025-11-30 2026-02-28',
  '2027-11-29 2028-02-29',
  '2027-11-30 2028-02-29',
  '2028-11-30 2029-02-28',
  '2026-09-30 2026-12-31',
  '2026-10-01 2027-01-01',
  '2025-11-28 2026-02-28',
  '2025-11-29 2026-02-28',
  '2026-12-31 2027-03-31',
];

/** The last day by the calendar; the days closed by a disaster; holidays; the last day. */
const closed = [
  ['2026-09-02', '2026-09-02', '', '2026-09-03'],
  ['2026-09-02', '2026-09-01', '', '2026-09-02'],
  ['2026-09-02', '2026-09-03', '', '2026-09-02'],
  ['2026-09-04', '2026-09-04', '', '2026-09-07'],
  ['2026-09-04', '2026-09-04', '2026-09-07', '2026-09-08'],
  ['2026-09-04', '2026-09-04 2026-09-07', '', '2026-09-08'],
  ['2026-09-04', '2026-09-04 2026-09-07 2026-09-08', '', '2026-09-09'],
  ['2026-09-02', '2026-09-02 2026-09-03', '', '2026-09-04'],
  ['2026-09-02', '2026-09-02 2026-09-04', '', '2026-09-03'],
  ['2026-01-31', '2026-01-31', '', '2026-02-02'],
  ['2026-02-01', '2026-02-01', '', '2026-02-02'],
  ['2026-01-31', '', '2026-01-31', '2026-01-31'],
  ['2026-09-25', '', '2026-09-25', '2026-09-25'],
  ['2026-09-25', '2026-09-25', '2026-09-25', '2026-09-28'],
  ['2026-09-30', '2026-09-30', '', '2026-10-01'],
  ['2026-10-30', '2026-10-30', '', '2026-11-02'],
  ['2026-07-31', '2026-07-31', '', '2026-08-03'],
  ['2026-12-31', '2026-12-31', '2027-01-01', '2027-01-04'],
  ['2026-12-30', '2026-12-30 2026-12-31', '2027-01-01', '2027-01-04'],
  ['2025-12-31', '2025-12-31', '2026-01-01 2026-01-02', '2026-01-05'],
  ['2027-12-31', '2027-12-31', '', '2028-01-03'],
  ['2028-02-28', '2028-02-28', '', '2028-02-29'],
  ['2028-02-29', '2028-02-29', '', '2028-03-01'],
  ['2027-02-26', '2027-02-26', '2027-03-01', '2027-03-02'],
  ['2026-02-13', '2026-02-13', '2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20', '2026-02-23'],
  ['2026-08-31', '2026-08-31 2026-09-01 2026-09-02 2026-09-03 2026-09-04', '', '2026-09-07'],
  ['2026-09-05', '2026-09-05 2026-09-06', '', '2026-09-07'],
  ['2026-09-05', '2026-09-06', '', '2026-09-05'],
  ['2026-12-31', '2026-12-31 2027-01-04', '2027-01-01', '2027-01-05'],
] as const;

it('there are enough of them', () => {
  const all = [collecting, supplements, codes, checks, repeats, kept, rulings, closed];
  expect(all.reduce((sum, { length }) => sum + length, 0)).toBeGreaterThanOrEqual(120);
});

describe('ACT 12, REG 6; 民法 120, 121: six months', () => {
  it.each(collecting)('%s', (text) => {
    const [issued, firstDay, lastDay] = row(text) as [TaipeiDate, TaipeiDate, TaipeiDate];
    expect(collectingPeriod(issued)).toEqual({ firstDay, lastDay });
    expect(roundPeriod({ ordinal: 1, firstDay }, noClosures)).toEqual({ firstDay, lastDay });
  });

  it('run from the paper form where that came first', () => {
    const [early, late] = [day('2025-07-31'), day('2025-08-05')];
    expect(collectingPeriod(late, early)).toEqual(collectingPeriod(early));
    expect(collectingPeriod(early, late)).toEqual(collectingPeriod(early));
  });
});

describe('REG 8, RULES 9: thirty days from the notice', () => {
  it.each(supplements)('%s', (text) => {
    const [noticed, firstDay, lastDay] = row(text) as [TaipeiDate, TaipeiDate, TaipeiDate];
    expect(supplementPeriod(noticed)).toEqual({ firstDay, lastDay });
    expect(roundPeriod({ ordinal: 2, firstDay }, noClosures)).toEqual({ firstDay, lastDay });
    expect(daysLeft({ firstDay, lastDay }, noticed)).toBe(30);
  });
});

describe('REG 4, ACT 10: ten days from the notice', () => {
  it.each(codes)('%s', (text) => {
    const [noticed, lastDay] = row(text) as [TaipeiDate, TaipeiDate];
    expect(codePeriod(noticed).lastDay).toBe(lastDay);
  });
});

describe('ACT 13, REG 9: days of the offices', () => {
  it.each(checks)('sixty days: %s', (text) => {
    const [since, lastDay] = row(text) as [TaipeiDate, TaipeiDate];
    expect(daysAfter(since, 60).lastDay).toBe(lastDay);
  });

  it.each(repeats)('two days: %s', (text) => {
    const [since, lastDay] = row(text) as [TaipeiDate, TaipeiDate];
    expect(daysAfter(since, 2).lastDay).toBe(lastDay);
  });
});

describe('REG 12: how long records are kept', () => {
  it.each(kept)('two years from the announcement: %s', (text) => {
    const [announced, until] = row(text) as [TaipeiDate, TaipeiDate];
    expect(recordsKeptUntil(announced)).toBe(until);
  });

  it.each(rulings)('three months from the final ruling: %s', (text) => {
    const [ruling, until] = row(text) as [TaipeiDate, TaipeiDate];
    expect(keptForLawsuit(ruling)).toBe(until);
  });
});

describe('ACT 6 (公職人員選舉罷免法 5): a last day on which the offices are closed', () => {
  it.each(closed)('%s, closed on “%s”, holidays “%s”: %s', (byCalendar, disasters, holidays, lastDay) => {
    const offices = new OfficeDays([
      ...row(disasters).map((each) => ({ day: each, kind: 'natural-disaster' as const })),
      ...row(holidays).map((each) => ({ day: each, kind: 'holiday' as const })),
    ]);
    expect(offices.lastDay(day(byCalendar))).toBe(lastDay);
  });

  it.each([
    ['the months', (offices: OfficeDays) => collectingPeriod(day('2026-03-02'), undefined, offices)],
    ['the supplement', (offices: OfficeDays) => supplementPeriod(day('2026-08-03'), offices)],
    ['the ten days', (offices: OfficeDays) => codePeriod(day('2026-08-23'), offices)],
  ])('moves %s', (_what, period) => {
    const offices = new OfficeDays([{ day: day('2026-09-02'), kind: 'natural-disaster' }]);
    expect([period(noClosures).lastDay, period(offices).lastDay]).toEqual(['2026-09-02', '2026-09-03']);
  });
});

describe('daysLeft', () => {
  const period = { firstDay: day('2025-08-01'), lastDay: day('2026-01-31') };
  it.each([
    ['before the first day', '2025-07-31', 184],
    ['on the first day', '2025-08-01', 184],
    ['on the last day', '2026-01-31', 1],
    ['after the last day', '2026-02-01', 0],
  ])('counts %s', (_when, today, left) => {
    expect(daysLeft(period, day(today))).toBe(left);
  });
});
