import type { Card, CardSignature } from '../../core/cms/card.js';
import { mapValue, ok, type Result } from '../../core/result.js';
import { BrowserCard } from './browser-card';
import { CardBridge } from './card-bridge';
import type { CardFailureCode } from './card-failure';
import { signByCard } from './signed-by-card';

/** What an operation takes from the person. */
interface Attempt {
  readonly pin: string;
  readonly signal: AbortSignal;
}

/** A card's signature, checked in the page, and who made it. */
export interface WindowSignature {
  readonly signature: CardSignature;
  /** The certificate that signed, DER. */
  readonly certificate: Uint8Array;
}

/** The two certificates of a card, DER. */
export type CardCertificates = Pick<Card, 'signingCertificate' | 'encryptionCertificate'>;

/** The person's card behind the card program. Each method opens the program's window, so call it in the person's click. */
export class WindowCard {
  constructor(private readonly bridge: CardBridge) {}

  /** The card's two certificates. Asks for no PIN. */
  async certificates(signal: AbortSignal): Promise<Result<CardCertificates, CardFailureCode>> {
    const neverAsked = (): Promise<undefined> => Promise.resolve(undefined);
    const card = await BrowserCard.read(this.bridge, neverAsked, { signal });
    return mapValue(card, ({ signingCertificate, encryptionCertificate }) => ({
      signingCertificate,
      encryptionCertificate,
    }));
  }

  /** Signs, by this certificate (DER) where one is given. */
  async sign(
    content: Uint8Array,
    { pin, signal }: Attempt,
    certificate?: Uint8Array,
  ): Promise<Result<WindowSignature, CardFailureCode>> {
    const signed = await signByCard(this.bridge, content, { pin, signal, certificate });
    if (!signed.ok) return signed;
    const { signedData, certificate: signer } = signed.value;
    return ok({ signature: { form: 'cms', signedData }, certificate: signer.der });
  }

  /** Opens a CMS EnvelopedData (DER). What comes out is not authenticated. */
  decrypt(envelope: Uint8Array, { pin, signal }: Attempt): Promise<Result<Uint8Array, CardFailureCode>> {
    return this.bridge.decrypt(envelope, { pin, signal });
  }
}

let card: WindowCard | undefined;

/** The one card of this window. */
export function windowCard(): WindowCard {
  return (card ??= new WindowCard(new CardBridge(window)));
}
