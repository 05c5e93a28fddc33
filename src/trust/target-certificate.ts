import { BoundedMap } from '../core/bounded-map.js';
import type { Holder } from '../core/holder.js';
import { hex } from '../core/octets.js';
import { octetKey } from '../core/native-octets.js';
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
  kind.issuerName.every((condition) => nameHas(target.issuer, condition));

const wantsOneOf = (wanted: readonly string[], found: readonly (string | undefined)[]): boolean =>
  wanted.length === 0 || found.some((each) => each !== undefined && wanted.includes(each));

const keyIdentifierText = (identifier: Uint8Array | undefined): string | undefined =>
  identifier && hex(identifier);

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

/** Who holds a certificate, as it says. This is personal data: it is kept for the one request only. */
export interface CertificateHolder extends Holder {
  /** The last four digits of the national ID number. */
  readonly lastFourDigits: string;
}

/**
 * Who holds a certificate. Undefined where it does not say (no serialNumber, or no last four digits). Holder tags are computed from
 * the issuer's name in the canonical form of RFC 5280 §7.1, so that form must not change while a case collects co-signatures.
 */
export function certificateHolder(certificate: Certificate): CertificateHolder | undefined {
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

/** An attribute of a name: its type and its text. */
interface NameText {
  readonly type: string;
  readonly text: string;
}

/** A few authorities issue all real certificates. The limit is for names that somebody makes up. */
const knownNames = new BoundedMap<string, Name>(256);
const decodedTexts = new WeakMap<Name, readonly NameText[]>();

/** The first Name object with this encoding, so that what is computed from an issuer's name is computed once. */
export function sameIssuerName(name: Name): Name {
  const label = octetKey(name.der);
  const first = knownNames.get(label);
  if (first !== undefined) return first;
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
