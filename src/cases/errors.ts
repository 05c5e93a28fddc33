import { caseTextErrorCodes } from '../core/statement/index.js';

/** Why a step of a case's life is refused. */
export const transitionErrorCodes = [
  /** The case's state doesn't allow this (values: `state`, `event`). */
  'transition-not-allowed',
  /** The last day for this is over (values: `lastDay`); an outage or a holiday never extends it (ACT 6, REG 11). */
  'period-over',
  /** The last day isn't over yet (values: `lastDay`). */
  'period-not-over',
] as const;
export type TransitionErrorCode = (typeof transitionErrorCodes)[number];

/** Why two certificates can't be those of a lead's card. */
export const leadCertificateErrorCodes = [
  /** A certificate of the lead can't be read; `which` says whether `signing` or `encryption`. */
  'lead-certificate-malformed',
  /** Signing and encryption certificate name different holders, or are one and the same. */
  'lead-certificates-differ',
  /** The certificate entered for signing doesn't allow its key to sign (RFC 5280 §4.2.1.3). */
  'lead-certificate-not-for-signing',
  /** The certificate entered for encryption doesn't allow its key to open anything (RFC 5280 §4.2.1.3). */
  'lead-certificate-not-for-encryption',
] as const;
export type LeadCertificateErrorCode = (typeof leadCertificateErrorCodes)[number];

/** Why a case can't be registered. */
export const registrationErrorCodes = [
  /** A case number is 1 to 10 digits without a leading zero. */
  'case-number-malformed',
  /** The number is taken. */
  'case-exists',
  /** The number is that of a rehearsal (演練), and this platform takes none. */
  'rehearsals-not-accepted',
  ...caseTextErrorCodes,
  /** The elector total isn't a positive whole number of at most nine digits. */
  'elector-total-out-of-range',
  ...leadCertificateErrorCodes,
  /** The notice is of a day to come, or its ten days are over (REG 4, ACT 10). */
  'notice-out-of-range',
] as const;
export type RegistrationErrorCode = (typeof registrationErrorCodes)[number];

/** Why staff can't do something with a case: stop it, or replace its code. */
export const caseStepErrorCodes = [
  /** No such case (or none that may be shown). */
  'not-found',
  'transition-not-allowed',
] as const satisfies readonly (TransitionErrorCode | 'not-found')[];
export type CaseStepErrorCode = (typeof caseStepErrorCodes)[number];

/** Why an access code can't be issued. */
export const issueCodeErrorCodes = [
  ...caseStepErrorCodes,
  'period-over',
  /** Not between the days where it must be (values: `from`, `to`). */
  'day-out-of-range',
] as const;
export type IssueCodeErrorCode = (typeof issueCodeErrorCodes)[number];

/** Why a day can't be entered as one on which the offices are closed. */
export const closureErrorCodes = [
  /** The reference or the area isn't one line of the length allowed; value `field`. */
  'closure-text-unfit',
  /** Too far back or ahead (values: `from`, `to`). */
  'closure-out-of-range',
  /** This day has been entered with this kind. */
  'closure-exists',
] as const;
export type ClosureErrorCode = (typeof closureErrorCodes)[number];

/** Why the notice of a supplement can't be entered. */
export const supplementNoticeErrorCodes = [...caseStepErrorCodes, 'day-out-of-range'] as const;
export type SupplementNoticeErrorCode = (typeof supplementNoticeErrorCodes)[number];

/** Why an announcement can't be entered. */
export const announcementErrorCodes = [
  'not-found',
  'day-out-of-range',
  /** The case isn't closed. */
  'announcement-not-due',
  /** It has been entered; value `day`. */
  'announced-already',
] as const;
export type AnnouncementErrorCode = (typeof announcementErrorCodes)[number];

/** Why a lawsuit can't be entered. */
export const holdErrorCodes = [
  'not-found',
  /** The reference isn't one line of 1 to 200 characters. */
  'hold-reference-unfit',
  /** A lawsuit is entered whose final ruling isn't. */
  'hold-exists',
] as const;
export type HoldErrorCode = (typeof holdErrorCodes)[number];

/** Why a final ruling can't be entered. */
export const liftHoldErrorCodes = [
  'not-found',
  'day-out-of-range',
  /** No lawsuit is open. */
  'hold-missing',
] as const;
export type LiftHoldErrorCode = (typeof liftHoldErrorCodes)[number];

/** Why a switch of the platform can't be turned. */
export const platformSwitchErrorCodes = [
  /** It is as it is asked to be. */
  'switch-set-already',
  /** A reason isn't one line of 1 to 200 characters. */
  'switch-reason-unfit',
] as const;
export type PlatformSwitchErrorCode = (typeof platformSwitchErrorCodes)[number];

/** Why a switch of a case can't be turned. */
export const switchErrorCodes = ['not-found', ...platformSwitchErrorCodes] as const;
export type SwitchErrorCode = (typeof switchErrorCodes)[number];

/** Why something can't be done with a case. */
export type CaseErrorCode =
  | RegistrationErrorCode
  | TransitionErrorCode
  | CaseStepErrorCode
  | IssueCodeErrorCode
  | ClosureErrorCode
  | SupplementNoticeErrorCode
  | AnnouncementErrorCode
  | HoldErrorCode
  | LiftHoldErrorCode
  | SwitchErrorCode;
