import type { Certificate, CertificateExtensions, Name } from '../x509/index.js';
import { readableExtensions } from './certificate-checks.js';

/** What an anchor may say of the paths below it (RFC 5937 §3.2), in the form of the extensions of a certificate. */
type AnchorConstraints = Pick<
  CertificateExtensions,
  'nameConstraints' | 'certificatePolicies' | 'policyMappings' | 'policyConstraints' | 'inhibitAnyPolicy'
>;

/** Where a path may end (RFC 5280 §6.1.1 (d)): a name and a key, and the limits set for it (RFC 5937). */
export interface TrustAnchor extends AnchorConstraints {
  readonly name: Name;
  /** SubjectPublicKeyInfo, DER. */
  readonly subjectPublicKeyInfo: Uint8Array;
  /** The subject key identifier, where it is known. It tells anchors of one name apart. */
  readonly keyIdentifier?: Uint8Array;
  /** Milliseconds since the epoch between which the anchor is trusted, both included. */
  readonly notBefore?: number;
  readonly notAfter?: number;
  /** How many intermediates that are not self-issued may follow. */
  readonly pathLength?: number;
  /** The certificate it was taken from. */
  readonly certificate?: Certificate;
}

/**
 * The anchor that a certificate describes: its name and key (RFC 5280 §6.1.1 (d)), trusted within its validity, and under its own
 * path length, names, policies, mappings and policy constraints (RFC 5937 §3.2). Whether it may issue certificates is checked with
 * the path.
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
    certificatePolicies: extensions.certificatePolicies,
    policyMappings: extensions.policyMappings,
    policyConstraints: extensions.policyConstraints,
    inhibitAnyPolicy: extensions.inhibitAnyPolicy,
    certificate,
  };
}
