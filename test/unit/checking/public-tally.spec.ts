import { describe, expect, it } from '@jest/globals';
import {
  electronicGroups,
  isPublicTally,
  paperGroups,
  publicCounts,
  publicTally,
  type PublicTally,
  tallyWithoutGroups,
  withheld,
} from '../../../src/checking/result/public-tally.js';

describe('publicTally', () => {
  it.each<[string, Parameters<typeof publicTally>[0], PublicTally]>([
    [
      'everything counts',
      { submitted: 9, valid: 9, struckOut: {} },
      { submitted: 9, valid: 9, notCounted: {} },
    ],
    [
      'no group is small',
      { submitted: 100, valid: 80, struckOut: { E01: 3, E05: 2, D01: 6, B01: 1, R01: 8 } },
      { submitted: 100, valid: 80, notCounted: { evidence: 5, repeated: 6, 'household-register': 9 } },
    ],
    [
      'one is small, and the next hides it',
      { submitted: 100, valid: 70, struckOut: { E01: 1, D01: 9, R01: 20 } },
      {
        submitted: 100,
        valid: 70,
        notCounted: { evidence: withheld, repeated: withheld, 'household-register': 20 },
      },
    ],
    [
      'one person was struck out',
      { submitted: 100, valid: 99, struckOut: { R03: 1 } },
      {
        submitted: 100,
        valid: 99,
        notCounted: { evidence: withheld, repeated: withheld, 'household-register': withheld },
      },
    ],
  ])('is, where %s', (_what, tally, published) => {
    expect(publicTally(tally, electronicGroups)).toEqual(published);
    expect(isPublicTally(published, electronicGroups)).toBe(true);
  });

  it('knows no paper reason of an electronic co-signature, and no evidence of a paper row', () => {
    const tally = { submitted: 1, valid: 0 };
    expect(() => publicTally({ ...tally, struckOut: { P01: 1 } }, electronicGroups)).toThrow('can’t have');
    expect(() => publicTally({ ...tally, struckOut: { E01: 1 } }, paperGroups)).toThrow('can’t have');
  });

  it('names no number by group where an earlier result is public', () => {
    const none = { evidence: withheld, repeated: withheld, 'household-register': withheld };
    const tally = { submitted: 100, valid: 40, struckOut: { E01: 20, D01: 20, R01: 20 } };
    expect(tallyWithoutGroups(tally, electronicGroups).notCounted).toEqual(none);
    expect(
      tallyWithoutGroups({ submitted: 1, valid: 1, struckOut: {} }, electronicGroups).notCounted,
    ).toEqual({});
  });
});

describe('isPublicTally', () => {
  const hidden = { evidence: withheld, repeated: withheld, 'household-register': withheld } as const;
  it.each<[string, PublicTally]>([
    ['a small number', { submitted: 30, valid: 0, notCounted: { ...hidden, evidence: 4 } }],
    [
      'one withheld, which the others tell',
      { submitted: 30, valid: 0, notCounted: { evidence: 6, repeated: 20, 'household-register': withheld } },
    ],
    ['two that come to less than ten', { submitted: 30, valid: 0, notCounted: { ...hidden, repeated: 21 } }],
    [
      'one that does not exceed the others',
      { submitted: 30, valid: 0, notCounted: { ...hidden, repeated: 15 } },
    ],
    [
      'numbers that don’t add up',
      { submitted: 30, valid: 0, notCounted: { evidence: 10, repeated: 10, 'household-register': 11 } },
    ],
    ['a group left out', { submitted: 30, valid: 0, notCounted: { evidence: 20, repeated: 10 } }],
    ['no group', { submitted: 30, valid: 0, notCounted: {} }],
    ['groups where everything counts', { submitted: 30, valid: 30, notCounted: hidden }],
    [
      'a group of the other kind',
      { submitted: 30, valid: 0, notCounted: { evidence: 10, repeated: 10, 'paper-form': 10 } },
    ],
    ['more that count than there are', { submitted: 30, valid: 31, notCounted: hidden }],
  ])('is false for %s', (_what, tally) => {
    expect(isPublicTally(tally, electronicGroups)).toBe(false);
  });
});

/**
 * Whoever reads the published numbers knows the rule, and the sum by the list of verdicts. So they can work out exactly what all numbers that
 * are published alike have in common. Every way to share out each sum is tried: no number below five may be the same in all.
 */
describe('what is published', () => {
  const most = 36;
  const alike = new Map<string, (readonly [number, number, number])[]>();
  for (let sum = 1; sum <= most; sum += 1)
    for (let one = 0; one <= sum; one += 1)
      for (let two = 0; one + two <= sum; two += 1) {
        const numbers = [one, two, sum - one - two] as const;
        const published = JSON.stringify([sum, publicCounts(numbers)]);
        alike.set(published, [...(alike.get(published) ?? []), numbers]);
      }
  const told = [...alike].flatMap(([published, all]) =>
    [0, 1, 2].flatMap((place) => {
      const possible = new Set(all.map((numbers) => numbers[place]));
      const [only = 0] = possible;
      return possible.size === 1 && only < 5
        ? [`${published}: number ${String(place)} is ${String(only)}`]
        : [];
    }),
  );

  it('lets nobody work out a number below five, whatever the numbers', () => {
    expect(told).toEqual([]);
  });

  it('leaves ten possibilities at least where one number is shown', () => {
    const withOne = [...alike.values()].filter(
      ([first]) => publicCounts(first!).filter((count) => count === withheld).length === 2,
    );
    expect(withOne.length).toBeGreaterThan(20);
    for (const all of withOne) expect(all.length).toBeGreaterThanOrEqual(10);
  });

  it('would be told by rules that look safe', () => {
    const naive = (numbers: readonly number[]): string =>
      JSON.stringify(numbers.map((number) => (number < 5 ? withheld : number)));
    // Twelve struck out, and nothing shown: three times four, and no other way.
    expect(naive([4, 4, 4])).toBe(naive([3, 3, 3]));
    expect(
      [...alike.values()]
        .flat()
        .filter((numbers) => naive(numbers) === naive([4, 4, 4]) && sumOf(numbers) === 12),
    ).toEqual([[4, 4, 4]]);
  });
});

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
