import { Oid, type PolicyMapping } from '../x509/index.js';

interface PolicyNode {
  readonly policy: string;
  expected: ReadonlySet<string>;
  readonly parents: readonly PolicyNode[];
}

type Level = Map<string, PolicyNode>;

const rootLevel = (): Level => new Map([[Oid.anyPolicy, policyNode(Oid.anyPolicy, [])]]);

function policyNode(
  policy: string,
  parents: readonly PolicyNode[],
  expected: ReadonlySet<string> = new Set([policy]),
): PolicyNode {
  return { policy, parents, expected };
}

/**
 * The valid policy graph of RFC 9618. It replaces the tree of RFC 5280 §6.1, which means the same but can grow exponentially.
 * There is one node for each policy at each depth, linked to all its parents. Nodes without children are not pruned: they are left
 * out at the end. The graph is NULL when a depth is empty. Work is linear in the policies and mappings of the certificates.
 */
export class PolicyGraph {
  private level = rootLevel();

  /** Whether no policy is left. */
  get isNull(): boolean {
    return this.level.size === 0;
  }

  /** RFC 9618 §5.1, for RFC 5280 §6.1.3 (d), (e): the next depth, for a certificate with these policies. */
  descend(policies: readonly string[] | undefined, anyPolicyCounts: boolean): void {
    const next: Level = new Map();
    if (policies !== undefined) {
      const parentsOf = this.nodesByExpectedPolicy();
      const any = parentsOf.get(Oid.anyPolicy);
      for (const policy of policies) {
        const parents = parentsOf.get(policy) ?? any;
        if (policy !== Oid.anyPolicy && parents !== undefined) next.set(policy, policyNode(policy, parents));
      }
      if (anyPolicyCounts && policies.includes(Oid.anyPolicy)) addMissing(next, parentsOf);
    }
    this.level = next;
  }

  /** RFC 9618 §5.2, for RFC 5280 §6.1.4 (b): maps policies to the subject's domain. Where mapping is not allowed they are removed. */
  map(mappings: readonly PolicyMapping[], allowed: boolean): void {
    for (const [policy, expected] of groupByIssuerPolicy(mappings)) {
      if (!allowed) this.level.delete(policy);
      else this.expect(policy, expected);
    }
  }

  /** RFC 9618 §5.3, for RFC 5280 §6.1.5 (g): the policies, in the anchor's domain, that are valid for the whole path and that the user asks for. */
  userConstrainedPolicies(initial: ReadonlySet<string>): ReadonlySet<string> {
    const authority = this.authorityConstrainedPolicies();
    if (initial.has(Oid.anyPolicy)) return authority;
    return authority.has(Oid.anyPolicy)
      ? initial
      : new Set([...authority].filter((policy) => initial.has(policy)));
  }

  private authorityConstrainedPolicies(): ReadonlySet<string> {
    const policies = new Set<string>();
    if (this.level.has(Oid.anyPolicy)) policies.add(Oid.anyPolicy);
    for (const { policy, parents } of this.nodesOfWholePath()) {
      const ownDomain = parents.length === 1 && parents[0]?.policy === Oid.anyPolicy;
      if (ownDomain && policy !== Oid.anyPolicy) policies.add(policy);
    }
    return policies;
  }

  private nodesOfWholePath(): ReadonlySet<PolicyNode> {
    const nodes = new Set(this.level.values());
    for (const node of nodes) for (const parent of node.parents) nodes.add(parent);
    return nodes;
  }

  private nodesByExpectedPolicy(): ReadonlyMap<string, readonly PolicyNode[]> {
    const nodes = new Map<string, PolicyNode[]>();
    for (const node of this.level.values()) {
      for (const policy of node.expected) {
        const sharing = nodes.get(policy);
        if (sharing === undefined) nodes.set(policy, [node]);
        else sharing.push(node);
      }
    }
    return nodes;
  }

  private expect(policy: string, expected: ReadonlySet<string>): void {
    const node = this.level.get(policy);
    const any = this.level.get(Oid.anyPolicy);
    if (node !== undefined) node.expected = expected;
    else if (any !== undefined) this.level.set(policy, policyNode(policy, any.parents, expected));
  }
}

function addMissing(level: Level, parentsOf: ReadonlyMap<string, readonly PolicyNode[]>): void {
  for (const [policy, parents] of parentsOf) {
    if (!level.has(policy)) level.set(policy, policyNode(policy, parents));
  }
}

function groupByIssuerPolicy(mappings: readonly PolicyMapping[]): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, Set<string>>();
  for (const { issuerDomainPolicy, subjectDomainPolicy } of mappings) {
    const group = groups.get(issuerDomainPolicy) ?? new Set();
    groups.set(issuerDomainPolicy, group.add(subjectDomainPolicy));
  }
  return groups;
}
