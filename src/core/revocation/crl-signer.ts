import { type Certificate, certificateExtensions, KeyUsage, namesEqual } from '../x509/index.js';
import { type IssuerKey, type RevocationContext, sameCertificate, type Subject } from './context.js';
import { type CrlIndex } from './crl/crl-index.js';
import { allReasons } from './crl/crl-scope.js';
import { type Finding, type RevocationSource } from './finding.js';

/** The key that signed a CRL, and the data its own good standing rests on. */
export interface CrlSigner {
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  readonly sources: readonly RevocationSource[];
}

/**
 * The key that signed this CRL, if it belongs to the CRL's issuer, may sign CRLs, and leads to the anchor that the
 * certificate's own path leads to (RFC 5280 6.3.3 (f), (g)). First the keys above the certificate, which are known to be good;
 * then the candidates of the issuer's name, such as a key rolled over or kept for CRLs, whose path and status are looked into.
 */
export function findCrlSigner(
  crl: CrlIndex,
  subject: Subject,
  context: RevocationContext,
): CrlSigner | undefined {
  const above = signingKeys(crl, subject, context).find(
    ({ name, keyUsage, publicKey }) =>
      namesEqual(name, crl.issuer) && maySignCrls(keyUsage) && crl.isSignedBy(publicKey, context.algorithms),
  );
  if (above !== undefined) return { publicKey: above.publicKey, sources: [] };
  return keyIsFixed(crl, subject, context) ? undefined : signerAside(crl, subject, context);
}

function signingKeys(crl: CrlIndex, subject: Subject, context: RevocationContext): readonly IssuerKey[] {
  return keyIsFixed(crl, subject, context) ? subject.issuers.slice(0, 1) : subject.issuers;
}

function keyIsFixed(crl: CrlIndex, { certificate }: Subject, { oneCrlPerKey }: RevocationContext): boolean {
  return oneCrlPerKey && namesEqual(crl.issuer, certificate.issuer);
}

/** The path comes before the signature: verifying that reads the whole CRL, and a candidate may come from anybody. */
function signerAside(crl: CrlIndex, subject: Subject, context: RevocationContext): CrlSigner | undefined {
  for (const candidate of context.candidates) {
    if (!namesEqual(candidate.subject, crl.issuer) || !hasCrlKey(candidate)) continue;
    const path = context.pathAside(candidate);
    const publicKey = candidate.subjectPublicKeyInfo;
    if (path === undefined || !crl.isSignedBy(publicKey, context.algorithms)) continue;
    const finding = standing(path, subject, context);
    if (finding.kind === 'clear') return { publicKey, sources: finding.sources };
  }
  return undefined;
}

/**
 * A signer found aside may be covered by the very CRL it signs (PKITS 4.14.30): it stands unless that CRL lists it. No other
 * certificate whose status is waiting can vouch for this one.
 */
function standing(
  path: readonly Certificate[],
  { certificate, waiting }: Subject,
  context: RevocationContext,
): Finding {
  return waiting.length > 1 && sameCertificate(path[0], certificate)
    ? { kind: 'clear', reasons: allReasons, sources: [] }
    : context.examinePath(path, waiting);
}

function hasCrlKey(certificate: Certificate): boolean {
  const extensions = certificateExtensions(certificate);
  return extensions.ok && maySignCrls(extensions.value.keyUsage);
}

/** A key whose certificate has no keyUsage may do anything (RFC 5280 4.2.1.3). */
function maySignCrls(keyUsage: number | undefined): boolean {
  return keyUsage === undefined || (keyUsage & KeyUsage.crlSign) !== 0;
}
