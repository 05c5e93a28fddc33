export type { LeadErrorCode, LeadSpecificErrorCode } from './errors.js';
export { maximumWrappedKeyBytes } from './key-material.js';
export {
  holdSeconds,
  type LeadCase,
  type LeadParts,
  maximumPage,
  type RecordPage,
  type SubmissionDraft,
} from './lead-parts.js';
export { LeadService } from './lead.service.js';
export { maximumStatementBytes } from './lead-statement.js';
export { OpeningProbe } from './opening-probe.js';
export type {
  CommissionKey,
  DayCount,
  KeyMaterial,
  LeadRounds,
  RoundReference,
  SealedRecord,
  SubmissionTotals,
  UncountedSubmission,
} from './ports.js';
export type { Progress } from './progress.js';
export { type RescueFile, rescueFiles, type RescueSource } from './rescue.js';
