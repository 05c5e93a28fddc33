import { describe, expect, it } from '@jest/globals';
import {
  containsNationalId,
  hasCharacters,
  lastFourDigits,
  parseNationalId,
} from '../../../src/core/national-id.js';

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

describe('containsNationalId', () => {
  it.each([
    ['the number itself', 'A123456789', true],
    ['in small letters, with more around it', 'xa123456789y', true],
    ['in full width', 'Ａ１２３４５６７８９', true],
    ['in groups', 'A12-345-6789', true],
    ['a resident’s', 'A800000014', true],
    ['a wrong check digit', 'A123456788', false],
    ['sixteen digits, as on a card of MOICA', '0000000112345678', false],
    ['nothing', '', false],
  ])('%s', (_what, text, expected) => {
    expect(containsNationalId(text)).toBe(expected);
  });
});

describe('hasCharacters', () => {
  const number = parseNationalId('A123456789');
  it.each([
    [7, '6789', true],
    [1, 'A123456789', true],
    [1, 'A', true],
    [7, '6788', false],
    [6, '6789', false],
    [8, '6789', false],
  ])('from place %i on: %s', (from, text, expected) => {
    expect(number.ok && hasCharacters(number.value, { from, text })).toBe(expected);
  });
});
