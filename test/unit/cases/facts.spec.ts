import { describe, expect, it } from '@jest/globals';
import { accessCodeDigest, newAccessCode, thresholdOf } from '../../../src/cases/index.js';
import { isRehearsal, parseCaseNumber } from '../../../src/core/case-number.js';

describe('thresholdOf (ACT 12, RULES 10)', () => {
  it.each([
    [19_548_531, 293_228],
    [1, 1],
    [66, 1],
    [67, 2],
    [200, 3],
    [201, 4],
    [1_000, 15],
    [999_999_999, 15_000_000],
  ])('of %d electors is %d', (electors, threshold) => {
    expect(thresholdOf(electors)).toEqual({ ok: true, value: threshold });
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 1_000_000_000])('refuses %p', (electors) => {
    expect(thresholdOf(electors)).toMatchObject({ failure: { code: 'elector-total-out-of-range' } });
  });
});

describe('parseCaseNumber', () => {
  it.each(['1', '9001', '9999999999', 'R1', 'R999999999'])('takes %s', (text) => {
    expect(parseCaseNumber(text)).toEqual({ ok: true, value: text });
  });

  it.each([
    '',
    '0',
    '01',
    '12345678901',
    '９００１',
    '9001 ',
    '90-01',
    "9001'",
    '9001\n',
    'R',
    'R0',
    'R01',
    'r1',
    'R1234567890',
    'RR1',
    'X1',
    '1R',
  ])('refuses %p', (text) => {
    expect(parseCaseNumber(text)).toEqual({ ok: false, failure: { code: 'case-number-malformed' } });
  });
});

describe('isRehearsal', () => {
  it.each([
    ['R1', true],
    ['1', false],
    ['9001', false],
  ])('of %s says %p', (number, expected) => {
    expect(isRehearsal(number)).toBe(expected);
  });
});

describe('an access code', () => {
  it('has 130 random bits in five groups, and never comes twice', () => {
    const codes = Array.from({ length: 200 }, newAccessCode);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}(-[0-9A-HJKMNP-TV-Z]{5}){4}$/);
    expect(new Set(codes).size).toBe(200);
  });

  it.each([
    ['lower case', (code: string): string => code.toLowerCase()],
    ['no hyphens', (code: string): string => code.replaceAll('-', '')],
    ['spaces', (code: string): string => ` ${code.replaceAll('-', ' ')} `],
    ['letters for digits', (code: string): string => code.replaceAll('0', 'o').replaceAll('1', 'l')],
  ])('is the same with %s', (_how, typed) => {
    const code = newAccessCode();
    expect(accessCodeDigest(typed(code))).toEqual(accessCodeDigest(code));
  });

  it('has another digest when a character changes', () => {
    const code = newAccessCode();
    const changed = (code.startsWith('A') ? 'B' : 'A') + code.slice(1);
    expect(accessCodeDigest(changed)).not.toEqual(accessCodeDigest(code));
  });
});
