import { type Certificate, type CertificateExtensions, completeKey, Oid } from '../x509/index.js';
import { NameConstraintState } from './constrained-names.js';
import { PolicyGraph } from './policy-graph.js';
import { type SignatureLedger } from './signature-ledger.js';
import { type TrustAnchor } from './trust-anchor.js';
import { type WorkBudget } from './work-budget.js';

/** The user's policy inputs (RFC 5280 6.1.1 (c), (e)–(g)). */
export interface PolicyInputs {
  /** user-initial-policy-set; anyPolicy where none is given. */
  readonly initialPolicies?: readonly string[];
  readonly requireExplicitPolicy?: boolean;
  readonly inhibitPolicyMapping?: boolean;
  readonly inhibitAnyPolicy?: boolean;
}

/** A certificate where the validation stands. */
export interface Step {
  readonly certificate: Certificate;
  readonly extensions: CertificateExtensions;
  /** Issuer and subject are one name, and it is not the last certificate. */
  readonly exempt: boolean;
}

/** The state variables of RFC 5280 6.1.2, carried from the anchor down to the leaf. */
export class PathState {
  readonly policies = new PolicyGraph();
  readonly names: NameConstraintState;
  workingPublicKey: Uint8Array;
  maxPathLength: number;
  /** How many more certificates until an explicit policy is required, no mapping is allowed, anyPolicy no longer counts. */
  explicitPolicy: number;
  policyMapping: number;
  inhibitAnyPolicy: number;

  /** 6.1.2 for a path of `length` certificates below this anchor. */
  constructor(
    anchor: TrustAnchor,
    length: number,
    inputs: PolicyInputs,
    readonly ledger: SignatureLedger,
    budget: WorkBudget,
  ) {
    this.workingPublicKey = anchor.subjectPublicKeyInfo;
    this.maxPathLength = anchor.pathLength ?? length;
    this.names = new NameConstraintState(budget);
    if (anchor.nameConstraints !== undefined) this.names.add(anchor.nameConstraints);
    this.explicitPolicy = inputs.requireExplicitPolicy === true ? 0 : length + 1;
    this.policyMapping = inputs.inhibitPolicyMapping === true ? 0 : length + 1;
    this.inhibitAnyPolicy = inputs.inhibitAnyPolicy === true ? 0 : length + 1;
  }

  /** 6.1.4 (d)–(f), 6.1.5 (c)–(e): the certificate's key is the one to go on with. */
  takeKey({ subjectPublicKeyInfo }: Certificate): void {
    this.workingPublicKey = completeKey(subjectPublicKeyInfo, this.workingPublicKey);
  }

  /** 6.1.5 (g): the policies valid for the whole path. */
  validPolicies({ initialPolicies = [Oid.anyPolicy] }: PolicyInputs): ReadonlySet<string> {
    return this.policies.isNull ? new Set() : this.policies.userConstrainedPolicies(new Set(initialPolicies));
  }
}
