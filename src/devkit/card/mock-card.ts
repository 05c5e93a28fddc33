import type { Card, CardSignature, SignatureForm } from '../../core/cms/card.js';
import { DerReader } from '../../core/der/index.js';
import { type Certificate, readCertificate } from '../../core/x509/index.js';
import type { KeyPair } from '../keys/key-pair.js';
import { defaultAlgorithm, type SignatureAlgorithm, signWith } from '../keys/signature-algorithm.js';
import { CardRefusal } from './card-refusal.js';
import { openEnvelopedData } from './enveloped-data.js';
import { buildSignedData } from './signed-data.js';

/** A certificate (DER) and its key. */
export interface CertifiedKey {
  readonly certificate: Uint8Array;
  readonly key: KeyPair;
}

/** What a mock card is made of. */
export interface MockCardOptions {
  readonly signing: CertifiedKey;
  /** Made when first asked for: co-signers never use theirs. */
  readonly encryption: () => CertifiedKey;
  readonly algorithm?: SignatureAlgorithm | undefined;
  /** Each operation then needs {@link MockCard.enterPin} before it. */
  readonly pin?: string | undefined;
  /** Certificates a CMS signature carries beside the signer's, DER. */
  readonly chain?: readonly Uint8Array[] | undefined;
  /** Where signing-time comes from; without it the attribute is left out. */
  readonly now?: (() => Date) | undefined;
}

/** A natural-person card in software, with the card program's part: everything the real pair does with the two keys, and no more. */
export class MockCard implements Card {
  /** How often it has signed and decrypted: each would have cost the person a PIN. */
  readonly operations = { signatures: 0, decryptions: 0 };
  private readonly pin: Pin | undefined;
  private madeEncryption: CertifiedKey | undefined;

  constructor(private readonly parts: MockCardOptions) {
    this.pin = parts.pin === undefined ? undefined : new Pin(parts.pin);
  }

  get signingCertificate(): Uint8Array {
    return this.parts.signing.certificate;
  }

  get encryptionCertificate(): Uint8Array {
    return this.encryption.certificate;
  }

  /** The signing key: a real card never shows it, a test may want it. */
  get signingKey(): KeyPair {
    return this.parts.signing.key;
  }

  /** The encryption key and its certificate. */
  get encryption(): CertifiedKey {
    this.madeEncryption ??= this.parts.encryption();
    return this.madeEncryption;
  }

  /** Types the PIN for the next operation, on a card that has one. Throws CardRefusal. */
  enterPin(pin: string): void {
    this.pin?.enter(pin);
  }

  async sign(content: Uint8Array, form: SignatureForm): Promise<CardSignature> {
    this.pin?.consume();
    this.operations.signatures++;
    await Promise.resolve();
    return form === 'pkcs1' ? this.signBare(content) : this.signCms(content, form);
  }

  async decrypt(envelopedData: Uint8Array): Promise<Uint8Array> {
    this.pin?.consume();
    this.operations.decryptions++;
    await Promise.resolve();
    const { certificate, key } = this.encryption;
    return openEnvelopedData(envelopedData, trustedCertificate(certificate), key);
  }

  private get algorithm(): SignatureAlgorithm {
    return this.parts.algorithm ?? defaultAlgorithm(this.signingKey);
  }

  private signBare(content: Uint8Array): CardSignature {
    const signature = signWith(this.signingKey, this.algorithm, content);
    return { form: 'pkcs1', signature, certificate: this.signingCertificate };
  }

  private signCms(content: Uint8Array, form: Exclude<SignatureForm, 'pkcs1'>): CardSignature {
    const { chain = [], now } = this.parts;
    const signedData = buildSignedData({
      content,
      attached: form.startsWith('cms-attached'),
      signedAttributes: !form.endsWith('without-attributes'),
      signer: trustedCertificate(this.signingCertificate),
      key: this.signingKey,
      algorithm: this.algorithm,
      signingTime: now?.(),
      chain,
    });
    return { form: 'cms', signedData };
  }
}

/** A certificate this room made itself, so reading it can't fail. */
export function trustedCertificate(bytes: Uint8Array): Certificate {
  return readCertificate(new DerReader(bytes));
}

const pinTries = 3;

/** A card's PIN: three wrong tries in a row lock it, as on the real one. */
class Pin {
  private wrong = 0;
  private entered = false;

  constructor(private readonly pin: string) {}

  /** Types a PIN for the next operation. Throws `wrong-pin`, or `locked` at the third wrong try and from then on. */
  enter(pin: string): void {
    if (this.wrong >= pinTries) throw new CardRefusal('locked');
    this.entered = pin === this.pin;
    this.wrong = this.entered ? 0 : this.wrong + 1;
    if (!this.entered) throw new CardRefusal(this.wrong >= pinTries ? 'locked' : 'wrong-pin');
  }

  /** Uses up the PIN typed; each operation asks anew. */
  consume(): void {
    if (!this.entered) throw new CardRefusal('no-pin');
    this.entered = false;
  }
}
