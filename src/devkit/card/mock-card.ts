import type { CardSignature, SignatureForm } from '../../core/cms/card.js';
import { CardPin, CardRefusal, type PinProtectedCard } from '../../core/cms/pin-protected-card.js';
import { DerReader } from '../../core/der/index.js';
import { type Certificate, readCertificate } from '../../core/x509/index.js';
import type { KeyPair } from '../keys/key-pair.js';
import {
  defaultAlgorithm,
  hashIdentifier,
  hashOf,
  type SignatureAlgorithm,
  signWith,
} from '../keys/signature-algorithm.js';
import { decryptPkcs1, openEnvelopedData } from './enveloped-data.js';
import { buildSignedData, cardSignedAttributes, cmsSignatureAlgorithm } from './signed-data.js';

/** A certificate (DER) and its key. */
export interface CertifiedKey {
  readonly certificate: Uint8Array;
  readonly key: KeyPair;
}

/** The keys, certificates and settings of a mock card. */
export interface MockCardOptions {
  readonly signing: CertifiedKey;
  /** Called when the encryption key is first needed. Co-signers never use theirs. */
  readonly encryption: () => CertifiedKey;
  readonly algorithm?: SignatureAlgorithm | undefined;
  /** If given, {@link MockCard.enterPin} must be called before each operation. */
  readonly pin?: string | undefined;
  /** Further certificates to put into a CMS signature, DER. */
  readonly chain?: readonly Uint8Array[] | undefined;
  /** Gives the signing-time attribute. Without it, the attribute is left out. */
  readonly now?: (() => Date) | undefined;
}

/** A natural-person card and its card program, in software: the operations that the real ones offer with the two keys. */
export class MockCard implements PinProtectedCard {
  /** How often it has signed and decrypted. With a real card, each operation needs the PIN. */
  readonly operations = { signatures: 0, decryptions: 0 };
  private readonly pin: CardPin | undefined;
  private madeEncryption: CertifiedKey | undefined;

  constructor(private readonly options: MockCardOptions) {
    this.pin = options.pin === undefined ? undefined : new CardPin(options.pin);
  }

  get signingCertificate(): Uint8Array {
    return this.options.signing.certificate;
  }

  get encryptionCertificate(): Uint8Array {
    return this.encryption.certificate;
  }

  /** The signing key, for tests. A real card never reveals it. */
  get signingKey(): KeyPair {
    return this.options.signing.key;
  }

  /** The encryption key and its certificate. */
  get encryption(): CertifiedKey {
    this.madeEncryption ??= this.options.encryption();
    return this.madeEncryption;
  }

  /** Enters the PIN for the next operation. Does nothing on a card without a PIN. Throws {@link CardRefusal}. */
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

  async decryptPkcs1(ciphertext: Uint8Array): Promise<Uint8Array> {
    this.pin?.consume();
    this.operations.decryptions++;
    const content = decryptPkcs1(this.encryption.key, ciphertext);
    if (content === undefined) throw new CardRefusal('not-decryptable');
    return Promise.resolve(content);
  }

  private get algorithm(): SignatureAlgorithm {
    return this.options.algorithm ?? defaultAlgorithm(this.signingKey);
  }

  private signBare(content: Uint8Array): CardSignature {
    const signature = signWith(this.signingKey, this.algorithm, content);
    return { form: 'pkcs1', signature, certificate: this.signingCertificate };
  }

  private signCms(content: Uint8Array, form: Exclude<SignatureForm, 'pkcs1'>): CardSignature {
    const { algorithm, signingKey, options } = this;
    const signer = trustedCertificate(this.signingCertificate);
    const signedData = buildSignedData({
      content,
      attached: form.startsWith('cms-attached'),
      signer,
      sign: (bytes) => signWith(signingKey, algorithm, bytes),
      digestAlgorithm: hashIdentifier(hashOf(algorithm)),
      signatureAlgorithm: cmsSignatureAlgorithm(algorithm),
      signedAttributes: form.endsWith('without-attributes')
        ? undefined
        : cardSignedAttributes(content, signer, algorithm, options.now?.()),
      certificates: [signer.der, ...(options.chain ?? [])],
    });
    return { form: 'cms', signedData };
  }
}

/** Reads a certificate (DER) that the devkit itself made. Throws if it is malformed. */
export function trustedCertificate(bytes: Uint8Array): Certificate {
  return readCertificate(new DerReader(bytes));
}
