import type { Certificate, Name, NameConstraints } from '../x509/index.js';
import { readableExtensions } from './certificate-checks.js';

/** What a path may end at (RFC 5280 §6.1.1 (d)): a name and a key, and what its owner limits it to (RFC 5937). */
export interface TrustAnchor {
  readonly name: Name;
  /** SubjectPublicKeyInfo, DER. */
  readonly subjectPublicKeyInfo: Uint8Array;
  /** The subject key identifier, where known: tells anchors of one name apart. */
  readonly keyIdentifier?: Uint8Array;
  /** Milliseconds since the epoch between which the anchor is trusted, both included. */
  readonly notBefore?: number;
  readonly notAfter?: number;
  /** How many non-self-issued intermediates may follow. */
  readonly pathLength?: number;
  readonly nameConstraints?: NameConstraints;
  /** The certificate it was taken from. */
  readonly certificate?: Certificate;
}

/**
 * The anchor a certificate states: its name and key, trusted within its validity (RFC 5280 §6.1.1 (d)), under its own path
 * length and name constraints (RFC 5937 §3). Whether it may issue at all is checked with the path.
 */
export function trustAnchor(certificate: Certificate): TrustAnchor {
  const extensions = readableExtensions(certificate);
  return {
    name: certificate.subject,
    subjectPublicKeyInfo: certificate.subjectPublicKeyInfo,
    keyIdentifier: extensions.subjectKeyIdentifier,
    notBefore: certificate.notBefore,
    notAfter: certificate.notAfter,
    pathLength: extensions.basicConstraints?.pathLength,
    nameConstraints: extensions.nameConstraints,
    certificate,
  };
}
