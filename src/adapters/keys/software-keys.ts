import { createPrivateKey, createPublicKey, type KeyObject, sign, X509Certificate } from 'node:crypto';
import { promisify } from 'node:util';
import type { CommissionDecryptionKey, CommissionKey } from '../../checking/index.js';
import { openSealedWith, recipientKey, type RecipientKey } from '../../core/cms/index.js';
import type { Signer } from '../../core/cms/signer-info.js';
import { parsePem } from '../../core/pem.js';
import type { CommissionRecipient } from '../../lead/index.js';

const signInPool = promisify(sign);

/**
 * A {@link Signer} over a private key in memory. RSA signs on the thread pool. P-256 signs directly, which is quicker.
 */
export class PrivateKeySigner implements Signer {
  readonly publicKey: Uint8Array;

  constructor(private readonly privateKey: KeyObject) {
    this.publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  }

  async sign(data: Uint8Array): Promise<Uint8Array> {
    if (this.privateKey.asymmetricKeyType === 'ec') return sign('sha256', data, this.privateKey);
    return signInPool('sha256', data, this.privateKey);
  }
}

/** The first certificate (DER) of a PEM file that holds certificates and nothing else. Throws for any other file. */
export function firstCertificate(pem: string): Uint8Array {
  const certificates = parsePem(pem, 'CERTIFICATE');
  const [first] = certificates.ok ? certificates.value : [];
  if (first === undefined)
    throw new Error('a file that should hold certificates in PEM does not, or not only');
  return first;
}

/** The commission's signing key and its certificate in memory, for development and small installations. */
export class SoftwareCommissionKey extends PrivateKeySigner implements CommissionKey {
  /**
   * Takes PEM: a private key, and a file of certificates that starts with that of the key. Throws when key and
   * certificate don't belong together. Also throws when the file of certificates contains anything else, because it is
   * published.
   */
  static fromPem(privateKey: string, certificates: string): SoftwareCommissionKey {
    const pair = certifiedKey(privateKey, certificates);
    return new SoftwareCommissionKey(pair.key, pair.certificate);
  }

  private constructor(
    privateKey: KeyObject,
    readonly certificate: Uint8Array,
  ) {
    super(privateKey);
  }
}

/** The commission's decryption key and its certificate in memory. */
export class SoftwareCommissionDecryptionKey implements CommissionDecryptionKey, CommissionRecipient {
  /** Takes PEM as {@link SoftwareCommissionKey.fromPem} does. */
  static fromPem(privateKey: string, certificates: string): SoftwareCommissionDecryptionKey {
    const pair = certifiedKey(privateKey, certificates);
    return new SoftwareCommissionDecryptionKey(pair.key, pair.certificate);
  }

  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  private readonly key: RecipientKey;

  private constructor(
    privateKey: KeyObject,
    readonly certificate: Uint8Array,
  ) {
    this.publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
    this.key = recipientKey(privateKey);
  }

  async decrypt(message: Uint8Array): Promise<Uint8Array | undefined> {
    const opened = await openSealedWith(message, this.certificate, this.key);
    return opened.ok ? opened.value : undefined;
  }
}

function certifiedKey(
  privateKey: string,
  certificates: string,
): { readonly key: KeyObject; readonly certificate: Uint8Array } {
  const key = createPrivateKey(privateKey);
  const certificate = firstCertificate(certificates);
  if (!new X509Certificate(certificate).checkPrivateKey(key))
    throw new Error('the commission’s key and certificate do not belong together');
  return { key, certificate };
}
