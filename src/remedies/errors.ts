import { type BearerErrorCode, paperRowErrorCodes, recordHolderErrorCodes } from '../checking/index.js';
import { challengeErrorCodes } from '../core/challenge.js';
import { cardSignatureErrorCodes } from '../core/cms/index.js';
import { trustErrorCodes } from '../trust/index.js';

/** Why a text signed with a card is not taken. */
const signedByCardCodes = [...challengeErrorCodes, ...cardSignatureErrorCodes, ...trustErrorCodes] as const;

/** Why there is no challenge for a request. */
export const remedyChallengeErrorCodes = [
  /** No law allows it (see `RemedyPolicy`). */
  'withdrawal-not-lawful',
] as const;
export type RemedyChallengeErrorCode = (typeof remedyChallengeErrorCodes)[number];

/** Why a report of a misused card, or a withdrawal, is not taken. None of these depends on whether the card has co-signed. */
export const reportErrorCodes = [
  ...signedByCardCodes,
  'not-found',
  /** The account is empty, too long, or not the text of one line. */
  'account-malformed',
  /** The case is closed: only the receipt leads to the record now. */
  'receipt-required',
  'receipt-invalid',
  /** The receipt is of another case. */
  'receipt-for-another-case',
  'record-destroyed',
] as const;
export type ReportErrorCode = (typeof reportErrorCodes)[number];

/** Why a withdrawal is not taken. */
export const withdrawalErrorCodes = [...remedyChallengeErrorCodes, ...reportErrorCodes] as const;
export type WithdrawalErrorCode = (typeof withdrawalErrorCodes)[number];

/** Why an objection is not taken. */
export const objectionErrorCodes = [
  'not-found',
  'account-malformed',
  /** No result is published, or the co-signature counts. */
  'nothing-to-object-to',
  /** The days for objections are over. Value: `lastDay`. */
  'objection-period-over',
  'record-destroyed',
] as const;
export type ObjectionErrorCode = (typeof objectionErrorCodes)[number];

/** Why an objection by a co-signer is not taken. */
export const ownObjectionErrorCodes = [
  ...signedByCardCodes,
  ...objectionErrorCodes,
  ...recordHolderErrorCodes,
  'receipt-invalid',
  'receipt-for-another-case',
  /** Another card signed the record. */
  'receipt-not-of-this-card',
] as const;
export type OwnObjectionErrorCode = (typeof ownObjectionErrorCodes)[number];

/** Why a holder can't see how their co-signatures stand. */
export const ownStandingErrorCodes = [
  ...signedByCardCodes,
  'round-not-served-here',
  ...recordHolderErrorCodes,
  'receipt-invalid',
  'receipt-not-of-this-card',
] as const;
export type OwnStandingErrorCode = (typeof ownStandingErrorCodes)[number];

/** Why a request can't be put before two people. */
export const remedyDecisionErrorCodes = [
  ...recordHolderErrorCodes,
  ...paperRowErrorCodes,
  /** No such request of this case, or none that may be seen. */
  'remedy-unknown',
  /** Two people have decided it. */
  'remedy-decided',
  /** The check is at a step at which no verdict may change: wait until its result is published. */
  'remedy-not-now',
  /** It names no record, or one that another card signed. */
  'remedy-without-record',
  /** What only arithmetic decides (E, D), or what counts already: nobody can uphold it. */
  'remedy-not-for-people',
  'account-malformed',
] as const;
export type RemedyDecisionErrorCode = (typeof remedyDecisionErrorCodes)[number];

/** Why a decision that two people approved is not carried out. */
export const remedyExecutionErrorCodes = [...remedyDecisionErrorCodes, 'approval-outdated'] as const;
export type RemedyExecutionErrorCode = (typeof remedyExecutionErrorCodes)[number];

/** Every code of this room. */
export type RemedyErrorCode =
  | RemedyChallengeErrorCode
  | WithdrawalErrorCode
  | OwnObjectionErrorCode
  | OwnStandingErrorCode
  | RemedyExecutionErrorCode
  | BearerErrorCode;
