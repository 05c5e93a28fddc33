import { describe, expect, it } from '@jest/globals';
import { parseTaipeiDate, taipeiDateOf } from '../../../src/core/taipei-date.js';

describe('taipeiDateOf', () => {
  it.each([
    ['2026-01-31T15:59:59.999Z', '2026-01-31'],
    ['2026-01-31T16:00:00.000Z', '2026-02-01'],
    ['2028-02-28T16:00:00.000Z', '2028-02-29'],
  ])('takes %s for %s', (instant, date) => {
    expect(taipeiDateOf(new Date(instant))).toBe(date);
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
