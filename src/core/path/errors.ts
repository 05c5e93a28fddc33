import { type Failure } from '../result.js';
import { type Certificate, type SignatureErrorCode, signatureErrorCodes } from '../x509/index.js';

/** Why a certificate has no valid path (RFC 5280 §6). */
export const pathErrorCodes = [
  /** No certificate or anchor at hand bears the name of the issuer. */
  'issuer-not-found',
  /** `signature-invalid`, `signature-algorithm-refused` or `public-key-unusable`: an issuer of that name is at hand, but its signature does not verify. */
  ...signatureErrorCodes,
  /** The algorithms inside and outside the signed part differ (RFC 5280 §4.1.1.2). */
  'signature-algorithm-mismatch',
  /** The time asked about is before notBefore (RFC 5280 §6.1.3 (a)(2)). */
  'certificate-not-yet-valid',
  /** The time asked about is after notAfter (RFC 5280 §6.1.3 (a)(2)). */
  'certificate-expired',
  /** The time asked about is outside the window in which the anchor is trusted. */
  'anchor-not-valid-then',
  /** A serial number of more than 20 octets (RFC 5280 §4.1.2.2). */
  'serial-number-too-long',
  /**
   * An empty issuer (RFC 5280 §4.1.2.4), or an empty subject without a critical subjectAltName, or of an authority (RFC 5280
   * §4.1.2.6).
   */
  'name-missing',
  /** An extension that is not as RFC 5280 §4.2 defines it. */
  'extension-malformed',
  /**
   * A critical extension that path validation does not process (RFC 5280 §6.1.4 (o), §6.1.5 (f)), or critical policies with a
   * qualifier that it does not know (RFC 5280 §4.2.1.4).
   */
  'critical-extension-unknown',
  /** A certificate that issued another is not a CA's (RFC 5280 §6.1.4 (k)). */
  'issuer-not-ca',
  /** The key of a certificate that issued another is not for signing certificates (RFC 5280 §6.1.4 (n)). */
  'issuer-key-usage',
  /** More intermediates than a path length constraint allows (RFC 5280 §6.1.4 (l)). */
  'path-too-long',
  /** A name outside the permitted subtrees (RFC 5280 §6.1.3 (b)). */
  'name-not-permitted',
  /** A name inside an excluded subtree (RFC 5280 §6.1.3 (c)). */
  'name-excluded',
  /** A constrained name in a form or syntax that can't be compared with its constraint (RFC 5280 §4.2.1.10). */
  'name-constraint-unsupported',
  /** A mapping to or from anyPolicy (RFC 5280 §6.1.4 (a)). */
  'policy-mapping-invalid',
  /** An explicit policy is required and none is valid for the path (RFC 5280 §6.1.3 (f), §6.1.5 (g)). */
  'policy-not-valid',
  /** The work allowed was used up before a path was complete. */
  'path-search-exhausted',
] as const;
export type PathErrorCode = (typeof pathErrorCodes)[number];

/** A failure, and the certificate at fault where there is one. */
export interface PathFailure<Code extends string = PathErrorCode> extends Failure<Code> {
  readonly certificate?: Certificate;
}

/** A Result whose failure may name the certificate at fault. */
export type PathResult<Value, Code extends string = PathErrorCode> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: PathFailure<Code> };

/** A failure with the certificate at fault. */
export function failureAt<Code extends string>(
  certificate: Certificate,
  code: Code,
  values?: PathFailure['values'],
): PathFailure<Code> {
  return values === undefined ? { code, certificate } : { code, certificate, values };
}

/** The failure for a certificate whose signature no key at hand verifies. `values.algorithm` names a refused algorithm. */
export function signatureFailureAt(certificate: Certificate, code: SignatureErrorCode): PathFailure {
  const { algorithm } = certificate.signatureAlgorithm;
  return failureAt(certificate, code, code === 'signature-algorithm-refused' ? { algorithm } : undefined);
}
