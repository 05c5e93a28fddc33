import { signedDocumentErrorCodes } from '../core/cms/index.js';
import { trustErrorCodes } from '../trust/index.js';

/** Why no case is found for a lead. */
export const leadCaseErrorCodes = [
  /** No such case, or the lead's access to it has ended (REG 6). */
  'not-found',
] as const;
export type LeadCaseErrorCode = (typeof leadCaseErrorCodes)[number];

/** Why a lead can't take a step with the current round. */
export const leadStepErrorCodes = [
  ...leadCaseErrorCodes,
  /** The case's state doesn't allow this (values: `state`, `event`). */
  'transition-not-allowed',
] as const;
export type LeadStepErrorCode = (typeof leadStepErrorCodes)[number];

/** Why a document is not the lead's signed statement. */
export const leadStatementErrorCodes = [
  ...signedDocumentErrorCodes,
  /** The statement isn't signed with the certificate registered for the lead. */
  'statement-signer-not-lead',
] as const;
export type LeadStatementErrorCode = (typeof leadStatementErrorCodes)[number];

/** Why key material is refused. */
export const keyMaterialErrorCodes = [
  /** The round key isn't a P-256 public key in its one encoding (SubjectPublicKeyInfo, uncompressed point). */
  'round-key-unsuitable',
  /** The wrapped key isn't a CMS EnvelopedData (DER). */
  'wrapped-key-malformed',
  ...leadStatementErrorCodes,
  /** What was signed isn't the key statement of this round and key. */
  'key-statement-differs',
] as const;
export type KeyMaterialErrorCode = (typeof keyMaterialErrorCodes)[number];

/** Why the round's key isn't taken. */
export const handInKeyErrorCodes = [
  ...leadStepErrorCodes,
  ...keyMaterialErrorCodes,
  ...trustErrorCodes,
] as const;
export type HandInKeyErrorCode = (typeof handInKeyErrorCodes)[number];

/** Why a round doesn't open. */
export const openRoundErrorCodes = [
  ...leadStepErrorCodes,
  /** No round key has been handed in yet. */
  'round-key-missing',
  /** This server doesn't have the holder-tag key of the case's main round. */
  'round-not-served-here',
  /** The answer shows that the wrapped key wasn't opened. */
  'probe-wrong',
  ...trustErrorCodes,
] as const;
export type OpenRoundErrorCode = (typeof openRoundErrorCodes)[number];

/** Why a submission isn't prepared. */
export const draftSubmissionErrorCodes = [...leadStepErrorCodes, ...trustErrorCodes] as const;
export type DraftSubmissionErrorCode = (typeof draftSubmissionErrorCodes)[number];

/** Why a key wrapped for the commission can't be used. */
export const wrappedForCommissionErrorCodes = [
  /** The commission's key doesn't open what was wrapped for it. */
  'wrapped-key-not-for-commission',
  /** It opens, but contains another key than the one the records are sealed to. */
  'wrapped-key-not-round-key',
] as const;
export type WrappedForCommissionErrorCode = (typeof wrappedForCommissionErrorCodes)[number];

/** Why a round isn't submitted. */
export const submissionErrorCodes = [
  ...leadStepErrorCodes,
  ...leadStatementErrorCodes,
  ...wrappedForCommissionErrorCodes,
  ...trustErrorCodes,
  /** The signed totals are not those of the records now. The lead must prepare the submission again. */
  'submission-outdated',
] as const;
export type SubmissionErrorCode = (typeof submissionErrorCodes)[number];

/** Why a submission that was made offline can't be taken in. */
export const offlineSubmissionErrorCodes = [
  ...leadStepErrorCodes,
  /** Handed over outside the period, or at a time to come (values: `from`, `to`). */
  'handed-over-out-of-range',
  ...leadStatementErrorCodes,
  ...wrappedForCommissionErrorCodes,
] as const;
export type OfflineSubmissionErrorCode = (typeof offlineSubmissionErrorCodes)[number];

/** Why it isn't taken in once it is approved. */
export const takeInErrorCodes = [
  'submission-outdated',
  ...trustErrorCodes,
] as const satisfies readonly SubmissionErrorCode[];
export type TakeInErrorCode = (typeof takeInErrorCodes)[number];

/** Every code with which a lead's request can fail. */
export type LeadErrorCode =
  HandInKeyErrorCode | OpenRoundErrorCode | SubmissionErrorCode | OfflineSubmissionErrorCode;
