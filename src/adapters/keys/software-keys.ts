import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
  X509Certificate,
} from 'node:crypto';
import { promisify } from 'node:util';
import type { CommissionKey as CheckingKey } from '../../checking/index.js';
import { BoundedMap } from '../../core/bounded-map.js';
import { openEnvelopeWithKey, openSealed } from '../../core/cms/index.js';
import type { CertifiedSigner, Signer } from '../../core/cms/signer-info.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { parsePem } from '../../core/pem.js';
import { type Receipt, type ReceiptKey, receiptKey, signReceipt } from '../../core/receipt.js';
import type { HolderTagKeys, ReceiptIssuer } from '../../cosigning/ports.js';
import type { CommissionRecipient as LeadKey } from '../../lead/index.js';
import { KeyFolder } from './key-folder.js';

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
function firstCertificate(pem: string): Uint8Array {
  const certificates = parsePem(pem, 'CERTIFICATE');
  const [first] = certificates.ok ? certificates.value : [];
  if (first === undefined)
    throw new Error('a file that should hold certificates in PEM does not, or not only');
  return first;
}

/** The commission's key and certificate in memory, for development and small installations. */
class SoftwareCommissionKey extends CertifiedPrivateKeySigner implements CheckingKey, LeadKey {
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
class SoftwareReceiptIssuer implements ReceiptIssuer {
  /** Throws for a key that is not P-256. */
  static async over(privateKey: KeyObject): Promise<SoftwareReceiptIssuer> {
    return new SoftwareReceiptIssuer(await receiptKey(privateKey));
  }

  private constructor(private readonly key: ReceiptKey) {}

  issue(receipt: Receipt): Promise<string> {
    return signReceipt(receipt, this.key);
  }
}

/** Cases whose keys are held in memory at once. */
const maximumKeysHeld = 1000;

const destroyed = Buffer.from('destroyed\n');

/**
 * The platform's keys as files in a folder: for development and small installations. An adapter for PKCS #11 would
 * implement the same ports.
 */
export class SoftwareKeystore implements HolderTagKeys {
  private readonly folder: KeyFolder;
  private readonly holderTagKeys = new BoundedMap<CaseNumber, Uint8Array>(maximumKeysHeld);

  /** `folder` is made together with the first key, readable only by its owner. */
  constructor(folder: string) {
    this.folder = new KeyFolder(folder);
  }

  /** The P-256 key that countersigns evidence. It is made on first use. */
  async intakeSigner(): Promise<Signer> {
    return new PrivateKeySigner(await this.privateKey(intakeFile));
  }

  /** The same key, for receipts. */
  async receiptIssuer(): Promise<ReceiptIssuer> {
    return SoftwareReceiptIssuer.over(await this.privateKey(intakeFile));
  }

  /** A 256-bit secret by name (`challenge`, `opening-probe` …). It is made on first use. */
  async secret(name: string): Promise<Uint8Array> {
    return this.folder.readOrCreate(`${name}.secret`, () => randomBytes(32));
  }

  /**
   * The commission's key from `commission.key.pem` and `commission.pem` (its certificate first, then those above it).
   * Undefined when not installed.
   */
  async commission(): Promise<
    { readonly key: SoftwareCommissionKey; readonly certificatesPem: string } | undefined
  > {
    const [key, certificates] = await Promise.all([
      this.text('commission.key.pem'),
      this.text('commission.pem'),
    ]);
    if (key === undefined || certificates === undefined) return undefined;
    return { key: SoftwareCommissionKey.fromPem(key, certificates), certificatesPem: certificates };
  }

  /** The certificate of the Ministry of the Interior, DER, from `moi.pem`. Undefined when not installed. */
  async ministryCertificate(): Promise<Uint8Array | undefined> {
    const pem = await this.text('moi.pem');
    return pem === undefined ? undefined : firstCertificate(pem);
  }

  /**
   * Reads the file once, because every co-signature needs the key. Another process destroys a key only after the case
   * is closed, so the copy in memory does no harm.
   */
  async keyOf(caseNumber: CaseNumber): Promise<Uint8Array> {
    const known = this.holderTagKeys.get(caseNumber);
    if (known !== undefined) return known;
    const key = await this.readHolderTagKey(caseNumber);
    this.holderTagKeys.set(caseNumber, key);
    return key;
  }

  private async readHolderTagKey(caseNumber: CaseNumber): Promise<Uint8Array> {
    if ((await this.folder.read(destroyedMark(caseNumber))) !== undefined) {
      throw new Error('the holder-tag key of this case has been destroyed');
    }
    return this.folder.readOrCreate(holderTagFile(caseNumber), () => randomBytes(32));
  }

  async destroy(caseNumber: CaseNumber): Promise<void> {
    // The mark comes first, so that after a crash between the two no new key is made.
    await this.folder.readOrCreate(destroyedMark(caseNumber), () => destroyed);
    this.holderTagKeys.delete(caseNumber);
    await this.folder.remove(holderTagFile(caseNumber));
  }

  private async text(name: string): Promise<string | undefined> {
    const bytes = await this.folder.read(name);
    return bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8');
  }

  private async privateKey(name: string): Promise<KeyObject> {
    const pem = await this.folder.readOrCreate(name, () => {
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      return Buffer.from(privateKey.export({ type: 'pkcs8', format: 'pem' }));
    });
    return createPrivateKey(Buffer.from(pem));
  }
}

const intakeFile = 'intake.pem';
const holderTagFile = (caseNumber: CaseNumber): string => `holder-tags/${caseNumber}.key`;
const destroyedMark = (caseNumber: CaseNumber): string => `holder-tags/${caseNumber}.destroyed`;
