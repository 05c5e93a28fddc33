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
import type { TrustConfiguration } from './configuration.js';
import type { TrustErrorCode } from './errors.js';
import type { RevocationList } from './revocation-list.js';
import {
  type CertificateHolder,
  checkTargetCertificate,
  refusedKind,
  type TargetCertificateClaim,
} from './target-certificate.js';

/** What a judgement goes by, apart from revocation data. */
type TrustRules = Pick<TrustConfiguration, 'anchorSets' | 'policies' | 'refusals'>;

/**
 * Judges a certificate: RFC 5280 §6 to an anchor in force at the time, a policy that accepts its kind, and its status by the
 * evidence given. Of several faults the first of this order is told, so that every answer is the same on every machine:
 *
 * 1. it calls itself a kind refused by name; 2. no path, times aside; 3. expired or not yet valid; 4. wrong type;
 * 5. weak algorithm; 6. wrong key usage; 7. revoked, unknown or unavailable.
 *
 * An intermediate that is expired, not yet valid or faulty makes the certificate untrusted: that is no holder's business.
 */
export function validateCertificate(
  question: TrustQuestion,
  rules: TrustRules,
  evidence: RevocationData,
): Result<ValidatedCertificate, TrustErrorCode> {
  const { target, at } = question;
  if (refusedKind(target, rules.refusals) !== undefined) return fail('certificate-health-insurance');
  const anchors = anchorSetAt(rules.anchorSets, at);
  if (anchors === undefined) return fail('certificate-untrusted', { cause: 'no-anchor-set' });
  const claim = checkTargetCertificate(target, rules.policies, at);
  if (claim.ok) return validateClaim(question, anchors, claim.value, evidence);
  const path = validatePath(pathInput(question, anchors, strongAlgorithms));
  return path.ok ? claim : pathFailure(path.failure, question, anchors);
}

function validateClaim(
  question: TrustQuestion,
  anchors: AnchorSet,
  { policy, holder }: TargetCertificateClaim,
  evidence: RevocationData,
): Result<ValidatedCertificate, TrustErrorCode> {
  let references: readonly RevocationReference[] = [];
  const path = validatePath({
    ...pathInput(question, anchors, policy.algorithms),
    ...explicitPolicies(policy.kind.certificatePolicies),
    checkRevocation: (certificates, anchor) => {
      const status = checkStatus(certificates, anchor, question.at, evidence);
      if (status.ok) references = status.value.references;
      return status;
    },
  });
  if (!path.ok) return pathFailure(path.failure, question, anchors);
  return ok({ policy: policy.name, path: path.value.certificates, references, holder });
}

const pathInput = (
  { target, candidates, at }: TrustQuestion,
  { anchors, intermediates }: AnchorSet,
  algorithms: AlgorithmPolicy,
): PathInput => ({ target, candidates: [...intermediates, ...candidates], anchors, at, algorithms });

/** Inputs (c) and (f) of RFC 5280 §6.1.1: one of these must hold along the path, not merely stand in the certificate. */
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

/** Whether there is a path at the moment of the certificate's own validity that is nearest to the judged time. */
function goodInItsTime(question: TrustQuestion, anchors: AnchorSet): boolean {
  const { notBefore, notAfter } = question.target;
  const nearest = new Date(Math.max(notBefore, Math.min(notAfter, question.at.getTime())));
  return validatePath(pathInput({ ...question, at: nearest }, anchors, strongAlgorithms)).ok;
}

/** A certificate to judge with the data of now. */
export interface TrustQuestion {
  readonly target: Certificate;
  /** What came along with it; used to build a path, never trusted for itself. */
  readonly candidates: readonly Certificate[];
  readonly at: Date;
}

/** A certificate to judge as of a time past, with the data that was used then. */
export interface PastTrustQuestion extends TrustQuestion {
  readonly references: readonly RevocationReference[];
}

/** That a certificate was good at a time, for what, and what that rests on. */
export interface ValidatedCertificate {
  /** The certificate policy that accepted it, such as `natural-person`. */
  readonly policy: string;
  /** Holder's certificate first; the anchor is left out (RFC 5280 §6.1). */
  readonly path: readonly Certificate[];
  /** The revocation data relied on: repeat the judgement with `judgeAsOf` and these. */
  readonly references: readonly RevocationReference[];
  readonly holder: CertificateHolder;
}

/** The revocation data a judgement goes by. */
export interface RevocationData {
  readonly lists: readonly RevocationList[];
  readonly ocsp: readonly OcspResponse[];
}

/**
 * The status of every certificate on a path at a time. Only lists signed by a key of the path are looked at: those of the
 * other generations of an authority bear the same name, and would make a missing list look like an unclear one.
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
