import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { BoundedMap } from '../../core/bounded-map.js';
import type { Signer } from '../../core/cms/signer-info.js';
import type { CaseNumber } from '../../core/identifiers.js';
import type { HolderTagKeys, ReceiptIssuer } from '../../cosigning/ports.js';
import { KeyFolder } from './key-folder.js';
import {
  firstCertificate,
  PrivateKeySigner,
  SoftwareCommissionKey,
  SoftwareReceiptIssuer,
} from './software-keys.js';

/** Cases whose keys are held in memory at once. */
const maximumKeysHeld = 1000;

const destroyed = Buffer.from('destroyed\n');

/**
 * The platform's keys as files in a folder: for development and small installations. PKCS #11 takes its place by
 * implementing the same ports.
 */
export class SoftwareKeystore implements HolderTagKeys {
  private readonly folder: KeyFolder;
  private readonly holderTagKeys = new BoundedMap<CaseNumber, Uint8Array>(maximumKeysHeld);

  /** `folder` is made, readable by its owner alone, when the first key is. */
  constructor(folder: string) {
    this.folder = new KeyFolder(folder);
  }

  /** The P-256 key that countersigns evidence; made on first use. */
  async intakeSigner(): Promise<Signer> {
    return new PrivateKeySigner(await this.privateKey(intakeFile));
  }

  /** The same key, for receipts. */
  async receiptIssuer(): Promise<ReceiptIssuer> {
    return SoftwareReceiptIssuer.over(await this.privateKey(intakeFile));
  }

  /** A 256-bit secret by name (`challenge`, `opening-probe` …); made on first use. */
  async secret(name: string): Promise<Uint8Array> {
    return this.folder.readOrCreate(`${name}.secret`, () => randomBytes(32));
  }

  /**
   * The commission's key from `commission.key.pem` and `commission.pem` (its certificate first, those above it after);
   * undefined when not installed.
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

  /** The certificate of the Ministry of the Interior, DER, from `moi.pem`; undefined when not installed. */
  async ministryCertificate(): Promise<Uint8Array | undefined> {
    const pem = await this.text('moi.pem');
    return pem === undefined ? undefined : firstCertificate(pem);
  }

  /** Read once: every co-signature asks for it. Another process that destroys it does so when the case is closed. */
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
    // The mark comes first: a crash between the two must not let a new key be made.
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
