export { type CheckingAction, checkingActions, isCheckingAction, type TwoPersonActions } from './actions.js';
export type { Batch, BatchPhase, NewBatch } from './batch.js';
export { bundleFiles, readBundle } from './bundle.js';
export { CheckingService, type CheckingParts, type CheckProgress } from './checking.service.js';
export { determine, type Determination, tooFewToCheck } from './determination.js';
export type { AnswerErrorCode, BundleErrorCode, CheckingErrorCode } from './errors.js';
export { type CheckEnded, InProcessChecks } from './in-process-checks.js';
export { judgePaperRows, type PaperRow, type PaperVerdict } from './paper.js';
export type {
  CaseKeys,
  CaseMove,
  CertificateJudge,
  CommissionKey,
  JudgedCertificate,
  Outcome,
  PublishedResult,
  PublishedResults,
  PurgeStore,
  RecordedCommitments,
  RecordSource,
  ResultStore,
  RosterStore,
  SealedFile,
  StoredRecord,
  StruckOutLists,
  VerdictStore,
} from './ports.js';
export {
  type Inclusion,
  PublicResults,
  type PublicResultsParts,
  type ReceiptAnswer,
} from './public-results.js';
export type { PurgePlan } from './purge.js';
export { isReasonCode, type ReasonCode, reasonCodes, type RegisterReason } from './reason.js';
export { type ReasonSentence, reasonSentences } from './reason-sentences.js';
export { type ReceiptStatus, type RecordStanding, statusOf } from './receipt-status.js';
export { type ReceiptReport, Receipts } from './receipts.js';
export type { ResultDocument, Tally } from './result-document.js';
export { manifestName, type RosterRow } from './roster.js';
export type { Verdict } from './verdict.js';
export { type BundleExpectations, type BundleReport, verifyBundle } from './verify-bundle.js';
export { StatementFrame, type StatementParts } from './statement-frame.js';
