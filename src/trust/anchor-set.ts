import { hex } from '../core/octets.js';
import type { TrustAnchor } from '../core/path/index.js';
import { parsePem } from '../core/pem.js';
import { fail, ok, type Result } from '../core/result.js';
import { sha256Hex } from '../core/sha256.js';
import { type Certificate, certificateExtensions, parseCertificate } from '../core/x509/index.js';
import { type ValidityWindow, windowContains } from './certificate-policy.js';
import type { TrustConfigurationErrorCode } from './errors.js';

/**
 * The authorities that are trusted during one span of time. All generations of MOICA have one name, so nothing is found by name
 * here: anchors are named by fingerprint, and a path is built by key identifier and signature.
 */
export interface AnchorSet {
  /** Its name for auditors, such as `2024-04`. */
  readonly version: string;
  readonly window: ValidityWindow;
  readonly anchors: readonly TrustAnchor[];
  /** Certificates of other authorities. They may stand in a path, and are trusted only through an anchor. */
  readonly intermediates: readonly Certificate[];
  /** Every authority of the set, anchors first. Revocation lists of these are accepted. */
  readonly authorities: readonly Certificate[];
}

/** The set in force at `at`. There is at most one: the configuration refuses overlapping windows. */
export const anchorSetAt = (sets: readonly AnchorSet[], at: Date): AnchorSet | undefined =>
  sets.find((set) => windowContains(set.window, at));

/** Certificates by the SHA-256 of their DER (hex, lower case). */
export type CertificatesByFingerprint = ReadonlyMap<string, Certificate>;

/** Every certificate of these PEM texts (RFC 7468), by fingerprint. They may hold nothing else. */
export function certificatesByFingerprint(
  pems: readonly string[],
): Result<CertificatesByFingerprint, TrustConfigurationErrorCode> {
  const found = new Map<string, Certificate>();
  for (const text of pems) {
    const blocks = parsePem(text, 'CERTIFICATE');
    if (!blocks.ok) return fail('trust-certificate-malformed');
    for (const bytes of blocks.value) {
      const certificate = parseCertificate(bytes);
      if (!certificate.ok) return fail('trust-certificate-malformed');
      found.set(fingerprint(bytes), certificate.value);
    }
  }
  return ok(found);
}

/** SHA-256 of a certificate's DER, hex. */
export const fingerprint = (certificateDer: Uint8Array): string => sha256Hex(certificateDer);

/** The subject key identifier (RFC 5280 §4.2.1.2) in hex, or undefined where there is none. */
export function subjectKeyIdentifierHex(certificate: Certificate): string | undefined {
  const extensions = certificateExtensions(certificate);
  const identifier = extensions.ok ? extensions.value.subjectKeyIdentifier : undefined;
  return identifier === undefined ? undefined : hex(identifier);
}
