import { type Failure } from '../../core/result';

/** Why the card can't be reached through its program. */
export const popupFailureCodes = [
  /** No window of the card program answered in time: it isn't installed, or not running. */
  'card-program-not-running',
  /** The browser did not open the window. */
  'card-popup-blocked',
  /** The person cancelled, on the page or in the window, or closed the window. */
  'card-cancelled',
  /** Another operation is under way. */
  'card-busy',
  /** No answer in time: ours, or the card program's own (0x7600000D). */
  'card-timed-out',
] as const;
export type PopupFailureCode = (typeof popupFailureCodes)[number];

/** What the card program says by `ret_code` and `last_error`; which number is which stands in `program-codes.ts`. */
export const programFailureCodes = [
  'card-no-reader',
  'card-no-card',
  'card-wrong-pin',
  'card-wrong-pin-two-tries-left',
  'card-wrong-pin-one-try-left',
  'card-pin-length',
  'card-pin-missing',
  'card-locked',
  /** Login failed for a reason that the program doesn't tell. */
  'card-login-failed',
  'card-site-not-allowed',
  'card-certificate-not-found',
  'card-key-not-found',
  'card-certificate-not-yet-valid',
  'card-certificate-expired',
  'card-nothing-to-sign',
  'card-nothing-to-decrypt',
  'card-request-malformed',
  'card-signing-failed',
  'card-decryption-failed',
  /** A code that isn't known; `values.code` has it in hexadecimal. */
  'card-program-failed',
] as const;
export type ProgramFailureCode = (typeof programFailureCodes)[number];

/** What is wrong with an answer in which the program itself sees no failure. Nothing of it is sent to anyone. */
export const answerFailureCodes = [
  /** Not what the program answers to such a request. */
  'card-answer-malformed',
  /** Cards in more than one reader. */
  'card-several-cards',
  /** The signature is not over the very text that was shown. */
  'card-signed-other-text',
  /** No signature that this platform accepts: form, algorithm or key. */
  'card-signature-unusable',
  /** The certificate that signed is not one for signing. */
  'card-not-for-signing',
  /** Not a natural person's certificate: it has no last four digits of a national ID number. */
  'card-not-natural-person',
  /** The last four digits in the certificate are not those of the number that was typed. */
  'card-number-differs',
  /** Another card than the one that signed in. */
  'card-changed',
] as const;
export type AnswerFailureCode = (typeof answerFailureCodes)[number];

/** Every reason why an operation of a card fails in a page. The keys of `texts/…/card.json` are these. */
export const cardFailureCodes = [
  ...popupFailureCodes,
  ...programFailureCodes,
  ...answerFailureCodes,
] as const;
export type CardFailureCode = (typeof cardFailureCodes)[number];

/** With this a card in the browser rejects an operation, where `Card` has no other way to say why. Never holds a PIN or a number. */
export class CardError extends Error {
  override readonly name = 'CardError';

  constructor(readonly failure: Failure<CardFailureCode>) {
    super(failure.code);
  }
}
