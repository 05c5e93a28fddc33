export type { Batch, BatchPhase } from './batch.js';
export { determine, type Determination, tooFewToCheck } from './determination.js';
export type { AnswerErrorCode, BundleErrorCode, CheckingErrorCode } from './errors.js';
export { judgePaperRows, type PaperRow, type PaperVerdict } from './paper.js';
export type {
  CertificateJudge,
  CommissionKey,
  JudgedCertificate,
  Outcome,
  PublishedResult,
  PublishedResults,
  PurgeStore,
  RecordSource,
  ResultStore,
  RosterStore,
  SealedFile,
  StoredRecord,
  VerdictStore,
} from './ports.js';
export { isReasonCode, type ReasonCode, reasonCodes, type RegisterReason } from './reason.js';
export { type ReasonSentence, reasonSentences } from './reason-sentences.js';
export { type ReceiptStatus, type RecordStanding, statusOf } from './receipt-status.js';
export type { ResultDocument, Tally } from './result-document.js';
export type { RosterRow } from './roster.js';
export type { Verdict } from './verdict.js';
