import { createPrivateKey, createPublicKey, type KeyObject, sign, X509Certificate } from 'node:crypto';
import { promisify } from 'node:util';
import type { CommissionKey as CheckingKey } from '../../checking/index.js';
import { openEnvelopeWithKey, openSealed } from '../../core/cms/index.js';
import type { CertifiedSigner, Signer } from '../../core/cms/signer-info.js';
import { parsePem } from '../../core/pem.js';
import { type Receipt, type ReceiptKey, receiptKey, signReceipt } from '../../core/receipt.js';
import type { ReceiptIssuer } from '../../cosigning/ports.js';
import type { CommissionRecipient as LeadKey } from '../../lead/index.js';

const signInPool = promisify(sign);

/**
 * A {@link Signer} over a private key in memory. RSA signs on the thread pool. P-256 signs directly, which is quicker.
 */
export class PrivateKeySigner implements Signer {
  readonly publicKey: Uint8Array;

  constructor(protected readonly privateKey: KeyObject) {
    this.publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  }

  async sign(data: Uint8Array): Promise<Uint8Array> {
    if (this.privateKey.asymmetricKeyType === 'ec') return sign('sha256', data, this.privateKey);
    return signInPool('sha256', data, this.privateKey);
  }
}

/** A {@link PrivateKeySigner} with the certificate of its key. */
class CertifiedPrivateKeySigner extends PrivateKeySigner implements CertifiedSigner {
  constructor(
    privateKey: KeyObject,
    readonly certificate: Uint8Array,
  ) {
    super(privateKey);
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

/** The commission's key and certificate in memory, for development and small installations. */
export class SoftwareCommissionKey extends CertifiedPrivateKeySigner implements CheckingKey, LeadKey {
  /**
   * Takes PEM: a private key, and a file of certificates that starts with that of the key. Throws when key and
   * certificate don't belong together. Also throws when the file of certificates contains anything else, because it is
   * published.
   */
  static fromPem(privateKey: string, certificates: string): SoftwareCommissionKey {
    const key = createPrivateKey(privateKey);
    const certificate = firstCertificate(certificates);
    if (!new X509Certificate(certificate).checkPrivateKey(key))
      throw new Error('the commission’s key and certificate do not belong together');
    return new SoftwareCommissionKey(key, certificate);
  }

  private constructor(privateKey: KeyObject, certificate: Uint8Array) {
    super(privateKey, certificate);
  }

  async decrypt(message: Uint8Array): Promise<Uint8Array | undefined> {
    const sealed = openSealed(message, this.certificate, this.privateKey);
    if (sealed.ok) return sealed.value;
    const enveloped = await openEnvelopeWithKey(message, this.certificate, this.privateKey);
    return enveloped.ok ? enveloped.value : undefined;
  }
}

/** Signs receipts with a P-256 key in memory, imported once. */
export class SoftwareReceiptIssuer implements ReceiptIssuer {
  /** Throws for a key that is not P-256. */
  static async over(privateKey: KeyObject): Promise<SoftwareReceiptIssuer> {
    return new SoftwareReceiptIssuer(await receiptKey(privateKey));
  }

  private constructor(private readonly key: ReceiptKey) {}

  issue(receipt: Receipt): Promise<string> {
    return signReceipt(receipt, this.key);
  }
}
