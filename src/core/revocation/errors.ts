/**
 * Why a certificate's status is not good (RFC 5280 §6.3, RFC 6960). Only the first says something about the certificate.
 *
 * - `certificate-revoked`: a CRL or OCSP response that is authentic, current and in scope says so.
 * - `revocation-unknown`: there is current data for this certificate, but it gives no answer: it is not signed by a key that may
 *   sign it, not in scope, has critical extensions that we do not process, or the responder itself answers "unknown".
 * - `revocation-unavailable`: there is no data for this certificate, or it is not current at that time.
 */
export type RevocationErrorCode = 'certificate-revoked' | 'revocation-unknown' | 'revocation-unavailable';

/**
 * Why bytes are not a usable CRL.
 *
 * - `crl-malformed`: not DER, not a CertificateList of RFC 5280 §5.1, or a known extension can't be decoded.
 * - `crl-too-large`: more bytes than the caller's limit.
 */
export type CrlErrorCode = 'crl-malformed' | 'crl-too-large';

/**
 * Why bytes are not a usable OCSP response.
 *
 * - `ocsp-malformed`: not DER, not an OCSPResponse of RFC 6960 §4.2.1, or not of type id-pkix-ocsp-basic.
 * - `ocsp-too-large`: more bytes than {@link maximumOcspResponseBytes}.
 * - `ocsp-unsuccessful`: an error answer; `values.status` is its OCSPResponseStatus (1 malformedRequest, 2 internalError,
 *   3 tryLater, 5 sigRequired, 6 unauthorized).
 */
export type OcspErrorCode = 'ocsp-malformed' | 'ocsp-too-large' | 'ocsp-unsuccessful';
