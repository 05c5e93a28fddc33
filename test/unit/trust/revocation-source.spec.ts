import { describe, expect, it } from '@jest/globals';
import { refreshDelay, retryDelay, type RevocationSource } from '../../../src/trust/revocation-source.js';

const minute = 60_000;
const source: RevocationSource = {
  id: 'moica',
  url: 'http://127.0.0.1/crl',
  issuerKeyIdentifier: '00',
  refresh: 60 * minute,
  timeout: 1000,
  maximumBytes: 1000,
};

describe('retryDelay', () => {
  it.each([
    [1, 0, 15_000],
    [2, 0, 30_000],
    [3, 0, minute],
    [8, 0, 32 * minute],
    [9, 0, 60 * minute],
    [1_000_000, 0, 60 * minute],
    [1, 0.5, 11_250],
    [9, 0.5, 45 * minute],
  ])('after %d failures, with the random number %d, waits %d ms', (failures, random, expected) => {
    expect(retryDelay(source, failures, random)).toBe(expected);
  });
});

describe('refreshDelay', () => {
  it.each([
    ['a day to live', 24 * 60 * minute, 0, 60 * minute],
    ['an hour to live', 60 * minute, 0, 30 * minute],
    ['nothing to live', 0, 0, 15_000],
    ['a day to live, and chance', 24 * 60 * minute, 0.5, 57 * minute],
  ])('with %s', (_case, left, random, expected) => {
    expect(refreshDelay(source, left, random)).toBe(expected);
  });
});
