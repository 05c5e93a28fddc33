import { hex } from '../core/octets.js';
import type { TrustAnchor } from '../core/path/index.js';
import { fail, ok, type Result } from '../core/result.js';
import { sha256Hex } from '../core/sha256.js';
import { type Certificate, certificateExtensions, parseCertificate } from '../core/x509/index.js';
import { type ValidityWindow, windowContains } from './certificate-policy.js';
import type { TrustConfigurationErrorCode } from './errors.js';

/**
 * The authorities that are trusted during one span of time. All generations of MOICA bear one name, so nothing here is found
 * by name: anchors are pinned by fingerprint, and a path is built by key identifier and signature.
 */
export interface AnchorSet {
  /** What auditors call it, such as `2024-04`. */
  readonly version: string;
  readonly window: ValidityWindow;
  readonly anchors: readonly TrustAnchor[];
  /** Authorities' certificates beside the anchors: candidates for a path, trusted only through one. */
  readonly intermediates: readonly Certificate[];
  /** Every authority of the set, anchors first: those whose revocation lists may be believed. */
  readonly authorities: readonly Certificate[];
}

/** The set in force at `at`. The configuration has refused overlapping windows, so there is at most one. */
export const anchorSetAt = (sets: readonly AnchorSet[], at: Date): AnchorSet | undefined =>
  sets.find((set) => windowContains(set.window, at));

/** Certificates by the SHA-256 of their DER (hex, lower case). */
export type CertificatesByFingerprint = ReadonlyMap<string, Certificate>;

const pemCertificate = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]*)-----END CERTIFICATE-----/g;

/** Every certificate of these PEM texts (RFC 7468), by fingerprint. What is between the blocks is not looked at. */
export function certificatesByFingerprint(
  pems: readonly string[],
): Result<CertificatesByFingerprint, TrustConfigurationErrorCode> {
  const found = new Map<string, Certificate>();
  for (const [, base64 = ''] of pems.flatMap((pem) => [...pem.matchAll(pemCertificate)])) {
    const bytes = Buffer.from(base64, 'base64');
    const certificate = parseCertificate(bytes);
    if (!certificate.ok) return fail('trust-certificate-malformed');
    found.set(fingerprint(bytes), certificate.value);
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
