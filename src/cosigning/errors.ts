import { challengeErrorCodes } from '../core/challenge.js';
import { cardSignatureErrorCodes } from '../core/cms/index.js';
import { nationalIdErrorCodes } from '../core/national-id.js';
import { trustErrorCodes } from '../trust/index.js';

/** Why no challenge is issued for a case. */
export const coSigningRoundErrorCodes = [
  /** This server's origin, certificate policies or keys are not those the round was opened with. */
  'round-not-served-here',
  /** No such case, or none that is public. */
  'not-found',
  /** The case is public but its round does not collect today (REG 6, REG 10). */
  'not-collecting',
  /** The round has opened and collects from a later day on (ACT 12). Values: `year`, `month`, `day`, of that Taipei day. */
  'collecting-not-begun',
] as const;
export type CoSigningRoundErrorCode = (typeof coSigningRoundErrorCodes)[number];

/** Why the intake does not take a co-signature for a round. */
export const intakeErrorCodes = [
  ...nationalIdErrorCodes,
  ...challengeErrorCodes,
  ...cardSignatureErrorCodes,
  ...trustErrorCodes,
  /** The policy of this certificate does not admit the way by which the co-signature came. */
  'signing-method-not-admitted',
  /** The number's last four digits are not the certificate's. */
  'national-id-not-the-certificates',
  'not-collecting',
  'round-not-served-here',
  /** The lead is submitting; try again in a few minutes. Values: `seconds`. */
  'submission-in-progress',
] as const;
export type IntakeErrorCode = (typeof intakeErrorCodes)[number];

/** Why a co-signature of a case is not taken. */
export const coSignErrorCodes = [...coSigningRoundErrorCodes, ...intakeErrorCodes] as const;
export type CoSignErrorCode = (typeof coSignErrorCodes)[number];

/** Why nobody is asked to sign with their mobile certificate (行動自然人憑證). */
export const mobilePushErrorCodes = [
  /** No policy in force admits the mobile certificate, or the platform is connected to no service for it. */
  'signing-method-not-admitted',
  ...coSigningRoundErrorCodes,
  ...nationalIdErrorCodes,
  ...challengeErrorCodes,
  /** The service signs less than this statement has. */
  'statement-too-long-for-mobile',
  /** The service can't be reached, or answers what it should not. Nothing is wrong with what was sent, and trying later helps. */
  'mobile-service-unavailable',
] as const;
export type MobilePushErrorCode = (typeof mobilePushErrorCodes)[number];

/** Why a co-signature by mobile certificate is not taken. */
export const mobileCoSignErrorCodes = [
  ...coSignErrorCodes,
  /** Not a ticket of this platform for this round and number. */
  'mobile-ticket-malformed',
  /** The time to sign is over, and nothing was signed. Why is not said: see ADR 28. */
  'mobile-signature-missing',
  'mobile-service-unavailable',
] as const;
export type MobileCoSignErrorCode = (typeof mobileCoSignErrorCodes)[number];

/** Why a holder can't see their own co-signatures. */
export const ownCoSignatureErrorCodes = [
  'round-not-served-here',
  ...challengeErrorCodes,
  ...cardSignatureErrorCodes,
  ...trustErrorCodes,
] as const;
export type OwnCoSignatureErrorCode = (typeof ownCoSignatureErrorCodes)[number];

/**
 * The answer to somebody who has co-signed the round before. It isn't a failure of the intake, so a receipt goes with
 * it.
 */
export const earlierCoSignatureCodes = [
  /** This card's holder has co-signed this round. Values: `year`, `month`, `day`, of the Taipei date. */
  'already-co-signed',
] as const;
export type EarlierCoSignatureCode = (typeof earlierCoSignatureCodes)[number];

/** Every code that a co-signer may get. */
export type CoSigningErrorCode =
  | CoSignErrorCode
  | MobilePushErrorCode
  | MobileCoSignErrorCode
  | OwnCoSignatureErrorCode
  | EarlierCoSignatureCode;
