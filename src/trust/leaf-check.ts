import { fail, ok, type Result } from '../core/result.js';
import {
  type Certificate,
  type CertificateExtensions,
  certificateExtensions,
  KeyUsage,
  moicaHolder,
  type Name,
} from '../core/x509/index.js';
import type { CertificateKind, CertificatePolicy, NameCondition } from './certificate-policy.js';
import type { TrustErrorCode } from './errors.js';
import { certificateHolder } from './holder.js';
import { issuerTexts } from './issuer-names.js';
import type { CertificateHolder } from './judgement.js';
import { keyAllowed } from './key-strength.js';
import { contains } from './validity-window.js';

/** Why a certificate itself, whoever signed it, is not what is wanted. */
export type LeafErrorCode = Extract<
  TrustErrorCode,
  'certificate-wrong-type' | 'certificate-weak-algorithm' | 'certificate-wrong-key-usage'
>;

/** What a certificate claims to be: to be believed only once there is a path for it. */
export interface LeafClaim {
  readonly policy: CertificatePolicy;
  readonly holder: CertificateHolder;
}

/**
 * Holds a certificate against the policies, in their order; the first whose kind it is decides. Failures in the order
 * type, algorithm, key usage. It looks at the certificate alone, so its answer counts only together with a valid path.
 */
export function checkLeaf(
  leaf: Certificate,
  policies: readonly CertificatePolicy[],
  at: Date,
): Result<LeafClaim, LeafErrorCode> {
  const extensions = certificateExtensions(leaf);
  const holder = certificateHolder(leaf);
  if (!extensions.ok || holder === undefined) return fail('certificate-wrong-type');
  const policy = policies.find(({ kind }) => isOfKind(leaf, extensions.value, kind));
  if (policy?.accepted.some((window) => contains(window, at)) !== true) return fail('certificate-wrong-type');
  if (!keyAllowed(leaf.subjectPublicKeyInfo, policy.algorithms)) return fail('certificate-weak-algorithm');
  if (!mayBeUsedFor(extensions.value, policy)) return fail('certificate-wrong-key-usage');
  return ok({ policy, holder });
}

const isOfKind = (leaf: Certificate, extensions: CertificateExtensions, kind: CertificateKind): boolean =>
  wantsOneOf(kind.certificatePolicies, extensions.certificatePolicies ?? []) &&
  wantsOneOf(kind.subjectTypes, [moicaHolder(extensions.subjectDirectoryAttributes ?? []).subjectType]) &&
  wantsOneOf(kind.issuerKeyIdentifiers, [hex(extensions.authorityKeyIdentifier?.keyIdentifier)]) &&
  kind.issuerName.every((condition) => bears(leaf.issuer, condition));

const wantsOneOf = (wanted: readonly string[], found: readonly (string | undefined)[]): boolean =>
  wanted.length === 0 || found.some((each) => each !== undefined && wanted.includes(each));

const hex = (bytes: Uint8Array | undefined): string | undefined =>
  bytes === undefined ? undefined : Buffer.from(bytes).toString('hex');

const bears = (name: Name, condition: NameCondition): boolean =>
  issuerTexts(name).some(({ type, text }) => type === condition.type && text === condition.value);

/** Purposes that a person's signature may serve, where the certificate limits them (RFC 5280 §4.2.1.12). */
const signingPurposes: readonly string[] = [
  '2.5.29.37.0', // anyExtendedKeyUsage
  '1.3.6.1.5.5.7.3.2', // id-kp-clientAuth
  '1.3.6.1.5.5.7.3.4', // id-kp-emailProtection
];

function mayBeUsedFor(extensions: CertificateExtensions, policy: CertificatePolicy): boolean {
  const usage = extensions.keyUsage ?? 0;
  const purposes = extensions.extendedKeyUsage;
  return (
    policy.keyUsage.every((name) => (usage & KeyUsage[name]) !== 0) &&
    (purposes === undefined || purposes.some((purpose) => signingPurposes.includes(purpose)))
  );
}
