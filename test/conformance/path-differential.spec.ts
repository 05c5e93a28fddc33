import { beforeAll, describe, expect, it } from '@jest/globals';
import { compare, type Comparison, mutations } from '../support/path/differential.js';
import { disagreements } from './path-disagreements.js';

const chains = 10 * mutations.length;
const verdict = (answer: string): 'accept' | 'refuse' => (answer === 'OK' ? 'accept' : 'refuse');
const differing = ({ ours, openssl }: Comparison): boolean => verdict(ours) !== verdict(openssl);

describe('path validation beside openssl verify', () => {
  let comparisons: readonly Comparison[] = [];

  beforeAll(async () => {
    comparisons = await compare('differential', chains);
  }, 300_000);

  it('compares at least 2,000 chains, good and bad ones', () => {
    expect(comparisons.length).toBeGreaterThanOrEqual(2000);
    const good = comparisons.filter(({ ours }) => ours === 'OK').length;
    expect(good).toBeGreaterThan(500);
    expect(comparisons.length - good).toBeGreaterThan(500);
  });

  it('differs only as the table says', () => {
    const known = new Set(disagreements.map(({ mutation, we }) => `${mutation}: we ${we}`));
    const unexplained = comparisons
      .filter(differing)
      .filter(({ mutation, ours }) => !known.has(`${mutation}: we ${verdict(ours)}`));
    expect(unexplained).toEqual([]);
  });

  it('has no entry in the table that does not occur', () => {
    const seen = new Set(
      comparisons.filter(differing).map(({ mutation, ours }) => `${mutation}: we ${verdict(ours)}`),
    );
    const unseen = disagreements.filter(({ mutation, we }) => !seen.has(`${mutation}: we ${we}`));
    expect(unseen).toEqual([]);
  });
});
