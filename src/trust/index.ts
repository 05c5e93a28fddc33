export { type AnchorSet, anchorSetAt } from './anchor-set.js';
export type { CertificateKind, CertificatePolicy, RefusedKind } from './certificate-policy.js';
export {
  type CertificatesByFingerprint,
  certificatesByFingerprint,
  fingerprint,
} from './certificates-by-fingerprint.js';
export { readTrustConfiguration, type TrustConfiguration } from './configuration.js';
export type { TrustConfigurationErrorCode, TrustErrorCode, UpkeepErrorCode } from './errors.js';
export type { ListHealth, SourceHealth, TrustHealth } from './health.js';
export type { CertificateHolder, Judgement, PastTrustQuestion, TrustQuestion } from './judgement.js';
export { defaultPolicies, defaultRefusals, financial, naturalPerson } from './policies.js';
export type {
  FetchErrorCode,
  FetchRequest,
  Randomness,
  RevocationArchive,
  RevocationFetcher,
  Timer,
} from './ports.js';
export type { RevocationSource } from './revocation-source.js';
export { readTrustFolder } from './trust-folder.js';
export { TrustModule, type TrustModuleOptions } from './trust.module.js';
export { type TrustParts, TrustService } from './trust.service.js';
