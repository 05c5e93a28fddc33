import { encodeBase64 } from '../../core/encodings';
import { fail, type Result } from '../../core/result';
import type { CardFailureCode } from './card-failure';
import { exchangeByPopup, type Popup, type PopupOpener } from './popup-exchange';
import { readPlain, readSignature, readSlots, type Slot } from './program-answers';

/** What every operation takes. */
export interface OperationOptions {
  /** Cancels the operation: the window closes, and the answer is `card-cancelled`. */
  readonly signal?: AbortSignal | undefined;
  /** The reader to use, by {@link Slot.description}; without it the program takes the first with a card. */
  readonly slot?: string | undefined;
}

/** An operation that needs the PIN. */
export interface PinOptions extends OperationOptions {
  /** 6 to 8 characters. It goes to the card program's window and nowhere else, and is dropped with the call. */
  readonly pin: string;
}

const pinLength = /^.{6,8}$/su;

/**
 * The person's card behind the card program of their machine (HiPKI's local sign server, from HiCOS), one popup an operation, one operation
 * at a time. Each method opens the popup before it returns, so call it in the person's click. Every failure is a value.
 */
export class CardBridge {
  private open: { readonly popup: Popup | null } | undefined;

  constructor(private readonly opener: PopupOpener) {}

  /** Whether an operation is under way. */
  get isBusy(): boolean {
    return this.open !== undefined;
  }

  /** The readers with a card in them, at least one, and their certificates as the cards bear them. Needs no PIN. */
  async certificates(options: OperationOptions = {}): Promise<Result<readonly Slot[], CardFailureCode>> {
    return this.ask({ func: 'GetUserCert' }, options, readSlots);
  }

  /** Signs octets with the signing key: a SignedData (RFC 5652), DER, SHA-256. Whether it is over these octets is not checked here. */
  async sign(content: Uint8Array, options: PinOptions): Promise<Result<Uint8Array, CardFailureCode>> {
    const request = {
      func: 'MakeSignature',
      signatureType: 'PKCS7',
      tbs: encodeBase64(content),
      tbsEncoding: 'base64',
      hashAlgorithm: 'SHA256',
      withCardSN: 'false',
      nonce: '',
    };
    return this.askWithPin(request, options, readSignature);
  }

  /** Opens an EnvelopedData (RFC 5652, DER) with the encryption key. What comes out is not authenticated: check it. */
  async decrypt(
    envelopedData: Uint8Array,
    options: PinOptions,
  ): Promise<Result<Uint8Array, CardFailureCode>> {
    const request = {
      func: 'DecryptData',
      cipher: encodeBase64(envelopedData),
      cipherType: 'PKCS7',
      plainEncoding: 'base64',
    };
    return this.askWithPin(request, options, readPlain);
  }

  private async askWithPin<Value>(
    request: Readonly<Record<string, string>>,
    options: PinOptions,
    read: (answer: unknown) => Result<Value, CardFailureCode>,
  ): Promise<Result<Value, CardFailureCode>> {
    if (!pinLength.test(options.pin)) return fail('card-pin-length');
    return this.ask({ ...request, pin: options.pin }, options, read);
  }

  private async ask<Value>(
    request: Readonly<Record<string, string>>,
    { signal, slot }: OperationOptions,
    read: (answer: unknown) => Result<Value, CardFailureCode>,
  ): Promise<Result<Value, CardFailureCode>> {
    if (this.open !== undefined) {
      this.open.popup?.focus();
      return fail('card-busy');
    }
    const named = slot === undefined ? request : { ...request, slotDescription: slot };
    const exchange = exchangeByPopup(this.opener, asFormField(named), signal);
    this.open = exchange;
    try {
      const answer = await exchange.answer;
      return answer.ok ? read(answer.value) : answer;
    } finally {
      this.open = undefined;
    }
  }
}

/** The program reads a request as a field of a form: without this, `+` arrives as a space, and `%` and `&` as something else. */
function asFormField(request: Readonly<Record<string, string>>): string {
  return JSON.stringify(request).replaceAll(/[%&+]/g, encodeURIComponent);
}
