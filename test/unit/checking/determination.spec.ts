import { describe, expect, it } from '@jest/globals';
import {
  type DeterminationNumbers,
  determine,
  tooFewToCheck,
} from '../../../src/checking/result/result-document.js';

describe('determine (ACT 13)', () => {
  it.each<[DeterminationNumbers, string]>([
    [{ round: 1, valid: 293_228, earlierValid: 0, threshold: 293_228 }, 'established'],
    [{ round: 1, valid: 293_227, earlierValid: 0, threshold: 293_228 }, 'supplement-due'],
    [{ round: 2, valid: 13_235, earlierValid: 279_419, threshold: 281_745 }, 'established'],
    [{ round: 2, valid: 1, earlierValid: 8, threshold: 10 }, 'not-established'],
    [{ round: 2, valid: 2, earlierValid: 8, threshold: 10 }, 'established'],
    [{ round: 1, valid: 0, earlierValid: 0, threshold: 0 }, 'established'],
  ])('%j → %s', (count, determination) => {
    expect(determine(count)).toBe(determination);
  });

  it('refuses too few co-signatures before any check', () => {
    expect([9, 10, 11].map((submitted) => tooFewToCheck(submitted, 10))).toEqual([true, false, false]);
  });
});
