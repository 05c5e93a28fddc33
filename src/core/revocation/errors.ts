/**
 * Why a certificate's status is not good (RFC 5280 §6.3, RFC 6960). Only one of the three says anything about the certificate.
 *
 * - `certificate-revoked`: a CRL or OCSP response that is authentic, current and in scope says so.
 * - `revocation-unknown`: there is current data for this certificate, but none of it settles the status: not signed by who
 *   may sign it, not in scope, critical extensions nobody here understands, or the responder itself answers "unknown".
 * - `revocation-unavailable`: there is no data for this certificate, or all there is lies outside its own validity at that time.
 */
export type RevocationErrorCode = 'certificate-revoked' | 'revocation-unknown' | 'revocation-unavailable';

/**
 * Why bytes are not a usable CRL.
 *
 * - `crl-malformed`: not DER, not a CertificateList of RFC 5280 §5.1, or a known extension that does not decode.
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
