import { describe, expect, it } from '@jest/globals';
import { PolicyGraph } from '../../../../src/core/path/policy-graph.js';
import { Oid } from '../../../../src/core/x509/index.js';

const names = Array.from({ length: 60 }, (_, n) => `1.3.${n}`);
const everyPair = names.flatMap((issuerDomainPolicy) =>
  names.map((subjectDomainPolicy) => ({ issuerDomainPolicy, subjectDomainPolicy })),
);

describe('PolicyGraph', () => {
  it('stays linear where the tree of RFC 5280 grows exponentially (RFC 9618 §1.1)', () => {
    const graph = new PolicyGraph();
    // Sixty policies, all mapped to all, thirty times: a tree with 60^30 leaves.
    for (let depth = 0; depth < 30; depth++) {
      graph.descend(names, false);
      graph.map(everyPair, true);
    }
    expect(graph.userConstrainedPolicies(new Set([Oid.anyPolicy]))).toEqual(new Set(names));
    expect(graph.userConstrainedPolicies(new Set(['1.3.7', '1.9']))).toEqual(new Set(['1.3.7']));
  });

  it('returns policies in the domain of the anchor', () => {
    const graph = new PolicyGraph();
    graph.descend(['1.2.1', '1.2.2'], false);
    graph.map([{ issuerDomainPolicy: '1.2.1', subjectDomainPolicy: '1.9.1' }], true);
    graph.descend(['1.9.1'], false);
    expect(graph.userConstrainedPolicies(new Set([Oid.anyPolicy]))).toEqual(new Set(['1.2.1']));
  });

  it('is NULL from a certificate without policies on', () => {
    const graph = new PolicyGraph();
    expect(graph.isNull).toBe(false);
    graph.descend(undefined, true);
    expect(graph.isNull).toBe(true);
    graph.descend(['1.2.1'], true);
    expect(graph.isNull).toBe(true);
  });

  it('accepts anyPolicy for a policy that the user asks for', () => {
    const graph = new PolicyGraph();
    graph.descend([Oid.anyPolicy], true);
    expect(graph.userConstrainedPolicies(new Set([Oid.anyPolicy]))).toEqual(new Set([Oid.anyPolicy]));
    expect(graph.userConstrainedPolicies(new Set(['1.2.1']))).toEqual(new Set(['1.2.1']));
    graph.descend([Oid.anyPolicy], false);
    expect(graph.isNull).toBe(true);
  });

  it('keeps policies under anyPolicy beside a named policy', () => {
    const graph = new PolicyGraph();
    graph.descend(['1.2.1', '1.2.2'], false);
    graph.descend(['1.2.1', Oid.anyPolicy], true);
    expect(graph.userConstrainedPolicies(new Set([Oid.anyPolicy]))).toEqual(new Set(['1.2.1', '1.2.2']));
  });
});
