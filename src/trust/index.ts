export {
  type AnchorSet,
  anchorSetAt,
  type CertificatesByFingerprint,
  certificatesByFingerprint,
  fingerprint,
} from './anchor-set.js';
export {
  admitsSigningMethod,
  type CertificateKind,
  type CertificatePolicy,
  certificatePolicyDigest,
  defaultPolicies,
  financial,
  naturalPerson,
  type RefusedKind,
  type SigningMethod,
  signingMethods,
  standingRefusals,
} from './certificate-policy.js';
export {
  readTrustConfiguration,
  readTrustFolder,
  TRUST_CONFIGURATION,
  type TrustConfiguration,
} from './configuration.js';
export {
  type CrlRefreshErrorCode,
  type TrustConfigurationErrorCode,
  type TrustErrorCode,
  trustErrorCodes,
} from './errors.js';
export {
  type FetchErrorCode,
  type FetchRequest,
  RANDOMNESS,
  type Randomness,
  REVOCATION_ARCHIVE,
  REVOCATION_FETCHER,
  type RevocationArchive,
  type RevocationFetcher,
} from './ports.js';
export { type PastTrustConfiguration, PastValidation } from './past-validation.js';
export { directListReader, LIST_READER, type ListReader } from './revocation-list.js';
export { referenceDetails } from './reference-details.js';
export type { ListHealth, RevocationSource, SourceHealth } from './revocation-source.js';
export {
  type CertificateHolder,
  type HolderIdentification,
  moicaIdentification,
  type NationalIdPlace,
} from './holder-identification.js';
export { type TrustDependencies, type TrustHealth, TrustService } from './trust.service.js';
export {
  CERTIFICATE_VALIDATOR,
  type CertificateValidator,
  type PastTrustQuestion,
  type TrustQuestion,
  type ValidatedCertificate,
} from './validate-certificate.js';
