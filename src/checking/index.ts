export type { ApprovedStep } from './approved-step.js';
export { CheckOverError } from './batch/submitted-round.js';
export { type RecordAddress, RecordHolders, type RecordHoldersDependencies } from './batch/record-holder.js';
export { DECIDED_CHANGES, type DecidedChanges, type WaitingChanges } from './result/ports.js';
export { BatchWork } from './batch/batch-work.js';
export { CHECK_JOBS, type CheckJobs, type PieceEnded, type TakenWork } from './batch/check-jobs.js';
export {
  isLongStep,
  longSteps,
  type LongStep,
  STEP_STORE,
  type StepPiece,
  type StepProgress,
  type StepReport,
  type StepState,
  type StepStore,
} from './steps/ports.js';
export { StepWork } from './steps/step-work.js';
export { BatchControl, type BatchControlDependencies } from './batch/batch-control.js';
export { type BatchPiece, CheckRun } from './batch/check-run.js';
export { JobsHere } from './batch/jobs-here.js';
export { CHECK_THREADS } from './batch/round-verifier.js';
export { StatementFrame, type SignedFields } from './batch/statement-frame.js';
export type { Verdict } from './batch/verdict.js';
export { type PauseReason, pauseReasons } from './pause-reasons.js';
export {
  isReasonCode,
  type OfficeReason,
  officeReasons,
  type ReasonCode,
  reasonCodes,
  type ReasonGroup,
  reasonGroupOf,
  reasonGroups,
  type RegisterReason,
  registerReasons,
} from './reason-codes.js';
export { bundleFiles, readBundle } from './bundle/bundle-files.js';
export { type BundleExpectations, type BundleReport, verifyBundle } from './bundle/verify-bundle.js';
export {
  type CheckingAction,
  checkingActions,
  isCheckingAction,
  type TwoPersonActions,
} from './checking-actions.js';
export { type CheckingDependencies, CheckingService } from './checking.service.js';
export type { CheckProgress } from './batch/check-progress.js';
export {
  type AnswerErrorCode,
  type ApprovalContentErrorCode,
  approvalContentErrorCodes,
  type BearerErrorCode,
  bearerErrorCodes,
  type BundleErrorCode,
  type DiscardAnswerErrorCode,
  discardAnswerErrorCodes,
  type ExecutionAtOnceErrorCode,
  executionAtOnceErrorCodes,
  type ExecutionErrorCode,
  executionErrorCodes,
  type KeepAnswerFileErrorCode,
  keepAnswerFileErrorCodes,
  type KeepPaperEntryErrorCode,
  keepPaperEntryErrorCodes,
  type PaperRowFaultCode,
  paperRowFaultCodes,
  type PaperStageErrorCode,
  paperStageErrorCodes,
  type PurgePlanErrorCode,
  purgePlanErrorCodes,
  type RemovePaperEntryErrorCode,
  removePaperEntryErrorCodes,
  type RecordHolderErrorCode,
  type PaperRowErrorCode,
  paperRowErrorCodes,
  recordHolderErrorCodes,
  type ResultErrorCode,
  resultErrorCodes,
  type RosterErrorCode,
  rosterErrorCodes,
  type SettlePaperDifferenceErrorCode,
  settlePaperDifferenceErrorCodes,
  type ShowPaperDifferenceErrorCode,
  showPaperDifferenceErrorCodes,
  type StepRequestErrorCode,
  stepRequestErrorCodes,
  type SubmittedRoundErrorCode,
  submittedRoundErrorCodes,
} from './errors.js';
export { manifestName, type RosterOrder, rosterOrderDigest, type RosterRow } from './exchange/roster.js';
export {
  COMMISSION_CERTIFICATES,
  COMMISSION_DECRYPTION_KEY,
  COMMISSION_KEY,
  type CommissionDecryptionKey,
  type CommissionKey,
} from './commission-keys.js';
export {
  type Batch,
  type BatchPhase,
  type DrawnUpResult,
  type HolderDigits,
  MINISTRY_CERTIFICATE,
  type NewBatch,
  type PastCertificateValidator,
  PURGE_STORE,
  type PurgeStore,
  RECORD_SOURCE,
  RECORDED_COMMITMENTS,
  type RecordedCommitments,
  type RecordSource,
  type StoredRecord,
  STRUCK_OUT_LISTS,
  type StruckOutLists,
  VERDICT_STORE,
  type VerdictCounts,
  type VerdictStore,
} from './ports.js';
export {
  type AppliedAnswer,
  CASE_LOCK,
  type CaseLock,
  type KeptPart,
  ROSTER_STORE,
  type RosterStore,
  type SealedFile,
  type StagedFile,
} from './exchange/ports.js';
export { OpenData, type OpenDataFile, type OpenDataForm } from './result/open-data.js';
export type { OpenDataField, OpenDataRow } from './result/open-data-fields.js';
export {
  PUBLISHED_REASONS,
  PUBLISHED_RESULTS,
  type PublishedReasons,
  type PublishedCaseResult,
  type NamedFile,
  type PublishedResult,
  type PublishedResults,
  type Publication,
  type Confirmation,
  RESULT_STORE,
  type ResultStore,
  type StoredCorrection,
  type StoredFile,
  type TreePlace,
  type UnmadePublication,
} from './result/ports.js';
export {
  type BundleFile,
  type Inclusion,
  PublicResults,
  type ReceiptAnswer,
  type ReceiptStatus,
  receiptStatusOf,
  type RecordStanding,
  type WantedVersion,
} from './result/public-results.js';
export type { PurgePlan } from './result/purge.js';
export { type PublicCount, type PublicTally, withheld } from './result/public-tally.js';
export {
  type BearerReport,
  type BearerStatus,
  bearerStatusOf,
  type ReceiptReport,
  Receipts,
} from './result/receipts.js';
export {
  type Determination,
  determine,
  type JointTally,
  type ResultDocument,
  tooFewToCheck,
} from './result/result-document.js';
export {
  type EnteredBy,
  entryNames,
  type EntryName,
  type Difference,
  type DifferenceCounts,
  type DifferenceKind,
  differenceKinds,
  PAPER_STORE,
  type PaperEntry,
  type PaperStore,
  type SealedPart,
  type SettledAs,
  type Settlement,
  type StoredDifference,
} from './paper/ports.js';
export { type KeptEntry, mostPaperRows } from './paper/paper-entries.js';
export type { OpenedDifference, WantedSettlement } from './paper/paper-differences.js';
export { isOfficeReason } from './reason-codes.js';
export { type OfficeFinding, OfficeFindings } from './paper/office-findings.js';
export { maximumLine, maximumPage, type PaperPlace, type PaperRow } from './paper/paper-row.js';
export type { PaperVerdict } from './paper/paper-verdicts.js';
export { type PaperOverview, PaperService } from './paper/paper.service.js';
export {
  type CheckFigures,
  type DrawnResult,
  FigureReader,
  type FigureSources,
} from './result/check-figures.js';
export { REASON_SENTENCE, type ReasonSentence } from './result/struck-out-list.js';
export type { Tally } from './result/tally.js';
