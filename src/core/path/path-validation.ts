import { ok } from '../result.js';
import { type Certificate, namesEqual } from '../x509/index.js';
import { anchorCertificateFailure, certificateFailure, readableExtensions } from './certificate-checks.js';
import {
  everyCertificateChecks,
  issuingCertificateChecks,
  type PathCheck,
  PathState,
  type PathStep,
  type PolicyInputs,
} from './certificate-processing.js';
import { failureAt, type PathFailure, type PathResult } from './errors.js';
import type { ProspectivePath } from './path-building.js';
import type { SignatureCache } from './signature-cache.js';
import type { TrustAnchor } from './trust-anchor.js';
import type { WorkBudget } from './work-budget.js';

/** A path that RFC 5280 §6.1 accepts. */
export interface ValidPath {
  /** Target first, the anchor left out. */
  readonly certificates: readonly Certificate[];
  readonly anchor: TrustAnchor;
  /** The policies, in the anchor's domain, that are valid for the whole path and were asked for (RFC 9618 §5.3). May be anyPolicy. */
  readonly policies: readonly string[];
  /** The target's SubjectPublicKeyInfo, DER, with inherited parameters filled in. */
  readonly workingPublicKey: Uint8Array;
}

/** What a validation needs besides the path. */
export interface ValidationInputs {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly policies: PolicyInputs;
  readonly signatureCache: SignatureCache;
  readonly budget: WorkBudget;
}

/**
 * RFC 5280 §6.1 without revocation: every check in order, from the anchor down, until one fails. The target has passed
 * {@link certificateFailure} before.
 */
export function validateProspectivePath(
  path: ProspectivePath,
  inputs: ValidationInputs,
): PathResult<ValidPath> {
  const { anchor, certificates } = path;
  const state = new PathState(
    anchor,
    certificates.length,
    inputs.policies,
    inputs.signatureCache,
    inputs.budget,
  );
  const failure = anchorFailure(anchor, inputs.at) ?? pathFailure(certificates, state, inputs);
  return failure === undefined ? wrapUp(path, state, inputs.policies) : { ok: false, failure };
}

/** What a check costs grows with the policies and names in a certificate. */
const octetsForOneCheck = 4096;

function pathFailure(
  certificates: readonly Certificate[],
  state: PathState,
  { at, budget }: ValidationInputs,
): PathFailure | undefined {
  const target = certificates.length - 1;
  for (const [index, certificate] of certificates.entries()) {
    const checks = 1 + Math.floor(certificate.der.length / octetsForOneCheck);
    if (!budget.take('checks', checks)) return failureAt(certificate, 'path-search-exhausted');
    const failure =
      index < target ? issuingFailure(certificate, state, at) : targetFailure(certificate, state);
    if (failure !== undefined) return failure;
  }
  return undefined;
}

function issuingFailure(certificate: Certificate, state: PathState, at: number): PathFailure | undefined {
  const exempt = namesEqual(certificate.issuer, certificate.subject);
  const step = { certificate, extensions: readableExtensions(certificate), exempt };
  return (
    certificateFailure(certificate, at) ??
    firstFailure(everyCertificateChecks, step, state) ??
    firstFailure(issuingCertificateChecks, step, state)
  );
}

function targetFailure(certificate: Certificate, state: PathState): PathFailure | undefined {
  const step = { certificate, extensions: readableExtensions(certificate), exempt: false };
  return firstFailure(everyCertificateChecks, step, state);
}

function firstFailure(
  checks: readonly PathCheck[],
  step: PathStep,
  state: PathState,
): PathFailure | undefined {
  for (const check of checks) {
    const failure = check(step, state);
    if (failure !== undefined) return failure;
  }
  return undefined;
}

function anchorFailure(
  { notBefore, notAfter, certificate }: TrustAnchor,
  at: number,
): PathFailure | undefined {
  if (at < (notBefore ?? -Infinity) || at >= (notAfter ?? Infinity) + 1000) {
    return { code: 'anchor-not-valid-then', ...(certificate && { certificate }) };
  }
  return certificate && anchorCertificateFailure(certificate);
}

// RFC 5280 §6.1.5.
function wrapUp(
  { anchor, target, certificates }: ProspectivePath,
  state: PathState,
  inputs: PolicyInputs,
): PathResult<ValidPath> {
  const { requireExplicitPolicy } = readableExtensions(target).policyConstraints ?? {};
  const explicit = requireExplicitPolicy === 0 ? 0 : Math.max(state.explicitPolicy - 1, 0);
  const policies = state.validPolicies(inputs);
  if (explicit === 0 && policies.size === 0)
    return { ok: false, failure: failureAt(target, 'policy-not-valid') };
  state.takeKey(target);
  return ok({
    certificates: certificates.toReversed(),
    anchor,
    policies: [...policies],
    workingPublicKey: state.workingPublicKey,
  });
}
