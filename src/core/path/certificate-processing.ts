import { type Certificate, type CertificateExtensions, completeKey, Oid } from '../x509/index.js';
import { checkAuthority, checkKeyUsage, checkPolicyMappings } from './certificate-checks.js';
import { failureAt, signatureFailureAt, type PathFailure } from './errors.js';
import { constrainedNames, NameConstraintState } from './name-constraints.js';
import { PolicyGraph } from './policy-graph.js';
import type { SignatureCache } from './signature-cache.js';
import type { TrustAnchor } from './trust-anchor.js';
import type { WorkBudget } from './work-budget.js';

/** A check of a certificate at its place in a path. It may change the state. */
export type PathCheck = (step: PathStep, state: PathState) => PathFailure | undefined;

/** RFC 5280 §6.1.3, without what certificateFailure and the caller's revocation check do. */
export const everyCertificateChecks: readonly PathCheck[] = [
  checkSignature,
  checkNameConstraints,
  checkPolicies,
];

/** RFC 5280 §6.1.4, for each certificate but the last. */
export const issuingCertificateChecks: readonly PathCheck[] = [
  ({ certificate, extensions }) => checkAuthority(certificate, extensions),
  ({ certificate, extensions }) => checkKeyUsage(certificate, extensions),
  checkPathLength,
  mapPolicies,
  addConstraints,
];

// RFC 5280 §6.1.3 (a)(1). The search has verified it before, except where the key has inherited its parameters.
function checkSignature({ certificate }: PathStep, state: PathState): PathFailure | undefined {
  const verdict = state.signatureCache.verdict(certificate, state.workingPublicKey);
  if (verdict === 'valid') return undefined;
  return verdict === 'unverified'
    ? failureAt(certificate, 'path-search-exhausted')
    : signatureFailureAt(certificate, verdict);
}

// RFC 5280 §6.1.3 (b), (c).
function checkNameConstraints(
  { certificate, extensions, exempt }: PathStep,
  { names }: PathState,
): PathFailure | undefined {
  if (exempt || names.isEmpty) return undefined;
  const refusal = names.refusalOf(constrainedNames(certificate, extensions));
  return refusal === undefined ? undefined : failureAt(certificate, refusal);
}

// RFC 5280 §6.1.3 (d)–(f).
function checkPolicies(
  { certificate, extensions, exempt }: PathStep,
  state: PathState,
): PathFailure | undefined {
  state.policies.descend(extensions.certificatePolicies, state.inhibitAnyPolicy > 0 || exempt);
  return state.explicitPolicy > 0 || !state.policies.isNull
    ? undefined
    : failureAt(certificate, 'policy-not-valid');
}

// RFC 5280 §6.1.4 (l), (m).
function checkPathLength(
  { certificate, extensions, exempt }: PathStep,
  state: PathState,
): PathFailure | undefined {
  if (!exempt && state.maxPathLength-- <= 0) return failureAt(certificate, 'path-too-long');
  state.maxPathLength = Math.min(state.maxPathLength, extensions.basicConstraints?.pathLength ?? Infinity);
  return undefined;
}

// RFC 5280 §6.1.4 (a), (b).
function mapPolicies({ certificate, extensions }: PathStep, state: PathState): PathFailure | undefined {
  const failure = checkPolicyMappings(certificate, extensions);
  if (failure === undefined) state.mapPolicies(extensions);
  return failure;
}

// RFC 5280 §6.1.4 (c)–(j).
function addConstraints({ certificate, extensions, exempt }: PathStep, state: PathState): undefined {
  state.takeKey(certificate);
  if (!exempt) {
    state.explicitPolicy = Math.max(state.explicitPolicy - 1, 0);
    state.policyMapping = Math.max(state.policyMapping - 1, 0);
    state.inhibitAnyPolicy = Math.max(state.inhibitAnyPolicy - 1, 0);
  }
  state.constrain(extensions);
}

/** The user's policy inputs (RFC 5280 §6.1.1 (c), (e)–(g)). */
export interface PolicyInputs {
  /** user-initial-policy-set. The default is anyPolicy. */
  readonly initialPolicies?: readonly string[];
  readonly requireExplicitPolicy?: boolean;
  readonly inhibitPolicyMapping?: boolean;
  readonly inhibitAnyPolicy?: boolean;
}

/** The certificate that the validation has come to. */
export interface PathStep {
  readonly certificate: Certificate;
  readonly extensions: CertificateExtensions;
  /** It is self-issued and not the target, so some constraints do not apply to it (RFC 5280 §6.1). */
  readonly exempt: boolean;
}

/** What an issuer's certificate says of those below it. */
type IssuerConstraints = Pick<
  CertificateExtensions,
  'nameConstraints' | 'policyConstraints' | 'inhibitAnyPolicy'
>;

/** The state variables of RFC 5280 §6.1.2, carried from the anchor down to the target. */
export class PathState {
  readonly policies = new PolicyGraph();
  readonly names: NameConstraintState;
  workingPublicKey: Uint8Array;
  maxPathLength: number;
  /** After how many more certificates an explicit policy is required, mapping is inhibited, and anyPolicy no longer counts. */
  explicitPolicy: number;
  policyMapping: number;
  inhibitAnyPolicy: number;

  /** RFC 5280 §6.1.2, for a path of `length` certificates below this anchor. */
  constructor(
    anchor: TrustAnchor,
    length: number,
    inputs: PolicyInputs,
    readonly signatureCache: SignatureCache,
    budget: WorkBudget,
  ) {
    this.workingPublicKey = anchor.subjectPublicKeyInfo;
    this.maxPathLength = anchor.pathLength ?? length;
    this.names = new NameConstraintState(budget);
    this.explicitPolicy = inputs.requireExplicitPolicy === true ? 0 : length + 1;
    this.policyMapping = inputs.inhibitPolicyMapping === true ? 0 : length + 1;
    this.inhibitAnyPolicy = inputs.inhibitAnyPolicy === true ? 0 : length + 1;
    this.takeAnchor(anchor);
  }

  /** RFC 5937 §3.2: what the anchor's own certificate says of the paths below it, as if it were their first certificate. */
  private takeAnchor(anchor: TrustAnchor): void {
    const { certificatePolicies, policyMappings } = anchor;
    // An anchor without policies allows all of them. One that only maps some has them all.
    if (certificatePolicies !== undefined || policyMappings !== undefined)
      this.policies.descend(certificatePolicies ?? [Oid.anyPolicy], true);
    this.mapPolicies(anchor);
    this.constrain(anchor);
  }

  /** RFC 5280 §6.1.4 (b). */
  mapPolicies({ policyMappings }: Pick<CertificateExtensions, 'policyMappings'>): void {
    if (policyMappings !== undefined) this.policies.map(policyMappings, this.policyMapping > 0);
  }

  /** RFC 5280 §6.1.4 (g), (i), (j). */
  constrain({ nameConstraints, policyConstraints, inhibitAnyPolicy }: IssuerConstraints): void {
    if (nameConstraints !== undefined) this.names.add(nameConstraints);
    const { requireExplicitPolicy, inhibitPolicyMapping } = policyConstraints ?? {};
    this.explicitPolicy = Math.min(this.explicitPolicy, requireExplicitPolicy ?? Infinity);
    this.policyMapping = Math.min(this.policyMapping, inhibitPolicyMapping ?? Infinity);
    this.inhibitAnyPolicy = Math.min(this.inhibitAnyPolicy, inhibitAnyPolicy ?? Infinity);
  }

  /** RFC 5280 §6.1.4 (d)–(f), §6.1.5 (c)–(e): the certificate's key becomes the working public key. */
  takeKey({ subjectPublicKeyInfo }: Certificate): void {
    this.workingPublicKey = completeKey(subjectPublicKeyInfo, this.workingPublicKey);
  }

  /** RFC 5280 §6.1.5 (g): the policies that are valid for the whole path. */
  validPolicies({ initialPolicies = [Oid.anyPolicy] }: PolicyInputs): ReadonlySet<string> {
    return this.policies.isNull ? new Set() : this.policies.userConstrainedPolicies(new Set(initialPolicies));
  }
}
