import { hex, octetKey } from '../core/octets.js';
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
  nameAttribute,
  nameKey,
  Oid,
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

/** Why a certificate itself, whoever signed it, is not what is wanted. */
type TargetCertificateErrorCode = Extract<
  TrustErrorCode,
  'certificate-wrong-type' | 'certificate-weak-algorithm' | 'certificate-wrong-key-usage'
>;

/** What a certificate claims to be: to be believed only once there is a path for it. */
export interface TargetCertificateClaim {
  readonly policy: CertificatePolicy;
  readonly holder: CertificateHolder;
}

/**
 * Holds a certificate against the policies, in their order; the first whose kind it is decides. Failures in the order
 * type, algorithm, key usage. It looks at the certificate alone, so its answer counts only together with a valid path.
 */
export function checkTargetCertificate(
  target: Certificate,
  policies: readonly CertificatePolicy[],
  at: Date,
): Result<TargetCertificateClaim, TargetCertificateErrorCode> {
  const extensions = certificateExtensions(target);
  const holder = certificateHolder(target);
  if (!extensions.ok || holder === undefined) return fail('certificate-wrong-type');
  const policy = policies.find(({ kind }) => isOfKind(target, extensions.value, kind));
  if (policy?.accepted.some((window) => windowContains(window, at)) !== true)
    return fail('certificate-wrong-type');
  const key = readPublicKey(target.subjectPublicKeyInfo);
  if (key === undefined || !keyAllowed(policy.algorithms, key)) return fail('certificate-weak-algorithm');
  if (!mayBeUsedFor(extensions.value, policy)) return fail('certificate-wrong-key-usage');
  return ok({ policy, holder });
}

const isOfKind = (target: Certificate, extensions: CertificateExtensions, kind: CertificateKind): boolean =>
  wantsOneOf(kind.certificatePolicies, extensions.certificatePolicies ?? []) &&
  wantsOneOf(kind.subjectTypes, [moicaHolder(extensions.subjectDirectoryAttributes ?? []).subjectType]) &&
  wantsOneOf(kind.issuerKeyIdentifiers, [
    keyIdentifierText(extensions.authorityKeyIdentifier?.keyIdentifier),
  ]) &&
  kind.issuerName.every((condition) => nameBears(target.issuer, condition));

const wantsOneOf = (wanted: readonly string[], found: readonly (string | undefined)[]): boolean =>
  wanted.length === 0 || found.some((each) => each !== undefined && wanted.includes(each));

const keyIdentifierText = (identifier: Uint8Array | undefined): string | undefined =>
  identifier && hex(identifier);

const nameBears = (name: Name, condition: NameCondition): boolean =>
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

/** Who holds a certificate, as far as it says. Personal data: for the one request only. */
export interface CertificateHolder {
  /** The subject's serialNumber attribute: tells holders apart, and is not the national ID number. */
  readonly serialNumber: string;
  /** The issuer's name in a normal form, DER: equal for every generation of an authority. The holder tag binds it. */
  readonly issuerName: Uint8Array;
  /** The last four digits of the national ID number. */
  readonly lastFourDigits: string;
}

/**
 * Who holds a certificate, or undefined where it does not say (no serialNumber, or no last four digits). Holder tags rest on
 * the issuer's name in the canonical form of RFC 5280 §7.1, so that form never changes while a case collects.
 */
function certificateHolder(certificate: Certificate): CertificateHolder | undefined {
  const extensions = certificateExtensions(certificate);
  if (!extensions.ok) return undefined;
  const serialNumber = nameAttribute(certificate.subject, Oid.serialNumberAttribute);
  const { lastFourDigits } = moicaHolder(extensions.value.subjectDirectoryAttributes ?? []);
  if (serialNumber === undefined || serialNumber === '' || lastFourDigits === undefined) return undefined;
  return {
    serialNumber,
    issuerName: Buffer.from(nameKey(sameIssuerName(certificate.issuer))),
    lastFourDigits,
  };
}

/**
 * The kind that a certificate says it is, if that kind is refused. Nothing is verified: whoever claims to be refused is
 * refused, and the true holder of such a card, which no path of ours leads to, is told what to do instead.
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

/** An attribute of a name: its type, and its text. */
interface NameText {
  readonly type: string;
  readonly text: string;
}

/** Few authorities issue all certificates; names that anybody can make up must not fill the memory. */
const maximumNames = 256;
const knownNames = new Map<string, Name>();
const decodedTexts = new WeakMap<Name, readonly NameText[]>();

/** The name seen first of those with this encoding, so that what is computed of an issuer's name is computed once. */
export function sameIssuerName(name: Name): Name {
  const label = octetKey(name.der);
  const first = knownNames.get(label);
  if (first !== undefined) return first;
  if (knownNames.size >= maximumNames) knownNames.clear();
  knownNames.set(label, name);
  return name;
}

/** The attributes of an issuer's name, decoded once. */
export function issuerTexts(issuer: Name): readonly NameText[] {
  const name = sameIssuerName(issuer);
  const texts =
    decodedTexts.get(name) ??
    name.relativeNames
      .flat()
      .map(({ type, tag, value }) => ({ type, text: decodeDirectoryString(tag, value) }));
  decodedTexts.set(name, texts);
  return texts;
}
