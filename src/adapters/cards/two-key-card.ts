import { StartFailure } from '../../configuration/start-failure.js';
import type { Clock } from '../../core/clock.js';
import { openEnvelopeWith } from '../../core/cms/card-decryption.js';
import {
  CardRefusal,
  type CardRefusalReason,
  type CardSignature,
  type EnvelopeErrorCode,
  type PinProtectedCard,
  signDocument,
  type SignatureForm,
} from '../../core/cms/index.js';
import {
  type Certificate,
  certificateExtensions,
  KeyUsage,
  parseCertificate,
} from '../../core/x509/index.js';

/** The two certificates (DER) of a card. */
export interface CardCertificates {
  readonly signing: Uint8Array;
  readonly encryption: Uint8Array;
}

/**
 * A card with a signing and an encryption key, wherever they are. It signs attached CMS with signed attributes and the signing time where
 * that is asked for, and a bare signature for every other form.
 */
export abstract class TwoKeyCard implements PinProtectedCard {
  readonly signingCertificate: Uint8Array;
  readonly encryptionCertificate: Uint8Array;
  private readonly publicKey: Uint8Array;

  /** Throws the `StartFailure` `card-certificate-missing` where the signing certificate can't be read. */
  protected constructor(
    { signing, encryption }: CardCertificates,
    private readonly clock: Clock,
  ) {
    const parsed = parseCertificate(signing);
    if (!parsed.ok) throw lacking('signing');
    this.publicKey = parsed.value.subjectPublicKeyInfo;
    this.signingCertificate = signing;
    this.encryptionCertificate = encryption;
  }

  abstract enterPin(pin: string): void;

  sign(content: Uint8Array, form: SignatureForm): Promise<CardSignature> {
    const { signingCertificate: certificate, publicKey } = this;
    const sign = (data: Uint8Array): Promise<Uint8Array> => Promise.resolve(this.signWithKey(data));
    return this.withPin(async () =>
      form === 'cms-attached'
        ? {
            form: 'cms',
            signedData: await signDocument(content, { certificate, publicKey, sign }, this.clock.now()),
          }
        : { form: 'pkcs1', signature: await sign(content), certificate },
    );
  }

  decrypt(envelopedData: Uint8Array): Promise<Uint8Array> {
    return this.withPin(async () => {
      const opened = await openEnvelopeWith(envelopedData, this.encryptionCertificate, (encryptedKey) =>
        Promise.resolve(this.decryptWithKey(encryptedKey)),
      );
      if (!opened.ok) throw new CardRefusal(reasonByCode[opened.failure.code]);
      return opened.value;
    });
  }

  decryptPkcs1(ciphertext: Uint8Array): Promise<Uint8Array> {
    return this.withPin(() => {
      const content = this.decryptWithKey(ciphertext);
      if (content === undefined) throw new CardRefusal('not-decryptable');
      return Promise.resolve(content);
    });
  }

  /** Signs the SHA-256 digest of these octets with the signing key, by PKCS #1 v1.5. Throws a {@link CardRefusal}. */
  protected abstract signWithKey(data: Uint8Array): Uint8Array;

  /** RSAES-PKCS1-v1_5 with the encryption key; undefined where it does not decrypt. Throws a {@link CardRefusal}. */
  protected abstract decryptWithKey(ciphertext: Uint8Array): Uint8Array | undefined;

  /** Forgets a PIN that was entered. */
  protected abstract forgetPin(): void;

  /** An operation uses up the PIN, also where it fails before it needs the key. */
  private async withPin<Value>(operate: () => Promise<Value>): Promise<Value> {
    try {
      return await operate();
    } finally {
      this.forgetPin();
    }
  }
}

const reasonByCode: Readonly<Record<EnvelopeErrorCode, CardRefusalReason>> = {
  'envelope-malformed': 'malformed',
  'envelope-not-for-this-key': 'not-a-recipient',
  'envelope-undecryptable': 'not-decryptable',
};

/**
 * The two certificates of a card among those (DER) that have a key on it: by key usage, and of several the one that is valid longest. Throws
 * the `StartFailure` `card-certificate-missing`.
 */
export function certificatesOfCard(candidates: readonly Uint8Array[]): CardCertificates {
  const certificates = candidates.flatMap((der) => {
    const parsed = parseCertificate(der);
    return parsed.ok ? [parsed.value] : [];
  });
  return {
    signing: longestValid(certificates, KeyUsage.digitalSignature)?.der ?? fail('signing'),
    encryption: longestValid(certificates, KeyUsage.keyEncipherment)?.der ?? fail('encryption'),
  };
}

function longestValid(certificates: readonly Certificate[], usage: number): Certificate | undefined {
  return certificates
    .filter((certificate) => {
      const extensions = certificateExtensions(certificate);
      return extensions.ok && ((extensions.value.keyUsage ?? 0) & usage) !== 0;
    })
    .toSorted((one, other) => other.notAfter - one.notAfter)[0];
}

const lacking = (use: keyof CardCertificates): StartFailure =>
  new StartFailure({ code: 'card-certificate-missing', values: { lacking: use } });

function fail(use: keyof CardCertificates): never {
  throw lacking(use);
}
