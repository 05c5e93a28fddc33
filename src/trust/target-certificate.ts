import { hex } from '../core/octets.js';
import { fail, ok, type Result } from '../core/result.js';
import {
  type Certificate,
  type CertificateExtensions,
  certificateExtensions,
  decodeDirectoryString,
  keyAllowed,
  KeyUsage,
  moicaHolder,
  type Name,
  readPublicKey,
} from '../core/x509/index.js';
import {
  type CertificateKind,
  type CertificatePolicy,
  type NameCondition,
  type RefusedKind,
  windowContains,
} from './certificate-policy.js';
import type { TrustErrorCode } from './errors.js';
import { certificateHolder, type CertificateHolder } from './holder-identification.js';

/** Why a certificate, whoever signed it, is not of a kind that is accepted. */
type TargetCertificateErrorCode = Extract<
  TrustErrorCode,
  'certificate-wrong-type' | 'certificate-weak-algorithm' | 'certificate-wrong-key-usage'
>;

/** What a certificate claims to be. It counts only together with a valid path. */
export interface TargetCertificateClaim {
  readonly policy: CertificatePolicy;
  readonly holder: CertificateHolder;
}

/**
 * Compares a certificate with the policies, in their order. The first policy of its kind decides. Failures come in the order type,
 * algorithm, key usage. Only the certificate is looked at, so the result counts only together with a valid path.
 */
export function checkTargetCertificate(
  target: Certificate,
  policies: readonly CertificatePolicy[],
  at: Date,
): Result<TargetCertificateClaim, TargetCertificateErrorCode> {
  const extensions = certificateExtensions(target);
  if (!extensions.ok) return fail('certificate-wrong-type');
  const policy = policies.find(({ kind }) => isOfKind(target, extensions.value, kind));
  if (policy?.accepted.some((window) => windowContains(window, at)) !== true)
    return fail('certificate-wrong-type');
  const holder = certificateHolder(target, policy.holder);
  if (holder === undefined) return fail('certificate-wrong-type');
  const key = readPublicKey(target.subjectPublicKeyInfo);
  if (key === undefined || !keyAllowed(policy.algorithms, key)) return fail('certificate-weak-algorithm');
  if (!mayBeUsedFor(extensions.value, policy)) return fail('certificate-wrong-key-usage');
  return ok({ policy, holder });
}

/** Who holds a certificate of a kind that is in a policy, on or off. Nothing is verified: it counts only together with a validation. */
export function claimedHolder(
  target: Certificate,
  policies: readonly CertificatePolicy[],
): CertificateHolder | undefined {
  const extensions = certificateExtensions(target);
  const policy = extensions.ok && policies.find(({ kind }) => isOfKind(target, extensions.value, kind));
  return policy ? certificateHolder(target, policy.holder) : undefined;
}

const isOfKind = (target: Certificate, extensions: CertificateExtensions, kind: CertificateKind): boolean =>
  wantsOneOf(kind.certificatePolicies, extensions.certificatePolicies ?? []) &&
  wantsOneOf(kind.subjectTypes, [moicaHolder(extensions.subjectDirectoryAttributes ?? []).subjectType]) &&
  wantsOneOf(kind.issuerKeyIdentifiers, [
    keyIdentifierText(extensions.authorityKeyIdentifier?.keyIdentifier),
  ]) &&
  kind.issuerName.every((condition) => nameHas(target.issuer, condition));

const wantsOneOf = (wanted: readonly string[], found: readonly (string | undefined)[]): boolean =>
  wanted.length === 0 || found.some((each) => each !== undefined && wanted.includes(each));

const keyIdentifierText = (identifier: Uint8Array | undefined): string | undefined =>
  identifier && hex(identifier);

/** An attribute of a name: its type and its text. */
interface NameText {
  readonly type: string;
  readonly text: string;
}

const decodedTexts = new WeakMap<Name, readonly NameText[]>();

/** The attributes of an issuer's name, decoded once. */
function issuerTexts(issuer: Name): readonly NameText[] {
  const known = decodedTexts.get(issuer);
  if (known !== undefined) return known;
  const texts = issuer.relativeNames
    .flat()
    .map(({ type, tag, value }) => ({ type, text: decodeDirectoryString(tag, value) }));
  decodedTexts.set(issuer, texts);
  return texts;
}

const nameHas = (name: Name, condition: NameCondition): boolean =>
  issuerTexts(name).some(({ type, text }) => type === condition.type && text === condition.value);

/** Purposes that allow a person's signature, where the certificate limits its purposes (RFC 5280 §4.2.1.12). */
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

/**
 * The kind that a certificate claims to be, if that kind is refused. Nothing is verified: a certificate that makes this claim is
 * refused in any case. The holder of a real card of this kind, which has no path to our anchors, learns which card to use.
 */
export const refusedKind = (target: Certificate, refusals: readonly RefusedKind[]): RefusedKind | undefined =>
  refusals.find((refusal) => issuerSays(target, refusal) || policiesSay(target, refusal));

const issuerSays = ({ issuer }: Certificate, { issuerNameContains }: RefusedKind): boolean =>
  issuerTexts(issuer).some(({ text }) => issuerNameContains.some((part) => text.includes(part)));

function policiesSay(target: Certificate, { certificatePolicies }: RefusedKind): boolean {
  if (certificatePolicies.length === 0) return false;
  const extensions = certificateExtensions(target);
  const asserted = extensions.ok ? (extensions.value.certificatePolicies ?? []) : [];
  return asserted.some((policy) => certificatePolicies.includes(policy));
}
