/**
 * Why a certificate is not accepted. Where several apply, the first in this order is returned (see `validateCertificate`): its
 * name, its path and times, its kind, its keys, its key usage, its revocation.
 */
export const trustErrorCodes = [
  /** By its own claim it is a health-insurance card, which other people use for its owner. */
  'certificate-health-insurance',
  /** No valid path to an anchor (RFC 5280 §6), not counting the times of the target certificate. */
  'certificate-untrusted',
  /** The path is good, but the validation time is after the validity of the target certificate. */
  'certificate-expired',
  /** The path is good, but the validation time is before the validity of the target certificate. */
  'certificate-not-yet-valid',
  /** A good certificate of a kind that no policy accepts at that time. */
  'certificate-wrong-type',
  /** A key or signature algorithm that the policy does not allow. */
  'certificate-weak-algorithm',
  /** Not a signing certificate (RFC 5280 §4.2.1.3), such as a card's encryption certificate. */
  'certificate-wrong-key-usage',
  /** The certificate, or one above it, is revoked at the validation time. */
  'certificate-revoked',
  /** There is current data, but it does not say whether this certificate is revoked. */
  'revocation-unknown',
  /** There is no current data. Nothing is wrong with the certificate, and trying later helps. */
  'revocation-unavailable',
] as const;
export type TrustErrorCode = (typeof trustErrorCodes)[number];

/** Why the trust folder can't be used. `values.where` names the place in `trust.json`. The service does not start. */
export const trustConfigurationErrorCodes = [
  /** Not JSON of the required form. */
  'trust-configuration-malformed',
  /** A PEM block that is not a certificate. */
  'trust-certificate-malformed',
  /** A fingerprint that no certificate in the folder has. */
  'trust-certificate-missing',
  /** Two anchor sets are in force at one time. */
  'trust-windows-overlap',
  /** A revocation source of an authority that is in no anchor set. */
  'trust-source-unknown-issuer',
] as const;
export type TrustConfigurationErrorCode = (typeof trustConfigurationErrorCodes)[number];

/** Why fetched revocation data did not become current. Shown on `/health` with its source, never to a person. */
export const crlRefreshErrorCodes = [
  /** No connection. */
  'fetch-unreachable',
  /** No complete answer in time. */
  'fetch-timed-out',
  /** An HTTP status other than 200, redirects included. */
  'fetch-refused',
  /** More bytes than the source may have. */
  'fetch-too-large',
  /** Not a complete DER CRL. */
  'crl-malformed',
  /** By another authority than the source's. */
  'crl-wrong-issuer',
  /** Not signed by that authority's key. */
  'crl-signature-wrong',
  /** A delta CRL, or a critical extension that we do not process. */
  'crl-unusable',
  /** thisUpdate is in the future. */
  'crl-not-yet-valid',
  /** nextUpdate is past or missing. */
  'crl-stale',
  /** Its number or thisUpdate is before that of the list in use. */
  'crl-older',
  /** It has the number of the list in use and other content (RFC 5280 §5.2.3). */
  'crl-number-reused',
  /** It could not be made durable, so it is not used. */
  'archive-failed',
  /** An error of our own. The code is part of the public `/health` answer, so it keeps its old name. */
  'upkeep-failed',
] as const;
export type CrlRefreshErrorCode = (typeof crlRefreshErrorCodes)[number];
