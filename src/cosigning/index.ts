export { type AcknowledgedCoSignature, CoSigningService, type IssuedChallenge } from './cosigning.service.js';
export {
  type CoSignErrorCode,
  coSignErrorCodes,
  type CoSigningRoundErrorCode,
  coSigningRoundErrorCodes,
  type EarlierCoSignatureCode,
  earlierCoSignatureCodes,
  type MobileCoSignErrorCode,
  mobileCoSignErrorCodes,
  type MobilePushErrorCode,
  mobilePushErrorCodes,
  type OwnCoSignatureErrorCode,
  ownCoSignatureErrorCodes,
} from './errors.js';
export { type CoSignatureRequest, CoSigningChallenges, Intake, type IntakeDependencies } from './intake.js';
export { MobileCoSigning, type MobileOutcome, type PushedRequest } from './mobile-co-signing.js';
export { OwnCoSignatures } from './own-co-signatures.js';
export {
  type AnsweringRound,
  HOLDER_TAG_KEYS,
  type HolderTagKeys,
  INTAKE_SIGNER,
  HEALTH_ROUNDS,
  type HealthRounds,
  MOBILE_SIGNING,
  type MobileSigning,
  type MobileSigningRequest,
  type MobileTransaction,
  OPEN_ROUNDS,
  type OpenRound,
  type OpenRounds,
  RECEIPT_ISSUER,
  type ReceiptIssuer,
  type RecordedCoSignature,
  SEALED_RECORD_STORE,
  type SealedRecordStore,
} from './ports.js';
export {
  type BindingPart,
  bindingParts,
  RoundBindings,
  type ServerIdentity,
  type StatementTerms,
} from './round-bindings.js';
export { RECORD_SEALING, type RecordSealing, type RoundKeys, SealingHere } from './record-sealing.js';
export { SealingInThread } from './sealing-in-thread.js';
