import { equalSecrets } from '../native-octets.js';
import type { Card } from './card.js';

/** Why a card refuses an operation. */
export type CardRefusalReason =
  | 'no-pin'
  | 'pin-length'
  | 'wrong-pin'
  | 'locked'
  | 'malformed'
  | 'not-a-recipient'
  | 'not-decryptable'
  /** There is no card in the reader any more. */
  | 'no-card'
  /** The card has no key of its certificate. */
  | 'key-not-found';

/** The error with which a card rejects an operation. */
export class CardRefusal extends Error {
  override readonly name = 'CardRefusal';

  constructor(
    readonly reason: CardRefusalReason,
    /** With `wrong-pin`: how many tries are left before the card locks, where the card says so. */
    readonly triesLeft?: number,
  ) {
    super(reason);
  }
}

/** A card that needs its PIN for each operation, as every natural-person card does. Operations reject with a {@link CardRefusal}. */
export interface PinProtectedCard extends Card {
  /**
   * Enters the PIN for the next operation, which uses it up. A card without a PIN takes any. Throws a {@link CardRefusal}: `pin-length`,
   * `wrong-pin`, `locked`.
   */
  enterPin(pin: string): void;
  /** RSAES-PKCS1-v1_5 (RFC 8017 §7.2.2) with the encryption key. Rejects with `not-decryptable`. */
  decryptPkcs1(ciphertext: Uint8Array): Promise<Uint8Array>;
}

const pinTries = 3;
const pinLength = /^.{6,8}$/su;

/** The PIN of a card in software. Three wrong tries in a row lock it, as on a real card. */
export class CardPin {
  private wrong = 0;
  private entered = false;

  constructor(private readonly pin: string) {}

  /**
   * Enters a PIN for the next operation. Throws a {@link CardRefusal}: `pin-length` for other than 6 to 8 characters, which is no try;
   * `wrong-pin` with the tries left; `locked` at the third wrong try and at every later one.
   */
  enter(pin: string): void {
    this.entered = false;
    if (this.wrong >= pinTries) throw new CardRefusal('locked');
    if (!pinLength.test(pin)) throw new CardRefusal('pin-length');
    this.entered = equalSecrets(Buffer.from(pin), Buffer.from(this.pin));
    this.wrong = this.entered ? 0 : this.wrong + 1;
    if (this.entered) return;
    const triesLeft = pinTries - this.wrong;
    throw triesLeft === 0 ? new CardRefusal('locked') : new CardRefusal('wrong-pin', triesLeft);
  }

  /** Uses the PIN that was entered: the next operation needs it again. Throws a {@link CardRefusal}: `no-pin`. */
  consume(): void {
    if (!this.entered) throw new CardRefusal('no-pin');
    this.forget();
  }

  /** Forgets a PIN that was entered and not used. */
  forget(): void {
    this.entered = false;
  }
}

/** The card as one that asks for its PIN by itself, anew at each operation. */
export function askingForPin(card: PinProtectedCard, ask: () => Promise<string>): Card {
  return {
    signingCertificate: card.signingCertificate,
    encryptionCertificate: card.encryptionCertificate,
    async sign(content, form) {
      card.enterPin(await ask());
      return card.sign(content, form);
    },
    async decrypt(envelopedData) {
      card.enterPin(await ask());
      return card.decrypt(envelopedData);
    },
  };
}
