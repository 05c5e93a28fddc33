export { CoSigningChallenges } from './challenges.js';
export { type AcknowledgedCoSignature, type CoSigningParts, CoSigningService } from './cosigning.service.js';
export type { CoSigningErrorCode, IntakeErrorCode } from './errors.js';
export { type CoSignatureRequest, Intake, type IntakeParts } from './intake.js';
export { OwnCoSignatures } from './own-co-signatures.js';
export type {
  CertificateJudge,
  HolderTagKeys,
  OpenRound,
  OpenRounds,
  ReceiptIssuer,
  RecordedCoSignature,
  SealedRecordStore,
} from './ports.js';
