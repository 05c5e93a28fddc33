import type { ReceiptErrorCode } from '../core/receipt.js';
import {
  closePaperErrorCodes,
  type KeepPaperEntryErrorCode,
  type PaperOpeningErrorCode,
  paperOpeningErrorCodes,
  requestWithPaperErrorCodes,
  type SettlePaperDifferenceErrorCode,
  type ShowPaperDifferenceErrorCode,
} from './paper/errors.js';
import { type AnswerErrorCode, answerErrorCodes } from './exchange/errors.js';

export { type AnswerErrorCode, answerErrorCodes };

export * from './paper/errors.js';

export * from './bundle/errors.js';

/** Why there is no submitted round to check. */
export const submittedRoundErrorCodes = [
  /** No such case. */
  'not-found',
  /** The case has no round in the state this step needs. */
  'check-not-ready',
] as const;
export type SubmittedRoundErrorCode = (typeof submittedRoundErrorCodes)[number];

/** Why the round key that the lead wrapped for the commission can't be used. */
export const roundKeyErrorCodes = [
  /** The commission's key doesn't open the wrapped round key, or the key in it isn't the published one. */
  'round-key-not-opened',
  /** The commission's own round key is missing, or another than the one the round is bound to. */
  'commission-round-key-missing',
] as const;
export type RoundKeyErrorCode = (typeof roundKeyErrorCodes)[number];

/** Why a batch stopped before its end. */
export const checkRunErrorCodes = [
  ...submittedRoundErrorCodes,
  ...roundKeyErrorCodes,
  ...paperOpeningErrorCodes,
  /** The archive lacks revocation data that the intake relied on. After it is restored, the batch continues. */
  'revocation-archive-incomplete',
] as const;
export type CheckRunErrorCode = (typeof checkRunErrorCodes)[number];

/** Why there is no roster to fetch. */
export const rosterErrorCodes = [
  ...submittedRoundErrorCodes,
  /** The roster has not been sent. */
  'roster-not-sent',
] as const;
export type RosterErrorCode = (typeof rosterErrorCodes)[number];

/** Why no answer of MOI can be imported in this phase. */
export const answerStageErrorCodes = [
  ...rosterErrorCodes,
  /** An answer has been imported already. */
  'answer-already-imported',
] as const;
export type AnswerStageErrorCode = (typeof answerStageErrorCodes)[number];

/** Why nothing of a case can be done at this moment. */
export const stepUnderWayCodes = [
  /** Another step of the case is being executed, or its files are being stored. */
  'step-under-way',
] as const;
export type StepUnderWayCode = (typeof stepUnderWayCodes)[number];

/** Why the files of an answer can't be removed. */
export const discardAnswerErrorCodes = [...answerStageErrorCodes, ...stepUnderWayCodes] as const;
export type DiscardAnswerErrorCode = (typeof discardAnswerErrorCodes)[number];

/** Why a file of an answer isn't stored. */
export const keepAnswerFileErrorCodes = [
  ...discardAnswerErrorCodes,
  'answer-file-unknown',
] as const satisfies readonly (DiscardAnswerErrorCode | AnswerErrorCode)[];
export type KeepAnswerFileErrorCode = (typeof keepAnswerFileErrorCodes)[number];

/** Why there is no answer to approve. */
export const answerContentErrorCodes = [
  ...answerStageErrorCodes,
  /** No file of an answer has been handed in. */
  'answer-not-handed-in',
] as const;
export type AnswerContentErrorCode = (typeof answerContentErrorCodes)[number];

/** Why an answer that was handed in is refused. */
export const checkAnswerErrorCodes = [...answerContentErrorCodes, ...answerErrorCodes] as const;
export type CheckAnswerErrorCode = (typeof checkAnswerErrorCodes)[number];

/** Why there is no result to confirm. */
export const resultErrorCodes = [
  ...submittedRoundErrorCodes,
  /** There is no result to confirm, or none published. */
  'result-not-ready',
] as const;
export type ResultErrorCode = (typeof resultErrorCodes)[number];

/** Why a purge has no plan. */
export const purgePlanErrorCodes = [
  ...submittedRoundErrorCodes,
  /** The case's records have been destroyed already. */
  'purge-done-already',
  /** The case was determined, and its announcement isn't entered: nobody knows yet how long the records are kept (REG 12). */
  'announcement-missing',
] as const;
export type PurgePlanErrorCode = (typeof purgePlanErrorCodes)[number];

/** Why a case can't be purged now. */
export const purgeErrorCodes = [
  ...purgePlanErrorCodes,
  /** The records are kept until `dueOn`: by the announcement, by a final ruling, or by the end of a case without an announcement (REG 12). */
  'purge-too-early',
  /** A lawsuit over the case is open (REG 12). */
  'purge-on-hold',
] as const;
export type PurgeErrorCode = (typeof purgeErrorCodes)[number];

/** Why there is no corrected result to confirm. */
export const correctionErrorCodes = [
  ...submittedRoundErrorCodes,
  ...roundKeyErrorCodes,
  /** No result of the latest round is published. */
  'result-not-ready',
  /** No decided change is waiting. */
  'nothing-to-correct',
  /** The numbers would take back that the case is established; only a court can. */
  'correction-takes-back',
  ...paperOpeningErrorCodes,
] as const;
export type CorrectionErrorCode = (typeof correctionErrorCodes)[number];

/** Why there is no count over electronic and paper co-signatures to approve. */
export const startContentErrorCodes = [...submittedRoundErrorCodes, ...closePaperErrorCodes] as const;
export type StartContentErrorCode = (typeof startContentErrorCodes)[number];

/** Why the start of a check can't be asked for. */
export const startRequestErrorCodes = [...startContentErrorCodes, ...requestWithPaperErrorCodes] as const;
export type StartRequestErrorCode = (typeof startRequestErrorCodes)[number];

/** Why there is nothing to approve for a step that takes two people. */
export const approvalContentErrorCodes = [
  ...startContentErrorCodes,
  ...answerContentErrorCodes,
  ...resultErrorCodes,
  ...purgeErrorCodes,
  ...correctionErrorCodes,
] as const;
export type ApprovalContentErrorCode = (typeof approvalContentErrorCodes)[number];

/** Why a step can't be asked for. */
export const stepRequestErrorCodes = [
  ...approvalContentErrorCodes,
  ...startRequestErrorCodes,
  ...answerErrorCodes,
  ...stepUnderWayCodes,
] as const;
export type StepRequestErrorCode = (typeof stepRequestErrorCodes)[number];

/** Why a check doesn't start. */
export const checkStartErrorCodes = [
  ...startContentErrorCodes,
  /** The round's records are not those the lead signed for. */
  'submission-does-not-match',
] as const;
export type CheckStartErrorCode = (typeof checkStartErrorCodes)[number];

/** Why a roster isn't sent. */
export const sendRosterErrorCodes = [...submittedRoundErrorCodes, ...roundKeyErrorCodes] as const;
export type SendRosterErrorCode = (typeof sendRosterErrorCodes)[number];

/** Why a stored answer isn't imported. */
export const importAnswerErrorCodes = [
  ...answerStageErrorCodes,
  ...roundKeyErrorCodes,
  ...paperOpeningErrorCodes,
  'answer-not-opened',
] as const satisfies readonly (
  AnswerStageErrorCode | RoundKeyErrorCode | PaperOpeningErrorCode | AnswerErrorCode
)[];
export type ImportAnswerErrorCode = (typeof importAnswerErrorCodes)[number];

/** Why a step that two people have approved isn't executed. */
export const executionErrorCodes = [
  ...approvalContentErrorCodes,
  ...stepUnderWayCodes,
  /** The approved content is no longer the current one. */
  'approval-outdated',
  ...checkStartErrorCodes,
  ...sendRosterErrorCodes,
  ...importAnswerErrorCodes,
] as const;
export type ExecutionErrorCode = (typeof executionErrorCodes)[number];

/** Why a step that is carried out within the request that approves it isn't executed: those whose work is long are carried out later. */
export const executionAtOnceErrorCodes = [
  ...startContentErrorCodes,
  ...purgeErrorCodes,
  ...stepUnderWayCodes,
  'approval-outdated',
  ...checkStartErrorCodes,
] as const satisfies readonly ExecutionErrorCode[];
export type ExecutionAtOnceErrorCode = (typeof executionAtOnceErrorCodes)[number];

/** Why it can't be said whose card signed a record. */
export const recordHolderErrorCodes = [
  ...submittedRoundErrorCodes,
  ...roundKeyErrorCodes,
  /** The records of the case have been destroyed (REG 12). */
  'record-destroyed',
] as const;
export type RecordHolderErrorCode = (typeof recordHolderErrorCodes)[number];

/** Why it can't be said what a paper row would be without what the office found. */
export const paperRowErrorCodes = [...submittedRoundErrorCodes, ...paperOpeningErrorCodes] as const;
export type PaperRowErrorCode = (typeof paperRowErrorCodes)[number];

/** Why a receipt that is shown is not answered. */
export const bearerErrorCodes = ['receipt-invalid', 'not-found'] as const satisfies readonly (
  ReceiptErrorCode | SubmittedRoundErrorCode
)[];
export type BearerErrorCode = (typeof bearerErrorCodes)[number];

/** Every failure code of the check that staff may get. */
export type CheckingErrorCode =
  | StepRequestErrorCode
  | KeepAnswerFileErrorCode
  | CheckRunErrorCode
  | ExecutionErrorCode
  | RecordHolderErrorCode
  | PaperRowErrorCode
  | KeepPaperEntryErrorCode
  | ShowPaperDifferenceErrorCode
  | SettlePaperDifferenceErrorCode;
