import { describe, expect, it } from '@jest/globals';
import { dateParts, parseTaipeiDate, type TaipeiDate, taipeiDateOf } from '../../../src/core/taipei-date.js';

describe('taipeiDateOf', () => {
  it.each([
    ['2026-01-31T15:59:59.999Z', '2026-01-31'],
    ['2026-01-31T16:00:00.000Z', '2026-02-01'],
    ['2028-02-28T16:00:00.000Z', '2028-02-29'],
    ['2028-02-29T15:59:59.999Z', '2028-02-29'],
    ['2028-02-28T15:59:59.999Z', '2028-02-28'],
    // Summer time, of which Taiwan last had one in 1979: a day of 23 hours.
    ['1979-06-30T15:59:59.999Z', '1979-06-30'],
    ['1979-07-01T14:59:59.999Z', '1979-07-01'],
    ['1979-07-01T15:00:00.000Z', '1979-07-02'],
  ])('takes %s for %s', (instant, date) => {
    expect(taipeiDateOf(new Date(instant))).toBe(date);
  });

  it('is the same after another day was asked for', () => {
    const days = ['2026-01-31T15:59:59.999Z', '2026-01-31T16:00:00.000Z', '2026-01-31T00:00:00.000Z'];
    expect(days.map((instant) => taipeiDateOf(new Date(instant)))).toEqual([
      '2026-01-31',
      '2026-02-01',
      '2026-01-31',
    ]);
  });

  it('throws for no time at all, whatever was asked before', () => {
    expect(() => taipeiDateOf(new Date(Number.NaN))).toThrow(RangeError);
  });
});

describe('dateParts', () => {
  it('are numbers', () => {
    expect(dateParts('2026-03-09' as TaipeiDate)).toEqual({ year: 2026, month: 3, day: 9 });
  });
});

describe('parseTaipeiDate', () => {
  it('takes a day of the calendar', () => {
    expect(parseTaipeiDate('2028-02-29')).toEqual({ ok: true, value: '2028-02-29' });
  });

  it.each([
    '',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '20260101',
    '2026-01-01T00:00',
    '+002026-01-01',
  ])('refuses %p', (text) => {
    expect(parseTaipeiDate(text)).toEqual({ ok: false, failure: { code: 'day-malformed' } });
  });
});
