import { describe, expect, it } from '@jest/globals';
import { lastFourDigits, parseNationalId } from '../../../src/core/national-id.js';

describe('parseNationalId', () => {
  it.each([
    ['A123456789', 'ok'],
    ['F131104093', 'ok'],
    ['A123456788', 'national-id-check-digit-wrong'],
    ['A800000015', 'national-id-check-digit-wrong'],
    ['A800000014', 'national-id-not-citizen'],
    ['AA00000009', 'national-id-not-citizen'],
    ['AB00207171', 'national-id-not-citizen'],
    ['AB00207172', 'national-id-check-digit-wrong'],
    ['A323456789', 'national-id-malformed'],
    ['AE00207171', 'national-id-malformed'],
    ['a123456789', 'national-id-malformed'],
    ['A12345678９', 'national-id-malformed'],
    ['A123456789\n', 'national-id-malformed'],
    ['', 'national-id-malformed'],
  ])('%j: %s', (text, expected) => {
    const parsed = parseNationalId(text);
    expect(parsed.ok ? 'ok' : parsed.failure.code).toBe(expected);
    if (parsed.ok) expect(lastFourDigits(parsed.value)).toBe(text.slice(-4));
  });
});
