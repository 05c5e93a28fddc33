export type { ApprovedStep } from './approved-step.js';
export { type CheckEnded, InProcessChecks } from './batch/check-run.js';
export { StatementFrame, type StatementParts } from './batch/statement-frame.js';
export { checkPaperRows, type PaperRow, type PaperVerdict, type Verdict } from './batch/verdict.js';
export { isReasonCode, type ReasonCode, reasonCodes, type RegisterReason } from './reason-codes.js';
export { bundleFiles, readBundle } from './bundle/bundle-files.js';
export { type BundleExpectations, type BundleReport, verifyBundle } from './bundle/verify-bundle.js';
export {
  type CheckingAction,
  checkingActions,
  type CheckingDependencies,
  CheckingService,
  type CheckProgress,
  isCheckingAction,
  type TwoPersonActions,
} from './checking.service.js';
export {
  type AnswerErrorCode,
  type ApprovalContentErrorCode,
  approvalContentErrorCodes,
  type BundleErrorCode,
  type ExecutionErrorCode,
  executionErrorCodes,
  type PurgePlanErrorCode,
  purgePlanErrorCodes,
  type RosterErrorCode,
  rosterErrorCodes,
  type StageAnswerErrorCode,
  stageAnswerErrorCodes,
  type SubmittedRoundErrorCode,
  submittedRoundErrorCodes,
} from './errors.js';
export { manifestName, type RosterRow } from './exchange/roster.js';
export type {
  Batch,
  BatchPhase,
  CaseKeys,
  CommissionKey,
  DrawnUpResult,
  HolderDigits,
  NewBatch,
  PastCertificateValidator,
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
  type PublicResultsDependencies,
  type ReceiptAnswer,
  type ReceiptReport,
  Receipts,
  type ReceiptStatus,
  receiptStatusOf,
  type RecordStanding,
} from './result/public-results.js';
export type { PurgePlan } from './result/purge.js';
export {
  type Determination,
  determine,
  type ResultDocument,
  type Tally,
  tooFewToCheck,
} from './result/result-document.js';
