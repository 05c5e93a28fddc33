/**
 * Why a certificate is not accepted. Where several apply, the first of this order is the one that is told (see `judge.ts`):
 * its name, its path and times, its kind, its keys, its key usage, its revocation.
 *
 * - `certificate-health-insurance`: it says of itself that it is a health-insurance card, which others use for its owner
 * - `certificate-untrusted`: no valid path to an anchor (RFC 5280 §6), times aside
 * - `certificate-expired`, `certificate-not-yet-valid`: the path is good, but the judged time is outside the holder's certificate
 * - `certificate-wrong-type`: a good certificate of a kind that no accepted policy wants
 * - `certificate-weak-algorithm`: a key or signature algorithm that the policy does not allow
 * - `certificate-wrong-key-usage`: not a signing certificate (RFC 5280 §4.2.1.3), such as a card's encryption certificate
 * - `certificate-revoked`: revoked at the judged time, the certificate or one above it
 * - `revocation-unknown`: the authority answered, but not about this certificate
 * - `revocation-unavailable`: no fresh data to decide with; nothing is wrong with the certificate, and trying later helps
 */
export type TrustErrorCode =
  | 'certificate-health-insurance'
  | 'certificate-untrusted'
  | 'certificate-expired'
  | 'certificate-not-yet-valid'
  | 'certificate-wrong-type'
  | 'certificate-weak-algorithm'
  | 'certificate-wrong-key-usage'
  | 'certificate-revoked'
  | 'revocation-unknown'
  | 'revocation-unavailable';

/**
 * Why the trust folder can't be used; `values.where` names the place in `trust.json`. The service does not start with it.
 *
 * - `trust-configuration-malformed`: not the JSON it must be
 * - `trust-certificate-malformed`: a PEM block that is no certificate
 * - `trust-certificate-missing`: a pinned fingerprint that no PEM file of the folder has
 * - `trust-windows-overlap`: two anchor sets are in force at one time
 * - `trust-source-unknown-issuer`: a revocation source of an authority that no anchor set holds
 */
export type TrustConfigurationErrorCode =
  | 'trust-configuration-malformed'
  | 'trust-certificate-malformed'
  | 'trust-certificate-missing'
  | 'trust-windows-overlap'
  | 'trust-source-unknown-issuer';

/**
 * Why fetched revocation data did not become current. Kept with its source for `/health`, never an answer to a person.
 *
 * - `fetch-unreachable`, `fetch-timed-out`, `fetch-refused` (an HTTP status other than 200, redirects included), `fetch-too-large`
 * - `crl-malformed`: not a complete DER CRL
 * - `crl-wrong-issuer`: of another authority than the source's
 * - `crl-signature-wrong`: not signed by that authority's key
 * - `crl-unusable`: a delta, or a critical extension that nobody here understands
 * - `crl-not-yet-valid`: thisUpdate is in the future
 * - `crl-stale`: nextUpdate is past or missing
 * - `crl-older`: its number or thisUpdate is before that of the one in use
 * - `crl-number-reused`: other content under the number of the one in use (RFC 5280 §5.2.3)
 * - `archive-failed`: it could not be made durable, so it is not used
 * - `upkeep-failed`: a fault of our own
 */
export type CrlRefreshErrorCode =
  | 'fetch-unreachable'
  | 'fetch-timed-out'
  | 'fetch-refused'
  | 'fetch-too-large'
  | 'crl-malformed'
  | 'crl-wrong-issuer'
  | 'crl-signature-wrong'
  | 'crl-unusable'
  | 'crl-not-yet-valid'
  | 'crl-stale'
  | 'crl-older'
  | 'crl-number-reused'
  | 'archive-failed'
  | 'upkeep-failed';
