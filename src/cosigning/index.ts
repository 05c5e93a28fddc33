export {
  type AcknowledgedCoSignature,
  type CoSigningDependencies,
  CoSigningService,
} from './cosigning.service.js';
export {
  type CoSignErrorCode,
  coSignErrorCodes,
  type CoSigningRoundErrorCode,
  coSigningRoundErrorCodes,
  type EarlierCoSignatureCode,
  earlierCoSignatureCodes,
  type OwnCoSignatureErrorCode,
  ownCoSignatureErrorCodes,
} from './errors.js';
export { type CoSignatureRequest, CoSigningChallenges, Intake, type IntakeDependencies } from './intake.js';
export { OwnCoSignatures } from './own-co-signatures.js';
export type {
  HolderTagKeys,
  OpenRound,
  OpenRounds,
  ReceiptIssuer,
  RecordedCoSignature,
  SealedRecordStore,
} from './ports.js';
