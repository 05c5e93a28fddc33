import { type PathErrorCode, type PathInput, validatePath } from '../core/path/index.js';
import type { RevocationErrorCode, RevocationReference } from '../core/revocation/index.js';
import { fail, ok, type Result } from '../core/result.js';
import { type AlgorithmPolicy, type Certificate, strongAlgorithms } from '../core/x509/index.js';
import { type AnchorSet, anchorSetAt } from './anchor-set.js';
import type { TrustConfiguration } from './configuration.js';
import type { TrustErrorCode } from './errors.js';
import type { Judgement, TrustQuestion } from './judgement.js';
import { checkLeaf, type LeafClaim } from './leaf-check.js';
import { refusedKind } from './refused-kind.js';
import { checkStatus, type StatusEvidence } from './status-check.js';

/** What a judgement goes by, apart from revocation data. */
export type TrustRules = Pick<TrustConfiguration, 'anchorSets' | 'policies' | 'refusals'>;

/**
 * Judges a certificate: RFC 5280 §6 to an anchor in force at the time, a policy that accepts its kind, and its status by the
 * evidence given. Of several faults the first of this order is told, so that every answer is the same on every machine:
 *
 * 1. it calls itself a kind refused by name; 2. no path, times aside; 3. expired or not yet valid; 4. wrong type;
 * 5. weak algorithm; 6. wrong key usage; 7. revoked, unknown or unavailable.
 *
 * An intermediate that is expired, not yet valid or faulty makes the certificate untrusted: that is no holder's business.
 */
export function judge(
  question: TrustQuestion,
  rules: TrustRules,
  evidence: StatusEvidence,
): Result<Judgement, TrustErrorCode> {
  const { leaf, at } = question;
  if (refusedKind(leaf, rules.refusals) !== undefined) return fail('certificate-health-insurance');
  const anchors = anchorSetAt(rules.anchorSets, at);
  if (anchors === undefined) return fail('certificate-untrusted', { cause: 'no-anchor-set' });
  const claim = checkLeaf(leaf, rules.policies, at);
  if (claim.ok) return judgeClaim(question, anchors, claim.value, evidence);
  const path = validatePath(pathInput(question, anchors, strongAlgorithms));
  return path.ok ? claim : pathFailure(path.failure, question, anchors);
}

function judgeClaim(
  question: TrustQuestion,
  anchors: AnchorSet,
  { policy, holder }: LeafClaim,
  evidence: StatusEvidence,
): Result<Judgement, TrustErrorCode> {
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
  { leaf, candidates, at }: TrustQuestion,
  { anchors, intermediates }: AnchorSet,
  algorithms: AlgorithmPolicy,
): PathInput => ({ leaf, candidates: [...intermediates, ...candidates], anchors, at, algorithms });

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
      return fault.certificate === question.leaf && goodInItsTime(question, anchors)
        ? fail(fault.code)
        : untrusted;
    default:
      return untrusted;
  }
}

/** Whether there is a path at the moment of the certificate's own validity that is nearest to the judged time. */
function goodInItsTime(question: TrustQuestion, anchors: AnchorSet): boolean {
  const { notBefore, notAfter } = question.leaf;
  const nearest = new Date(Math.max(notBefore, Math.min(notAfter, question.at.getTime())));
  return validatePath(pathInput({ ...question, at: nearest }, anchors, strongAlgorithms)).ok;
}
