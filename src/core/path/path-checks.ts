import { Oid } from '../x509/index.js';
import { checkAuthority, checkKeyUsage } from './certificate-checks.js';
import { constrainedNames } from './constrained-names.js';
import { blame, blameSignature, type PathFailure } from './errors.js';
import { type PathState, type Step } from './path-state.js';

/** A check of a certificate at its place in a path; it may move the state on. */
export type PathCheck = (step: Step, state: PathState) => PathFailure | undefined;

/** RFC 5280 6.1.3, but for what certificateChecks and the revocation seam do. */
export const everyCertificateChecks: readonly PathCheck[] = [
  checkSignature,
  checkNameConstraints,
  checkPolicies,
];

/** RFC 5280 6.1.4, for each certificate but the last. */
export const issuingCertificateChecks: readonly PathCheck[] = [
  ({ certificate, extensions }) => checkAuthority(certificate, extensions),
  ({ certificate, extensions }) => checkKeyUsage(certificate, extensions),
  checkPathLength,
  mapPolicies,
  addConstraints,
];

// 6.1.3 (a)(1). Known already, except where the key has inherited its parameters.
function checkSignature({ certificate }: Step, state: PathState): PathFailure | undefined {
  const verdict = state.ledger.verdict(certificate, state.workingPublicKey);
  if (verdict === 'valid') return undefined;
  return verdict === 'unverified'
    ? blame(certificate, 'path-search-exhausted')
    : blameSignature(certificate, verdict);
}

// 6.1.3 (b), (c).
function checkNameConstraints(
  { certificate, extensions, exempt }: Step,
  { names }: PathState,
): PathFailure | undefined {
  if (exempt || names.isEmpty) return undefined;
  const refusal = names.refusalOf(constrainedNames(certificate, extensions));
  return refusal === undefined ? undefined : blame(certificate, refusal);
}

// 6.1.3 (d)–(f).
function checkPolicies({ certificate, extensions, exempt }: Step, state: PathState): PathFailure | undefined {
  state.policies.descend(extensions.certificatePolicies, state.inhibitAnyPolicy > 0 || exempt);
  return state.explicitPolicy > 0 || !state.policies.isNull
    ? undefined
    : blame(certificate, 'policy-not-valid');
}

// 6.1.4 (l), (m).
function checkPathLength(
  { certificate, extensions, exempt }: Step,
  state: PathState,
): PathFailure | undefined {
  if (!exempt && state.maxPathLength-- <= 0) return blame(certificate, 'path-too-long');
  state.maxPathLength = Math.min(state.maxPathLength, extensions.basicConstraints?.pathLength ?? Infinity);
  return undefined;
}

// 6.1.4 (a), (b).
function mapPolicies(
  { certificate, extensions: { policyMappings } }: Step,
  state: PathState,
): PathFailure | undefined {
  if (policyMappings === undefined) return undefined;
  const mapsAny = policyMappings.some(
    ({ issuerDomainPolicy, subjectDomainPolicy }) =>
      issuerDomainPolicy === Oid.anyPolicy || subjectDomainPolicy === Oid.anyPolicy,
  );
  if (mapsAny) return blame(certificate, 'policy-mapping-invalid');
  state.policies.map(policyMappings, state.policyMapping > 0);
  return undefined;
}

// 6.1.4 (c)–(j).
function addConstraints({ certificate, extensions, exempt }: Step, state: PathState): undefined {
  state.takeKey(certificate);
  if (extensions.nameConstraints !== undefined) state.names.add(extensions.nameConstraints);
  if (!exempt) {
    state.explicitPolicy = Math.max(state.explicitPolicy - 1, 0);
    state.policyMapping = Math.max(state.policyMapping - 1, 0);
    state.inhibitAnyPolicy = Math.max(state.inhibitAnyPolicy - 1, 0);
  }
  const { requireExplicitPolicy, inhibitPolicyMapping } = extensions.policyConstraints ?? {};
  state.explicitPolicy = Math.min(state.explicitPolicy, requireExplicitPolicy ?? Infinity);
  state.policyMapping = Math.min(state.policyMapping, inhibitPolicyMapping ?? Infinity);
  state.inhibitAnyPolicy = Math.min(state.inhibitAnyPolicy, extensions.inhibitAnyPolicy ?? Infinity);
}
