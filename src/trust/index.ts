export type { TrustConfigurationErrorCode, TrustErrorCode, UpkeepErrorCode } from './errors.js';
export type { CertificateHolder, Judgement, PastTrustQuestion, TrustQuestion } from './judgement.js';
export type {
  FetchErrorCode,
  FetchRequest,
  Randomness,
  RevocationArchive,
  RevocationFetcher,
  Timer,
} from './ports.js';
