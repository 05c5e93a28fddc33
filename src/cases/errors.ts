import type { CaseTextErrorCode } from '../core/statement/index.js';

/** Why something can't be done with a case. */
export type CaseErrorCode =
  | CaseTextErrorCode
  /** 400: a case number is 1 to 10 digits without a leading zero. */
  | 'case-number-malformed'
  /** 409: the number is taken. */
  | 'case-exists'
  /** 400: a certificate of the lead can't be read; `which` says whether `signing` or `encryption`. */
  | 'lead-certificate-malformed'
  /** 422: signing and encryption certificate name different holders, or are one and the same. */
  | 'lead-certificates-differ'
  /** 422: the certificate entered for signing doesn't allow its key to sign (RFC 5280 4.2.1.3). */
  | 'lead-certificate-not-for-signing'
  /** 422: the certificate entered for encryption doesn't allow its key to open anything (RFC 5280 4.2.1.3). */
  | 'lead-certificate-not-for-encryption'
  /** 422: the elector total isn't a positive whole number of at most nine digits. */
  | 'elector-total-out-of-range'
  /** 400: not `YYYY-MM-DD`, or not a day of the calendar. */
  | 'day-malformed'
  /** 422: not between registration and today, where it must be. */
  | 'day-out-of-range'
  /** 404: no such case (or none that may be shown). */
  | 'not-found'
  /** 409: the case's state doesn't allow this (values: `state`, `event`). */
  | 'transition-not-allowed'
  /** 409: the collecting period is over (values: `lastDay`); an outage or a holiday never extends it (ACT 6, REG 11). */
  | 'period-over'
  /** 409: the collecting period isn't over yet (values: `lastDay`). */
  | 'period-not-over';
