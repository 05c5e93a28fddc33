/** Why a certificate's status is not good (RFC 5280 §6.3, RFC 6960). Only the first says something about the certificate. */
export const revocationErrorCodes = [
  /** A CRL or OCSP response that is authentic, current and in scope says that the certificate is revoked. */
  'certificate-revoked',
  /**
   * There is current data for this certificate, but it gives no answer: it is not signed by a key that may sign it, not in scope,
   * has critical extensions that we do not process, or the responder itself answers "unknown".
   */
  'revocation-unknown',
  /** There is no data for this certificate, or it is not current at that time. */
  'revocation-unavailable',
] as const;
export type RevocationErrorCode = (typeof revocationErrorCodes)[number];

/** Why bytes are not a usable CRL. */
export const crlErrorCodes = [
  /** Not DER, not a CertificateList of RFC 5280 §5.1, or a known extension can't be decoded. */
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
   * An error answer. `values.status` is its OCSPResponseStatus (1 malformedRequest, 2 internalError, 3 tryLater, 5 sigRequired,
   * 6 unauthorized).
   */
  'ocsp-unsuccessful',
] as const;
export type OcspErrorCode = (typeof ocspErrorCodes)[number];
