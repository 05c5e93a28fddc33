import { describe, expect, it } from '@jest/globals';
import { collectingPeriod, daysLeft, recordsKeptUntil, supplementPeriod } from '../../../src/cases/index.js';
import type { TaipeiDate } from '../../../src/core/taipei-date.js';

const day = (text: string): TaipeiDate => text as TaipeiDate;

describe('collectingPeriod (ACT 12, REG 6; 民法 120, 121)', () => {
  it.each([
    ['a last day on a Saturday is not moved', '2025-07-31', '2025-08-01', '2026-01-31'],
    ['the end of September', '2025-09-30', '2025-10-01', '2026-03-31'],
    ['from a month end into a shorter month', '2025-08-30', '2025-08-31', '2026-02-28'],
    ['no 30 February: the last of February', '2025-08-29', '2025-08-30', '2026-02-28'],
    ['no 29 February: the last of February', '2025-08-28', '2025-08-29', '2026-02-28'],
    ['28 February corresponds: its eve', '2025-08-27', '2025-08-28', '2026-02-27'],
    ['a leap year has a 29 February: its eve', '2027-08-28', '2027-08-29', '2028-02-28'],
    ['a leap year without a 30 February: the 29th', '2027-08-29', '2027-08-30', '2028-02-29'],
    ['from 29 February', '2028-02-28', '2028-02-29', '2028-08-28'],
    ['from 31 March into September', '2026-03-30', '2026-03-31', '2026-09-30'],
    ['over the turn of the year', '2025-12-31', '2026-01-01', '2026-06-30'],
  ])('%s', (_what, issued, firstDay, lastDay) => {
    expect(collectingPeriod(day(issued))).toEqual({ firstDay, lastDay });
  });

  it('runs from the paper form where that came first', () => {
    expect(collectingPeriod(day('2025-08-05'), day('2025-07-31'))).toEqual(
      collectingPeriod(day('2025-07-31')),
    );
    expect(collectingPeriod(day('2025-07-31'), day('2025-08-05'))).toEqual(
      collectingPeriod(day('2025-07-31')),
    );
  });
});

describe('supplementPeriod (REG 8)', () => {
  it.each([
    ['2026-02-01', '2026-02-02', '2026-03-03'],
    ['2028-02-01', '2028-02-02', '2028-03-02'],
    ['2026-12-31', '2027-01-01', '2027-01-30'],
  ])('gives thirty days after %s', (issued, firstDay, lastDay) => {
    expect(supplementPeriod(day(issued))).toEqual({ firstDay, lastDay });
    expect(daysLeft(supplementPeriod(day(issued)), day(issued))).toBe(30);
  });
});

describe('recordsKeptUntil (REG 12)', () => {
  it.each([
    ['2026-03-01', '2028-03-01'],
    ['2028-02-29', '2030-02-28'],
  ])('counts two years from %s', (closedOn, until) => {
    expect(recordsKeptUntil(day(closedOn))).toBe(until);
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
