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
  type CertificateUnderCheck,
  unusable,
} from './revocation-context.js';

/**
 * What a CRL says about a certificate, together with the newest delta CRL at hand that may be combined with it (RFC 5280 §6.3.3).
 * Undefined where it is a delta CRL, or another issuer's.
 */
export function crlFinding(
  crl: CrlIndex,
  checked: CertificateUnderCheck,
  context: RevocationContext,
): Finding | undefined {
  if (crl.extensions.baseNumber !== undefined) return undefined;
  const { certificate } = checked;
  const reasons = coveredReasons(certificate, crl);
  if (reasons === undefined)
    return namesEqual(crl.issuer, certificate.issuer) ? unusable('crl-out-of-scope') : undefined;
  if (crl.hasUnknownCriticalExtension) return unusable('crl-critical-extension');
  const deltas = usableDeltas(crl, context);
  // A delta CRL can bring a complete CRL up to date after its nextUpdate, but not before its thisUpdate.
  const current = isCurrentCrl(crl, context);
  if (!current && (deltas.length === 0 || !hasBegun(crl, context))) return unusable('crl-not-current');
  const signer = findCrlSigner(crl, checked, context);
  if (signer === undefined) return unusable('crl-signer-untrusted');
  const delta = deltas.find((each) => each.isSignedBy(signer.publicKey, context.algorithms));
  if (!current && delta === undefined) return unusable('crl-not-current');
  const data = [crl, ...(delta === undefined ? [] : [delta]), ...signer.data];
  const entry = revokingEntry(crl, delta, certificate);
  return entry === undefined
    ? { kind: 'clear', reasons, data }
    : { kind: 'revoked', revocation: { at: entry.revokedAt, reason: entry.reason }, data };
}

/** RFC 5280 §6.3.3 (i) to (k): an entry of the delta CRL comes before one of the complete CRL. */
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

/** The key that signed a CRL, and the data which shows that its certificate is not revoked. */
interface CrlSigner {
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  readonly data: readonly CrlOrOcspResponse[];
}

/**
 * The key that signed this CRL, if it belongs to the CRL's issuer, may sign CRLs, and has a path to the same anchor as the
 * certificate (RFC 5280 §6.3.3 (f), (g)). The keys above the certificate are tried first: they are known to be good. Then come the
 * candidates with the issuer's name, such as a new key of the issuer, or its key for CRLs. Their path and status are checked.
 */
function findCrlSigner(
  crl: CrlIndex,
  checked: CertificateUnderCheck,
  context: RevocationContext,
): CrlSigner | undefined {
  const above = signingKeys(crl, checked, context).find(
    ({ name, keyUsage, publicKey }) =>
      namesEqual(name, crl.issuer) && maySignCrls(keyUsage) && crl.isSignedBy(publicKey, context.algorithms),
  );
  if (above !== undefined) return { publicKey: above.publicKey, data: [] };
  return keyIsFixed(crl, checked, context) ? undefined : findOtherSigner(crl, checked, context);
}

function signingKeys(
  crl: CrlIndex,
  checked: CertificateUnderCheck,
  context: RevocationContext,
): readonly IssuerKey[] {
  return keyIsFixed(crl, checked, context) ? checked.issuers.slice(0, 1) : checked.issuers;
}

function keyIsFixed(
  crl: CrlIndex,
  { certificate }: CertificateUnderCheck,
  { oneCrlPerKey }: RevocationContext,
): boolean {
  return oneCrlPerKey && namesEqual(crl.issuer, certificate.issuer);
}

/** The path is validated before the signature: verifying it reads the whole CRL, and anybody may have sent the candidate. */
function findOtherSigner(
  crl: CrlIndex,
  checked: CertificateUnderCheck,
  context: RevocationContext,
): CrlSigner | undefined {
  for (const candidate of context.candidates) {
    if (!namesEqual(candidate.subject, crl.issuer) || !hasCrlKey(candidate)) continue;
    const path = context.pathOfSigner(candidate);
    const publicKey = candidate.subjectPublicKeyInfo;
    if (path === undefined || !crl.isSignedBy(publicKey, context.algorithms)) continue;
    const finding = signerStatus(path, checked, context);
    if (finding.kind === 'clear') return { publicKey, data: finding.data };
  }
  return undefined;
}

/**
 * The CRL may be the one that covers its own signer (PKITS 4.14.30): then the signer is good unless that CRL lists it. Otherwise
 * no certificate whose status is being looked up may be used to check this one.
 */
function signerStatus(
  path: readonly Certificate[],
  { certificate, waiting }: CertificateUnderCheck,
  context: RevocationContext,
): Finding {
  const [signer] = path;
  return waiting.length > 1 && signer !== undefined && sameCertificate(signer, certificate)
    ? { kind: 'clear', reasons: allReasons, data: [] }
    : context.examinePath(path, waiting);
}

function hasCrlKey(certificate: Certificate): boolean {
  const extensions = certificateExtensions(certificate);
  return extensions.ok && maySignCrls(extensions.value.keyUsage);
}

/** A key whose certificate has no keyUsage may be used for everything (RFC 5280 §4.2.1.3). */
function maySignCrls(keyUsage: number | undefined): boolean {
  return keyUsage === undefined || (keyUsage & KeyUsage.crlSign) !== 0;
}

/**
 * The delta CRLs that may be combined with this complete CRL, newest first (RFC 5280 §5.2.4, §6.3.3 (c)): with the same issuer,
 * scope and authority key, a base no newer than the complete CRL, and a higher number.
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
