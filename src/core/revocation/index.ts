export {
  checkRevocation,
  type RevocationAnswer,
  revocationCheck,
  type RevocationFailure,
  type RevocationInput,
  type RevocationResult,
} from './check-revocation.js';
export { type RevocationRules } from './context.js';
export { type CrlEntry } from './crl/crl-entry.js';
export { type CrlExtensions } from './crl/crl-extensions.js';
export { CrlIndex, type CrlIndexTransfer, maximumCrlBytes } from './crl/crl-index.js';
export { type IssuingDistributionPoint } from './crl/issuing-distribution-point.js';
export { type CrlErrorCode, type OcspErrorCode, type RevocationErrorCode } from './errors.js';
export { type Revocation, type RevocationCause } from './finding.js';
export { type CertificateIdHash } from './ocsp/certificate-id.js';
export { type OcspAnswer } from './ocsp/ocsp-answer.js';
export { encodeOcspRequest, type OcspQuestion } from './ocsp/ocsp-request.js';
export { maximumOcspResponseBytes, type OcspResponse, parseOcspResponse } from './ocsp/ocsp-response.js';
export { type RevocationReason } from './reason.js';
export { type RevocationReference } from './reference.js';
