export {
  type DraftSubmissionErrorCode,
  draftSubmissionErrorCodes,
  type HandInKeyErrorCode,
  handInKeyErrorCodes,
  type LeadCaseErrorCode,
  leadCaseErrorCodes,
  type OfflineSubmissionErrorCode,
  offlineSubmissionErrorCodes,
  type OpenRoundErrorCode,
  openRoundErrorCodes,
  type SubmissionErrorCode,
  submissionErrorCodes,
  type TakeInErrorCode,
  takeInErrorCodes,
} from './errors.js';
export { maximumStatementBytes, maximumWrappedKeyBytes, OpeningProbe, undertaking } from './key-material.js';
export { LeadCertificates } from './lead-certificates.js';
export {
  holdSeconds,
  type LeadCase,
  type LeadCaseToSign,
  maximumPage,
  type Progress,
  type RecordPage,
  type SubmissionDraft,
} from './lead-case.js';
export { type HandedOverSubmission, OfflineSubmissions } from './offline-submission.service.js';
export { LeadService } from './lead.service.js';
export {
  COMMISSION_RECIPIENT,
  type CommissionRecipient,
  type DayCount,
  type KeyMaterial,
  LEAD_CASE_REPOSITORY,
  LEAD_ROUNDS,
  type LeadRounds,
  OPENING_PROBE_SECRET,
  type RoundOpening,
  type RoundReference,
  type SealedRecord,
  type SubmissionTotals,
  type UncountedSubmission,
} from './ports.js';
export { type RescueFile, rescueFiles, type RescueSource } from './rescue.js';
