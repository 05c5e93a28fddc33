import type { CeremonyErrorCode } from '../core/ceremony/index.js';
import type { Card, CardSignature, SignatureForm } from '../core/cms/index.js';
import type { Result } from '../core/result.js';
import { OperatorError } from './failure.js';
import type { Translator } from './translator.js';

/**
 * What of a card decrypts. It says on standard error that the card is asked, before a PIN is. It also remembers why the card refused: who opens
 * an envelope only learns that it did not open, and the person needs to know that the card is locked.
 */
export class AnnouncedDecryption {
  private refused: unknown;

  constructor(
    private readonly decryption: Pick<Card, 'decrypt'>,
    protected readonly translator: Translator,
  ) {}

  /** Why the card refused, where that was not the envelope's fault. */
  get refusal(): OperatorError | undefined {
    const { refused } = this;
    return refused instanceof OperatorError && refused.failure.code !== 'card-not-opened'
      ? refused
      : undefined;
  }

  async decrypt(envelopedData: Uint8Array): Promise<Uint8Array> {
    console.error(this.translator.text('card.decrypts'));
    try {
      return await this.decryption.decrypt(envelopedData);
    } catch (error) {
      this.refused = error;
      throw error;
    }
  }
}

/** A whole card that announces its operations. */
export class AnnouncedCard extends AnnouncedDecryption implements Card {
  constructor(
    private readonly card: Card,
    translator: Translator,
  ) {
    super(card, translator);
  }

  get signingCertificate(): Uint8Array {
    return this.card.signingCertificate;
  }

  get encryptionCertificate(): Uint8Array {
    return this.card.encryptionCertificate;
  }

  sign(content: Uint8Array, form: SignatureForm): Promise<CardSignature> {
    console.error(this.translator.text('card.signs'));
    return this.card.sign(content, form);
  }

  /** The value of a ceremony in which this card took part. Throws an {@link OperatorError}: what the card refused with, else the ceremony's code. */
  outcomeOf<Value>(result: Result<Value, CeremonyErrorCode>): Value {
    if (result.ok) return result.value;
    throw this.refusal ?? new OperatorError(result.failure.code);
  }
}
