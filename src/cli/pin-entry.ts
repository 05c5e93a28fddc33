import { isNativeError } from 'node:util/types';
import {
  type Card,
  CardRefusal,
  type CardRefusalReason,
  type CardSignature,
  type PinProtectedCard,
  type SignatureForm,
} from '../core/cms/index.js';
import type { CliFailureCode } from '../messages/index.js';
import { OperatorError } from './failure.js';
import type { Translator } from './translator.js';

/** Where PINs come from. */
export interface PinSource {
  readonly pin: () => Promise<string>;
  /** Whether a person types them: then a wrong PIN is asked for again. A file would give the same one until the card locks. */
  readonly typed: boolean;
}

/**
 * A card whose PIN is entered before each operation, and kept nowhere. Operations reject with an {@link OperatorError} that says what to do:
 * `card-pin-wrong`, `card-locked`, `card-missing` and others.
 */
export class CardWithPinEntry implements Card {
  constructor(
    private readonly card: PinProtectedCard,
    private readonly source: PinSource,
    private readonly translator: Translator,
  ) {}

  get signingCertificate(): Uint8Array {
    return this.card.signingCertificate;
  }

  get encryptionCertificate(): Uint8Array {
    return this.card.encryptionCertificate;
  }

  sign(content: Uint8Array, form: SignatureForm): Promise<CardSignature> {
    return this.withPin(() => this.card.sign(content, form));
  }

  decrypt(envelopedData: Uint8Array): Promise<Uint8Array> {
    return this.withPin(() => this.card.decrypt(envelopedData));
  }

  private async withPin<Value>(operation: () => Promise<Value>): Promise<Value> {
    for (;;) {
      const pin = await this.source.pin();
      try {
        this.card.enterPin(pin);
        return await operation();
      } catch (error) {
        const refused = failureOfCard(error);
        const again = error instanceof CardRefusal && mistyped.has(error.reason) && this.source.typed;
        if (!again || !(refused instanceof OperatorError)) throw refused;
        console.error(this.translator.explain(refused.failure));
      }
    }
  }
}

const mistyped: ReadonlySet<CardRefusalReason> = new Set(['wrong-pin', 'pin-length']);

const codeByReason: Readonly<Record<Exclude<CardRefusalReason, 'no-pin'>, CliFailureCode>> = {
  'pin-length': 'card-pin-length',
  'wrong-pin': 'card-pin-wrong',
  locked: 'card-locked',
  malformed: 'card-not-opened',
  'not-a-recipient': 'card-not-opened',
  'not-decryptable': 'card-not-opened',
  'no-card': 'card-missing',
  'key-not-found': 'card-key-missing',
};

/** What a card's error means to the person; the error itself if it is no refusal of a card. */
function failureOfCard(error: unknown): unknown {
  if (error instanceof CardRefusal && error.reason !== 'no-pin') {
    const { reason, triesLeft } = error;
    if (reason === 'wrong-pin' && triesLeft !== undefined)
      return new OperatorError('card-pin-wrong-tries', { tries: triesLeft });
    return new OperatorError(codeByReason[reason]);
  }
  // A PKCS #11 module's own code, such as CKR_DEVICE_ERROR.
  const [code] = (isNativeError(error) && /\bCKR_[A-Z_]+/.exec(error.message)) || [];
  return code === undefined ? error : new OperatorError('card-failed', { reason: code });
}
