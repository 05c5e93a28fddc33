/** Why a certificate's status is not good (RFC 5280 §6.3, RFC 6960). Only one of the three says anything about the certificate. */
export const revocationErrorCodes = [
  /** A CRL or OCSP response that is authentic, current and in scope says that the certificate is revoked. */
  'certificate-revoked',
  /**
   * There is current data for this certificate, but none of it settles the status: not signed by who may sign it, not in scope,
   * with critical extensions that are not understood here, or the responder itself answers "unknown".
   */
  'revocation-unknown',
  /** There is no data for this certificate, or all there is lies outside its own validity at that time. */
  'revocation-unavailable',
] as const;
export type RevocationErrorCode = (typeof revocationErrorCodes)[number];

/** Why bytes are not a usable CRL. */
export const crlErrorCodes = [
  /** Not DER, not a CertificateList of RFC 5280 §5.1, or a known extension that does not decode. */
  'crl-malformed',
  /** More bytes than the caller's limit. */
  'crl-too-large',
] as const;
export type CrlErrorCode = (typeof crlErrorCodes)[number];

/** Why bytes are not a usable OCSP response. */
export const ocspErrorCodes = [
  /** Not DER, not an OCSPResponse of RFC 6960 §4.2.1, or not of type id-pkix-ocsp-basic. */
  'ocsp-malformed',
  /** More bytes than {@link maximumOcspResponseBytes}. */
  'ocsp-too-large',
  /**
   * An error answer; `values.status` is its OCSPResponseStatus (1 malformedRequest, 2 internalError, 3 tryLater, 5 sigRequired,
   * 6 unauthorized).
   */
  'ocsp-unsuccessful',
] as const;
export type OcspErrorCode = (typeof ocspErrorCodes)[number];
