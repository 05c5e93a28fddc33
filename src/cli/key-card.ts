import { type KeyObject, sign } from 'node:crypto';
import { openEnvelopeWithKey } from '../core/cms/card-decryption.js';
import type { Card, CardSignature } from '../core/cms/index.js';
import { OperatorError } from './failure.js';
import { certificateIn, privateKeyIn } from './input-files.js';

/** The paths of the four PEM files that make up a card. */
export interface KeyCardFiles {
  readonly signingCertificate: string;
  readonly signingKey: string;
  readonly encryptionCertificate: string;
  readonly encryptionKey: string;
}

/** A card made of certificates and keys in files, for development and for people who keep their keys in software. */
export class KeyCard implements Card {
  private constructor(
    readonly signingCertificate: Uint8Array,
    readonly encryptionCertificate: Uint8Array,
    private readonly signingKey: KeyObject,
    private readonly encryptionKey: KeyObject,
  ) {}

  /** Reads the files. Rejects if one is missing or unreadable. */
  static async read(files: KeyCardFiles): Promise<KeyCard> {
    return new KeyCard(
      (await certificateIn(files.signingCertificate)).raw,
      (await certificateIn(files.encryptionCertificate)).raw,
      await privateKeyIn(files.signingKey),
      await privateKeyIn(files.encryptionKey),
    );
  }

  /** Signs with a bare signature (`pkcs1`), whatever form is requested. Every reader of card signatures accepts it. */
  sign(content: Uint8Array): Promise<CardSignature> {
    const signature = sign('sha256', content, this.signingKey);
    return Promise.resolve({ form: 'pkcs1', signature, certificate: this.signingCertificate });
  }

  decrypt(envelopedData: Uint8Array): Promise<Uint8Array> {
    return decryptWith(envelopedData, this.encryptionCertificate, this.encryptionKey);
  }
}

/** Decrypts as a card with this encryption certificate (DER) and key does. Rejects with the {@link OperatorError} `card-not-opened`. */
export async function decryptWith(
  envelopedData: Uint8Array,
  certificate: Uint8Array,
  key: KeyObject,
): Promise<Uint8Array> {
  const opened = await openEnvelopeWithKey(envelopedData, certificate, key);
  if (!opened.ok) throw new OperatorError('card-not-opened');
  return opened.value;
}
