import { equalOctets } from '../core/octets.js';
import { type PathErrorCode, type PathInput, type TrustAnchor, validatePath } from '../core/path/index.js';
import { fail, ok, type Result } from '../core/result.js';
import {
  checkRevocation,
  type OcspResponse,
  type RevocationErrorCode,
  type RevocationReference,
  type RevocationResult,
} from '../core/revocation/index.js';
import { type AlgorithmPolicy, type Certificate, strongAlgorithms } from '../core/x509/index.js';
import { type AnchorSet, anchorSetAt } from './anchor-set.js';
import type { SigningMethod } from './certificate-policy.js';
import type { TrustConfiguration } from './configuration.js';
import type { TrustErrorCode } from './errors.js';
import type { RevocationList } from './revocation-list.js';
import type { CertificateHolder } from './holder-identification.js';
import { checkTargetCertificate, refusedKind, type TargetCertificateClaim } from './target-certificate.js';

/** What a validation needs, except the revocation data. */
type TrustRules = Pick<TrustConfiguration, 'anchorSets' | 'policies' | 'refusals'>;

/**
 * Validates a certificate: a path to an anchor in force at the time (RFC 5280 §6), a policy that accepts its kind, and its status by
 * the given revocation data. Of several faults the first in this order is returned, so that the answer is always the same:
 *
 * 1. it claims to be a kind that is refused; 2. no path, not counting its own times; 3. expired or not yet valid; 4. wrong type;
 * 5. weak algorithm; 6. wrong key usage; 7. revoked, unknown or unavailable.
 *
 * Where an intermediate is expired, not yet valid or faulty, the certificate is untrusted: the holder can't change that.
 */
export function validateCertificate(
  question: TrustQuestion,
  rules: TrustRules,
  data: RevocationData,
): Result<ValidatedCertificate, TrustErrorCode> {
  const { target, at } = question;
  if (refusedKind(target, rules.refusals) !== undefined) return fail('certificate-health-insurance');
  const anchors = anchorSetAt(rules.anchorSets, at);
  if (anchors === undefined) return fail('certificate-untrusted', { cause: 'no-anchor-set' });
  const claim = checkTargetCertificate(target, rules.policies, at);
  if (claim.ok) return validateClaim(question, anchors, claim.value, data);
  const path = validatePath(pathInput(question, anchors, strongAlgorithms));
  return path.ok ? claim : pathFailure(path.failure, question, anchors);
}

function validateClaim(
  question: TrustQuestion,
  anchors: AnchorSet,
  { policy, holder }: TargetCertificateClaim,
  data: RevocationData,
): Result<ValidatedCertificate, TrustErrorCode> {
  let references: readonly RevocationReference[] = [];
  const path = validatePath({
    ...pathInput(question, anchors, policy.algorithms),
    ...explicitPolicies(policy.kind.certificatePolicies),
    checkRevocation: (certificates, anchor) => {
      const status = checkStatus(certificates, anchor, question.at, data);
      if (status.ok) references = status.value.references;
      return status;
    },
  });
  if (!path.ok) return pathFailure(path.failure, question, anchors);
  const ocspResponses = data.ocsp.filter((response) => isNamed(response, references)).map(({ der }) => der);
  return ok({
    policy: policy.name,
    signingMethods: policy.signingMethods,
    path: path.value.certificates,
    references,
    ocspResponses,
    holder,
  });
}

function isNamed({ reference }: OcspResponse, references: readonly RevocationReference[]): boolean {
  return references.some(({ kind, sha256 }) => kind === 'ocsp' && equalOctets(sha256, reference.sha256));
}

const pathInput = (
  { target, candidates, at }: TrustQuestion,
  { anchors, intermediates }: AnchorSet,
  algorithms: AlgorithmPolicy,
): PathInput => ({ target, candidates: [...intermediates, ...candidates], anchors, at, algorithms });

/** Inputs (c) and (f) of RFC 5280 §6.1.1: one of these must be valid for the whole path. To stand in the certificate is not enough. */
const explicitPolicies = (
  policies: readonly string[],
): Pick<PathInput, 'initialPolicies' | 'requireExplicitPolicy'> =>
  policies.length === 0 ? {} : { initialPolicies: policies, requireExplicitPolicy: true };

interface Fault {
  readonly code: PathErrorCode | RevocationErrorCode;
  readonly certificate?: Certificate;
}

function pathFailure(
  fault: Fault,
  question: TrustQuestion,
  anchors: AnchorSet,
): Result<never, TrustErrorCode> {
  const untrusted = fail('certificate-untrusted', { cause: fault.code });
  switch (fault.code) {
    case 'certificate-revoked':
    case 'revocation-unknown':
    case 'revocation-unavailable':
      return fail(fault.code);
    case 'policy-not-valid':
      return fail('certificate-wrong-type');
    case 'signature-algorithm-refused':
      return fail('certificate-weak-algorithm');
    case 'certificate-expired':
    case 'certificate-not-yet-valid':
      return fault.certificate === question.target && goodInItsTime(question, anchors)
        ? fail(fault.code)
        : untrusted;
    default:
      return untrusted;
  }
}

/** Whether there is a valid path at the moment, within the certificate's own validity, that is nearest to the time asked about. */
function goodInItsTime(question: TrustQuestion, anchors: AnchorSet): boolean {
  const { notBefore, notAfter } = question.target;
  const nearest = new Date(Math.max(notBefore, Math.min(notAfter, question.at.getTime())));
  return validatePath(pathInput({ ...question, at: nearest }, anchors, strongAlgorithms)).ok;
}

/** A certificate to validate with the current data. */
export interface TrustQuestion {
  readonly target: Certificate;
  /** Certificates that came with it. They may stand in a path, and are not trusted for that. */
  readonly candidates: readonly Certificate[];
  readonly at: Date;
}

/** A certificate to validate for a time in the past, with the data that was used then. */
export interface PastTrustQuestion extends TrustQuestion {
  readonly references: readonly RevocationReference[];
  /** The OCSP responses, DER, that the references name: they are in no archive. */
  readonly ocspResponses: readonly Uint8Array[];
}

/** Says whether a certificate is good at a time, and whose it is. `Found` is what its user needs to know. */
export interface CertificateValidator<Found = ValidatedCertificate> {
  validateCertificate(question: TrustQuestion): Promise<Result<Found, TrustErrorCode>>;
}

/** Injection token for {@link CertificateValidator}. */
export const CERTIFICATE_VALIDATOR = Symbol('CertificateValidator');

/** A certificate that was good at a time, the policy that accepted it, and the data relied on. */
export interface ValidatedCertificate {
  /** The certificate policy that accepted it, such as `natural-person`. */
  readonly policy: string;
  /** By which ways a co-signature with a certificate of this policy may come. */
  readonly signingMethods: readonly SigningMethod[];
  /** The target certificate first, without the anchor (RFC 5280 §6.1). */
  readonly path: readonly Certificate[];
  /** The revocation data relied on. `validateCertificateAsOf` repeats the validation with these. */
  readonly references: readonly RevocationReference[];
  /** The OCSP responses among that data, DER. Whoever relies on them later must keep them. */
  readonly ocspResponses: readonly Uint8Array[];
  readonly holder: CertificateHolder;
}

/** The revocation data for a validation. */
export interface RevocationData {
  readonly lists: readonly RevocationList[];
  readonly ocsp: readonly OcspResponse[];
}

/**
 * The status of every certificate on a path at a time. Only lists signed by a key of the path are used. Lists of an authority's
 * other generations have the same name: with them, a missing list would be reported as `revocation-unknown`.
 */
function checkStatus(
  path: readonly Certificate[],
  anchor: TrustAnchor,
  at: Date,
  { lists, ocsp }: RevocationData,
): RevocationResult {
  const keys = [...path.slice(1), anchor].map(({ subjectPublicKeyInfo }) => subjectPublicKeyInfo);
  const crls = lists
    .filter(({ authorityKey }) => keys.some((key) => equalOctets(key, authorityKey)))
    .map(({ index }) => index);
  return checkRevocation({ path, anchor, at, crls, ocsp, validatePath, oneCrlPerKey: true });
}
