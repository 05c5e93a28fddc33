export {
  checkRevocation,
  type RevocationAnswer,
  revocationCheck,
  type RevocationFailure,
  type RevocationInput,
  type RevocationResult,
} from './check-revocation.js';
export type { CrlEntry } from './crl/crl-entry.js';
export type { CrlExtensions, IssuingDistributionPoint } from './crl/crl-extensions.js';
export { CrlIndex, type CrlIndexTransfer, maximumCrlBytes } from './crl/crl-index.js';
export type { CrlErrorCode, OcspErrorCode, RevocationErrorCode } from './errors.js';
export type { OcspAnswer } from './ocsp/ocsp-answer.js';
export { type CertificateIdHash, encodeOcspRequest, type OcspQuestion } from './ocsp/ocsp-request.js';
export { maximumOcspResponseBytes, type OcspResponse, parseOcspResponse } from './ocsp/ocsp-response.js';
export type { RevocationCause, RevocationRules } from './revocation-context.js';
export type { Revocation, RevocationReason, RevocationReference } from './revocation.js';
