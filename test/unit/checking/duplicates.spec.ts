import { describe, expect, it } from '@jest/globals';
import type { Claim } from '../../../src/checking/batch/claim.js';
import { DuplicateFinder } from '../../../src/checking/batch/duplicates.js';
import type { Commitment } from '../../../src/core/identifiers.js';

const claim = (last: number, overrides: Partial<Claim> = {}): Claim => ({
  commitment: Uint8Array.of(last) as Commitment,
  nationalId: 'A123456789',
  signedAt: 1_000,
  challengeIssuedAt: 500,
  ...overrides,
});

describe('DuplicateFinder', () => {
  it.each<[string, Claim[], number[]]>([
    ['one record', [claim(1)], []],
    ['two numbers', [claim(1), claim(2, { nationalId: 'B123456780' })], []],
    ['numbers that differ in the letter', [claim(1), claim(2, { nationalId: 'B123456789' })], []],
    ['the later countersigned time', [claim(1, { signedAt: 2_000 }), claim(2)], [1]],
    ['the later challenge within one second', [claim(1, { challengeIssuedAt: 501 }), claim(2)], [1]],
    ['the greater commitment when all else is equal', [claim(2), claim(1)], [2]],
    [
      'all but the earliest of three',
      [claim(3, { signedAt: 3 }), claim(1, { signedAt: 1 }), claim(2, { signedAt: 2 })],
      [2, 3],
    ],
  ])('strikes %s', (_what, claims, struck) => {
    for (const order of [claims, [...claims].reverse()]) {
      const finder = new DuplicateFinder();
      for (const each of order) finder.add(each);
      expect(
        finder
          .duplicates()
          .map(([last]) => last)
          .sort(),
      ).toEqual(struck);
    }
  });

  it('strikes every record of a number that counts from an earlier round', () => {
    const finder = new DuplicateFinder();
    finder.addStanding('A123456789');
    finder.add(claim(1));
    finder.add(claim(2));
    expect(finder.duplicates()).toHaveLength(2);
  });

  it('answers which numbers count electronically', () => {
    const finder = new DuplicateFinder();
    finder.add(claim(1));
    finder.addStanding('B123456780');
    expect(['A123456789', 'B123456780', 'C123456786'].map((id) => finder.counts(id))).toEqual([
      true,
      true,
      false,
    ]);
  });
});
