import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  expectedCounts,
  householdRegister,
  isStruckOut,
  planAttempts,
  specialScenarios,
} from '../../../src/devkit/index.js';

const digest = (seed: string, citizens: number): string =>
  createHash('sha256')
    .update(JSON.stringify(planAttempts({ seed, citizens })))
    .digest('hex');

describe('planAttempts', () => {
  it('depends on the seed', () => {
    expect(digest('a', 300)).toBe(digest('a', 300));
    expect(digest('a', 300)).not.toBe(digest('b', 300));
    expect(planAttempts({ seed: 'a', citizens: 300 }).slice(0, 77)).toEqual(
      planAttempts({ seed: 'a', citizens: 77 }),
    );
  });

  it.each([0, 1, 2, 3, 119, 5000])('plans %i attempts', (citizens) => {
    const attempts = planAttempts({ seed: 'n', citizens });
    expect(attempts).toHaveLength(citizens);
    const { accepted, refused, electronicValid, struckOut } = expectedCounts(attempts);
    const sum = (counts: Readonly<Record<string, number>>): number =>
      Object.values(counts).reduce((a, b) => a + b, 0);
    expect(accepted + sum(refused)).toBe(citizens);
    expect(electronicValid + sum(struckOut)).toBe(accepted);
    expect(accepted).toBeGreaterThanOrEqual(citizens / 2);
    expect(
      attempts.filter(({ index }) => index % 2 === 0).every(({ scenario }) => scenario === 'ordinary-card'),
    ).toBe(true);
  });

  it.each(['x', 'y', '20260302'])('has every scenario within 120 attempts, seed %s', (seed) => {
    const names = new Set<string>(planAttempts({ seed, citizens: 120 }).map(({ scenario }) => scenario));
    expect([...names].sort()).toEqual(['ordinary-card', ...Object.keys(specialScenarios)].sort());
  });

  it('lets nobody co-sign twice, except in the scenarios for it', () => {
    const attempts = planAttempts({ seed: 'u', citizens: 5000 });
    const recorded = attempts.filter(({ expect: code }) => code === 'accepted' || isStruckOut(code));
    expect(new Set(recorded.map(({ person }) => person.holderSerialNumber)).size).toBe(recorded.length);
    const counted = recorded.filter(({ expect: code }) => code !== 'D01');
    expect(new Set(counted.map(({ nationalId }) => nationalId)).size).toBe(counted.length);
  });

  it('has a register that answers as expected', () => {
    const attempts = planAttempts({ seed: 'h', citizens: 120 });
    const register = householdRegister(attempts);
    for (const { expect: code, person } of attempts.filter(
      ({ expect: each }) => each === 'accepted' || /^R0/.test(each),
    )) {
      expect(register.result(person.nationalId)).toBe(code === 'accepted' ? '00' : code);
    }
  });

  it('relates special attempts to the attempt before them', () => {
    const attempts = planAttempts({ seed: 'r', citizens: 120 });
    const find = (name: string): [(typeof attempts)[number], (typeof attempts)[number]] => {
      const found = attempts.find(({ scenario }) => scenario === name)!;
      return [found, attempts[found.index - 1]!];
    };
    const [twice, first] = find('one-card-two-numbers');
    expect(twice.person).toBe(first.person);
    expect(twice.nationalId).not.toBe(first.nationalId);
    expect(twice.nationalId.slice(-4)).toBe(first.nationalId.slice(-4));
    const [second, holder] = find('two-cards-one-number');
    expect(second.nationalId).toBe(holder.nationalId);
    expect(second.person.holderSerialNumber).not.toBe(holder.person.holderSerialNumber);
    expect(second.person.nationalId.slice(-4)).toBe(holder.nationalId.slice(-4));
    const [stranger, owner] = find('number-of-another');
    expect(stranger.nationalId).toBe(owner.nationalId);
    expect(stranger.person.nationalId.slice(-4)).not.toBe(owner.nationalId.slice(-4));
  });
});
