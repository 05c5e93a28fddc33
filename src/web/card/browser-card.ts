import type { Card, CardSignature } from '../../core/cms/card';
import { type Failure, fail, ok, type Result } from '../../core/result';
import { type Certificate, KeyUsage, parseCertificate } from '../../core/x509/index';
import type { CardBridge, OperationOptions } from './card-bridge';
import { CardError, type CardFailureCode } from './card-failure';
import type { Slot } from './program-answers';
import { checkSignedData, mayBeUsedFor } from './signed-by-card';

/** What the card is about to do. */
export type PinPurpose = 'sign' | 'decrypt';

/**
 * Asks the person for the PIN of one operation. Must resolve in the person's click, since the popup opens right after; undefined where the
 * person cancels.
 */
export type AskPin = (purpose: PinPurpose) => Promise<string | undefined>;

/** Both certificates of a card, and the reader that it is in. */
interface CardCertificates {
  readonly slot: string;
  readonly signing: Uint8Array;
  readonly encryption: Uint8Array;
}

/**
 * The card in the reader as {@link Card}, so that the lead's ceremony runs with it unchanged: each operation asks for the PIN, opens a popup,
 * and rejects with {@link CardError}. What it signs is checked before it is answered.
 */
export class BrowserCard implements Card {
  /** Why the last operation failed; undefined where it did not. The ceremony's own code doesn't tell. */
  failure: Failure<CardFailureCode> | undefined;

  private constructor(
    private readonly bridge: CardBridge,
    private readonly certificates: CardCertificates,
    private readonly askPin: AskPin,
    private readonly signal: AbortSignal | undefined,
  ) {}

  /** Reads the certificates of the one card in the readers: one popup, no PIN. Call it in the person's click. */
  static async read(
    bridge: CardBridge,
    askPin: AskPin,
    options: Pick<OperationOptions, 'signal'> = {},
  ): Promise<Result<BrowserCard, CardFailureCode>> {
    const slots = await bridge.certificates(options);
    const certificates = slots.ok ? certificatesOf(slots.value) : slots;
    return certificates.ok
      ? ok(new BrowserCard(bridge, certificates.value, askPin, options.signal))
      : certificates;
  }

  get signingCertificate(): Uint8Array {
    return this.certificates.signing;
  }

  get encryptionCertificate(): Uint8Array {
    return this.certificates.encryption;
  }

  /** A SignedData, whatever form is asked for: all that a popup of ours asks for. */
  async sign(content: Uint8Array): Promise<CardSignature> {
    const signedData = await this.operate('sign', async (options) => {
      const answer = await this.bridge.sign(content, options);
      if (!answer.ok) return answer;
      return checkSignedData(answer.value, content, { certificate: this.signingCertificate });
    });
    return { form: 'cms', signedData: signedData.signedData };
  }

  async decrypt(envelopedData: Uint8Array): Promise<Uint8Array> {
    return this.operate('decrypt', (options) => this.bridge.decrypt(envelopedData, options));
  }

  private async operate<Value>(
    purpose: PinPurpose,
    act: (options: OperationOptions & { readonly pin: string }) => Promise<Result<Value, CardFailureCode>>,
  ): Promise<Value> {
    this.failure = undefined;
    const pin = await this.askPin(purpose);
    const { slot } = this.certificates;
    const result = pin === undefined ? fail('card-cancelled') : await act({ pin, slot, signal: this.signal });
    if (result.ok) return result.value;
    this.failure = result.failure;
    throw new CardError(result.failure);
  }
}

const encrypting = KeyUsage.keyEncipherment | KeyUsage.dataEncipherment;

/** Signing and encryption certificate of the only card. What a certificate is for, it says itself: the program's word is not taken. */
function certificatesOf(slots: readonly Slot[]): Result<CardCertificates, CardFailureCode> {
  const [slot, ...others] = slots;
  if (slot === undefined) return fail('card-no-card');
  if (others.length > 0) return fail('card-several-cards');
  const certificates = slot.certificates.flatMap((der) => {
    const parsed = parseCertificate(der);
    return parsed.ok ? [parsed.value] : [];
  });
  const signing = certificateFor(certificates, KeyUsage.digitalSignature);
  const encryption = certificateFor(certificates, encrypting);
  return signing === undefined || encryption === undefined
    ? fail('card-certificate-not-found')
    : ok({ slot: slot.description, signing, encryption });
}

function certificateFor(certificates: readonly Certificate[], usages: number): Uint8Array | undefined {
  return certificates.find((certificate) => mayBeUsedFor(certificate, usages))?.der;
}
