import {
  type PathErrorCode,
  type PathResult,
  trustAnchor,
  validatePath,
  type ValidPath,
} from '../../core/path/index.js';
import { type RevocationErrorCode, revocationCheck } from '../../core/revocation/index.js';
import { type AlgorithmPolicy, type Certificate, Oid } from '../../core/x509/index.js';
import { type VerificationCase } from './case.js';
import { type EncodedFiles, type FileErrorCode } from './encoded-files.js';

/** Every code `lianshu pki verify` may print. */
export type VerdictCode = PathErrorCode | RevocationErrorCode | FileErrorCode | 'case-malformed';

/** Judges one case: path (RFC 5280 6) and, where required, revocation (6.3, RFC 6960). Reads its files. */
export function judgeCase(
  question: VerificationCase,
  files: EncodedFiles,
  algorithms: AlgorithmPolicy,
): PathResult<ValidPath, VerdictCode> {
  const chain = files.certificates(question.chain);
  if (!chain.ok) return chain;
  const anchors = files.certificates(question.anchors);
  if (!anchors.ok) return anchors;
  const crls = files.crls(question.crls);
  if (!crls.ok) return crls;
  const ocsp = files.ocspResponses(question.ocsp);
  if (!ocsp.ok) return ocsp;
  const [leaf, ...candidates] = chain.value;
  const { at } = question;
  const rules = { at, validatePath, crls: crls.value, ocsp: ocsp.value, candidates, algorithms };
  return validatePath<RevocationErrorCode>({
    leaf,
    candidates,
    anchors: anchors.value.map(trustAnchor),
    at,
    algorithms,
    initialPolicies: question.policies.length === 0 ? [Oid.anyPolicy] : question.policies,
    requireExplicitPolicy: question.requireExplicitPolicy,
    inhibitPolicyMapping: question.inhibitPolicyMapping,
    inhibitAnyPolicy: question.inhibitAnyPolicy,
    ...(question.revocation === 'required' && { checkRevocation: revocationCheck(rules) }),
  });
}

/** Which file a certificate at fault came from; undefined where none of these is. */
export function fileOf(
  certificate: Certificate | undefined,
  { chain, anchors }: VerificationCase,
  files: EncodedFiles,
): string | undefined {
  return [...chain, ...anchors].find((path) => {
    const held = files.certificates([path]);
    return certificate !== undefined && held.ok && held.value.includes(certificate);
  });
}
