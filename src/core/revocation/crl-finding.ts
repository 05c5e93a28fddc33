import { equalOctets } from '../octets.js';
import { type Certificate, certificateExtensions, KeyUsage, namesEqual, Oid } from '../x509/index.js';
import type { CrlEntry } from './crl/crl-entry.js';
import type { CrlIndex } from './crl/crl-index.js';
import { allReasons, coveredReasons } from './crl/crl-scope.js';
import {
  type CrlOrOcspResponse,
  type Finding,
  type IssuerKey,
  type RevocationContext,
  sameCertificate,
  type TargetCertificate,
  unusable,
} from './revocation-context.js';

/**
 * What a CRL says of a certificate, together with the newest delta CRL at hand that may be read with it (RFC 5280 §6.3.3);
 * undefined when it is another issuer's, or a delta CRL.
 */
export function crlFinding(
  crl: CrlIndex,
  subject: TargetCertificate,
  context: RevocationContext,
): Finding | undefined {
  if (crl.extensions.baseNumber !== undefined) return undefined;
  const { certificate } = subject;
  const reasons = coveredReasons(certificate, crl);
  if (reasons === undefined)
    return namesEqual(crl.issuer, certificate.issuer) ? unusable('crl-out-of-scope') : undefined;
  if (crl.hasUnknownCriticalExtension) return unusable('crl-critical-extension');
  const deltas = usableDeltas(crl, context);
  // A delta CRL brings a complete one up to date that has itself run out, but not one from the future.
  const current = isCurrentCrl(crl, context);
  if (!current && (deltas.length === 0 || !hasBegun(crl, context))) return unusable('crl-not-current');
  const signer = findCrlSigner(crl, subject, context);
  if (signer === undefined) return unusable('crl-signer-untrusted');
  const delta = deltas.find((each) => each.isSignedBy(signer.publicKey, context.algorithms));
  if (!current && delta === undefined) return unusable('crl-not-current');
  const sources = [crl, ...(delta === undefined ? [] : [delta]), ...signer.sources];
  const entry = revokingEntry(crl, delta, certificate);
  return entry === undefined
    ? { kind: 'clear', reasons, sources }
    : { kind: 'revoked', revocation: { at: entry.revokedAt, reason: entry.reason }, sources };
}

/** RFC 5280 §6.3.3 (i) to (k): the delta CRL has the last word, where it has one. */
function revokingEntry(
  crl: CrlIndex,
  delta: CrlIndex | undefined,
  { serialNumber, issuer }: Certificate,
): CrlEntry | undefined {
  const change = delta?.find(serialNumber, issuer);
  if (change === undefined) return crl.find(serialNumber, issuer);
  return change.reason === 'removeFromCRL' ? undefined : change;
}

function usableDeltas(crl: CrlIndex, context: RevocationContext): readonly CrlIndex[] {
  return deltasFor(crl, context.crls).filter(
    (delta) => !delta.hasUnknownCriticalExtension && isCurrentCrl(delta, context),
  );
}

function hasBegun({ thisUpdate }: CrlIndex, { at, clockTolerance }: RevocationContext): boolean {
  return thisUpdate <= at + clockTolerance;
}

/** Between thisUpdate and nextUpdate, and not older than the rules allow. */
function isCurrentCrl(crl: CrlIndex, context: RevocationContext): boolean {
  const { thisUpdate, nextUpdate } = crl;
  const { at, maximumCrlAge, maximumOpenCrlAge } = context;
  const age = at - thisUpdate;
  if (!hasBegun(crl, context) || age > maximumCrlAge) return false;
  return nextUpdate === undefined ? age <= maximumOpenCrlAge : at < nextUpdate;
}

/** The key that signed a CRL, and the data its own good standing rests on. */
interface CrlSigner {
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  readonly sources: readonly CrlOrOcspResponse[];
}

/**
 * The key that signed this CRL, if it belongs to the CRL's issuer, may sign CRLs, and leads to the anchor that the
 * certificate's own path leads to (RFC 5280 §6.3.3 (f), (g)). First the keys above the certificate, which are known to be good;
 * then the candidates of the issuer's name, such as a key rolled over or kept for CRLs, whose path and status are looked into.
 */
function findCrlSigner(
  crl: CrlIndex,
  subject: TargetCertificate,
  context: RevocationContext,
): CrlSigner | undefined {
  const above = signingKeys(crl, subject, context).find(
    ({ name, keyUsage, publicKey }) =>
      namesEqual(name, crl.issuer) && maySignCrls(keyUsage) && crl.isSignedBy(publicKey, context.algorithms),
  );
  if (above !== undefined) return { publicKey: above.publicKey, sources: [] };
  return keyIsFixed(crl, subject, context) ? undefined : signerAside(crl, subject, context);
}

function signingKeys(
  crl: CrlIndex,
  subject: TargetCertificate,
  context: RevocationContext,
): readonly IssuerKey[] {
  return keyIsFixed(crl, subject, context) ? subject.issuers.slice(0, 1) : subject.issuers;
}

function keyIsFixed(
  crl: CrlIndex,
  { certificate }: TargetCertificate,
  { oneCrlPerKey }: RevocationContext,
): boolean {
  return oneCrlPerKey && namesEqual(crl.issuer, certificate.issuer);
}

/** The path comes before the signature: verifying that reads the whole CRL, and a candidate may come from anybody. */
function signerAside(
  crl: CrlIndex,
  subject: TargetCertificate,
  context: RevocationContext,
): CrlSigner | undefined {
  for (const candidate of context.candidates) {
    if (!namesEqual(candidate.subject, crl.issuer) || !hasCrlKey(candidate)) continue;
    const path = context.pathAside(candidate);
    const publicKey = candidate.subjectPublicKeyInfo;
    if (path === undefined || !crl.isSignedBy(publicKey, context.algorithms)) continue;
    const finding = signerStanding(path, subject, context);
    if (finding.kind === 'clear') return { publicKey, sources: finding.sources };
  }
  return undefined;
}

/**
 * A signer found aside may be covered by the very CRL it signs (PKITS 4.14.30): it stands unless that CRL lists it. No other
 * certificate whose status is waiting can vouch for this one.
 */
function signerStanding(
  path: readonly Certificate[],
  { certificate, waiting }: TargetCertificate,
  context: RevocationContext,
): Finding {
  const [signer] = path;
  return waiting.length > 1 && signer !== undefined && sameCertificate(signer, certificate)
    ? { kind: 'clear', reasons: allReasons, sources: [] }
    : context.examinePath(path, waiting);
}

function hasCrlKey(certificate: Certificate): boolean {
  const extensions = certificateExtensions(certificate);
  return extensions.ok && maySignCrls(extensions.value.keyUsage);
}

/** A key whose certificate has no keyUsage may do anything (RFC 5280 §4.2.1.3). */
function maySignCrls(keyUsage: number | undefined): boolean {
  return keyUsage === undefined || (keyUsage & KeyUsage.crlSign) !== 0;
}

/**
 * The delta CRLs among `crls` that may be read together with this complete CRL, newest first (RFC 5280 §5.2.4 and §6.3.3 (c)):
 * the same issuer, scope and authority key, a base no newer than the complete CRL, and a number above its own.
 */
function deltasFor(complete: CrlIndex, crls: readonly CrlIndex[]): readonly CrlIndex[] {
  const number = complete.extensions.number;
  if (number === undefined) return [];
  return crls
    .filter((delta) => extendsNumber(delta, number) && sameScope(complete, delta))
    .sort((one, other) => other.thisUpdate - one.thisUpdate);
}

function extendsNumber({ extensions }: CrlIndex, complete: bigint): boolean {
  const { baseNumber, number } = extensions;
  return baseNumber !== undefined && number !== undefined && baseNumber <= complete && number > complete;
}

function sameScope(complete: CrlIndex, delta: CrlIndex): boolean {
  return (
    namesEqual(complete.issuer, delta.issuer) &&
    sameExtension(complete, delta, Oid.issuingDistributionPoint) &&
    sameExtension(complete, delta, Oid.authorityKeyIdentifier)
  );
}

function sameExtension(one: CrlIndex, other: CrlIndex, type: string): boolean {
  const value = one.extensionValue(type);
  const otherValue = other.extensionValue(type);
  if (value === undefined || otherValue === undefined) return value === otherValue;
  return equalOctets(value, otherValue);
}
