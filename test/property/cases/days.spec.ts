import { valueOf } from '../../../src/devkit/index.js';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { collectingPeriod, daysLeft, thresholdOf } from '../../../src/cases/index.js';
import type { TaipeiDate } from '../../../src/core/taipei-date.js';

const oneDay = 86_400_000;
const days = fc
  .integer({ min: Date.UTC(2004, 0, 1) / oneDay, max: Date.UTC(2104, 0, 1) / oneDay })
  .map((count) => new Date(count * oneDay).toISOString().slice(0, 10) as TaipeiDate);

/** The rule written another way: walk the days by plain UTC arithmetic. */
function lastDayByWalking(issued: TaipeiDate): string {
  const [year, month, day] = new Date(Date.parse(issued) + oneDay)
    .toISOString()
    .slice(0, 10)
    .split('-')
    .map(Number) as [number, number, number];
  const corresponding = new Date(Date.UTC(year, month - 1 + 6, day));
  const missing = corresponding.getUTCDate() !== day;
  const last = missing ? Date.UTC(year, month + 6, 0) : corresponding.getTime() - oneDay;
  return new Date(last).toISOString().slice(0, 10);
}

describe('the six months', () => {
  it('end where walking the calendar ends', () => {
    fc.assert(
      fc.property(days, (issued) => expect(collectingPeriod(issued).lastDay).toBe(lastDayByWalking(issued))),
      { numRuns: 2000 },
    );
  });

  it('are 181 to 184 days, begin the day after, and never end later for an earlier code', () => {
    fc.assert(
      fc.property(days, days, (one, other) => {
        const [early, late] = [
          collectingPeriod(one < other ? one : other),
          collectingPeriod(one < other ? other : one),
        ];
        expect(early.lastDay <= late.lastDay).toBe(true);
        expect(early.firstDay > (one < other ? one : other)).toBe(true);
        const length = daysLeft(early, early.firstDay);
        expect(length).toBeGreaterThanOrEqual(181);
        expect(length).toBeLessThanOrEqual(184);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the threshold', () => {
  it('is the least number that is 1.5 % or more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (electors) => {
        const threshold = valueOf(thresholdOf(electors));
        expect(BigInt(threshold) * 1000n >= BigInt(electors) * 15n).toBe(true);
        expect(BigInt(threshold - 1) * 1000n < BigInt(electors) * 15n).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
