export {
  type AnchorSet,
  anchorSetAt,
  type CertificatesByFingerprint,
  certificatesByFingerprint,
  fingerprint,
} from './anchor-set.js';
export {
  type CertificateKind,
  type CertificatePolicy,
  defaultPolicies,
  defaultRefusals,
  financial,
  naturalPerson,
  type RefusedKind,
} from './certificate-policy.js';
export { readTrustConfiguration, readTrustFolder, type TrustConfiguration } from './configuration.js';
export {
  type CrlRefreshErrorCode,
  type TrustConfigurationErrorCode,
  type TrustErrorCode,
  trustErrorCodes,
} from './errors.js';
export type {
  FetchErrorCode,
  FetchRequest,
  Randomness,
  RevocationArchive,
  RevocationFetcher,
  Timer,
} from './ports.js';
export type { ListHealth, RevocationSource, SourceHealth } from './revocation-source.js';
export type { CertificateHolder } from './target-certificate.js';
export { TrustModule, type TrustModuleOptions } from './trust.module.js';
export { type TrustDependencies, type TrustHealth, TrustService } from './trust.service.js';
export type {
  CertificateValidator,
  PastTrustQuestion,
  TrustQuestion,
  ValidatedCertificate,
} from './validate-certificate.js';
