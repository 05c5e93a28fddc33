export {
  handInKeyErrorCodes,
  leadCaseErrorCodes,
  leadStepErrorCodes,
  openRoundErrorCodes,
  submissionErrorCodes,
} from './errors.js';
export { maximumStatementBytes, maximumWrappedKeyBytes, OpeningProbe } from './key-material.js';
export {
  holdSeconds,
  type LeadCase,
  type LeadDependencies,
  maximumPage,
  type Progress,
  type RecordPage,
  type SubmissionDraft,
} from './lead-case.js';
export { LeadService } from './lead.service.js';
export type {
  CommissionRecipient,
  DayCount,
  KeyMaterial,
  LeadRounds,
  RoundReference,
  SealedRecord,
  SubmissionTotals,
  UncountedSubmission,
} from './ports.js';
export { type RescueFile, rescueFiles, type RescueSource } from './rescue.js';
