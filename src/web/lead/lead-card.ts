import type { CardSignature } from '../../core/cms/card.js';
import { mapValue, ok, type Result } from '../../core/result.js';
import { BrowserCard } from '../card/browser-card';
import { CardBridge } from '../card/card-bridge';
import type { CardFailureCode } from '../card/card-failure';
import { signByCard } from '../card/signed-by-card';
import type { CardCertificates } from './attended-card';

/** What an operation takes from the person. */
interface Attempt {
  readonly pin: string;
  readonly signal: AbortSignal;
}

/** A card's signature, checked in the page, and who made it. */
export interface LeadSignature {
  readonly signature: CardSignature;
  /** The certificate that signed, DER. */
  readonly certificate: Uint8Array;
}

/** The lead's card behind the card program. Each method opens the program's window, so call it in the person's click. */
export class LeadCard {
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
  ): Promise<Result<LeadSignature, CardFailureCode>> {
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

let card: LeadCard | undefined;

/** The one card of this window. */
export function leadCard(): LeadCard {
  return (card ??= new LeadCard(new CardBridge(window)));
}
