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
 * The valid policy graph of RFC 9618 (which replaces the tree of RFC 5280 §6.1, of the same meaning but exponential size): one
 * node for each policy at each depth, joined to all its parents. Nodes without children are passed over at the end instead of
 * pruned on the way; the graph is NULL once a depth is empty. Linear in the policies and mappings of the certificates.
 */
export class PolicyGraph {
  private level = rootLevel();
  private readonly levels: Level[] = [this.level];

  /** Whether no policy is left. */
  get isNull(): boolean {
    return this.level.size === 0;
  }

  /** RFC 9618 §5.1, for 6.1.3 (d) and (e): goes down to a certificate with these policies. */
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
    this.levels.push(next);
    this.level = next;
  }

  /** RFC 9618 §5.2, for 6.1.4 (b): what the subject's domain calls the policies; a policy that may not be mapped falls away. */
  map(mappings: readonly PolicyMapping[], allowed: boolean): void {
    for (const [policy, expected] of groupByIssuerPolicy(mappings)) {
      if (!allowed) this.level.delete(policy);
      else this.expect(policy, expected);
    }
  }

  /** 6.1.5 (g) as of RFC 9618 §5.3: the policies of the anchor's domain that hold for the whole path and that the user asks for. */
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
