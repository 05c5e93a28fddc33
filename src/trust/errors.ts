/**
 * Why a certificate is not accepted. Where several apply, the first of this order is the one that is told (see
 * `validate-certificate.ts`): its name, its path and times, its kind, its keys, its key usage, its revocation.
 */
export const trustErrorCodes = [
  /** It says of itself that it is a health-insurance card, which others use for its owner. */
  'certificate-health-insurance',
  /** No valid path to an anchor (RFC 5280 §6), times aside. */
  'certificate-untrusted',
  /** The path is good, but the validation time is after the holder's certificate. */
  'certificate-expired',
  /** The path is good, but the validation time is before the holder's certificate. */
  'certificate-not-yet-valid',
  /** A good certificate of a kind that no accepted policy wants. */
  'certificate-wrong-type',
  /** A key or signature algorithm that the policy does not allow. */
  'certificate-weak-algorithm',
  /** Not a signing certificate (RFC 5280 §4.2.1.3), such as a card's encryption certificate. */
  'certificate-wrong-key-usage',
  /** Revoked at the validation time, the certificate or one above it. */
  'certificate-revoked',
  /** The authority answered, but not about this certificate. */
  'revocation-unknown',
  /** No fresh data to decide with. Nothing is wrong with the certificate, and trying later helps. */
  'revocation-unavailable',
] as const;
export type TrustErrorCode = (typeof trustErrorCodes)[number];

/** Why the trust folder can't be used; `values.where` names the place in `trust.json`. The service does not start with it. */
export const trustConfigurationErrorCodes = [
  /** Not the JSON it must be. */
  'trust-configuration-malformed',
  /** A PEM block that is no certificate. */
  'trust-certificate-malformed',
  /** A pinned fingerprint that no PEM file of the folder has. */
  'trust-certificate-missing',
  /** Two anchor sets are in force at one time. */
  'trust-windows-overlap',
  /** A revocation source of an authority that no anchor set holds. */
  'trust-source-unknown-issuer',
] as const;
export type TrustConfigurationErrorCode = (typeof trustConfigurationErrorCodes)[number];

/** Why fetched revocation data did not become current. Kept with its source for `/health`, never an answer to a person. */
export const crlRefreshErrorCodes = [
  /** No connection. */
  'fetch-unreachable',
  /** No whole answer in time. */
  'fetch-timed-out',
  /** An HTTP status other than 200, redirects included. */
  'fetch-refused',
  /** More bytes than the source may have. */
  'fetch-too-large',
  /** Not a complete DER CRL. */
  'crl-malformed',
  /** Of another authority than the source's. */
  'crl-wrong-issuer',
  /** Not signed by that authority's key. */
  'crl-signature-wrong',
  /** A delta, or a critical extension that is not understood here. */
  'crl-unusable',
  /** thisUpdate is in the future. */
  'crl-not-yet-valid',
  /** nextUpdate is past or missing. */
  'crl-stale',
  /** Its number or thisUpdate is before that of the one in use. */
  'crl-older',
  /** Other content under the number of the one in use (RFC 5280 §5.2.3). */
  'crl-number-reused',
  /** It could not be made durable, so it is not used. */
  'archive-failed',
  /** A fault of our own. */
  'upkeep-failed',
] as const;
export type CrlRefreshErrorCode = (typeof crlRefreshErrorCodes)[number];
