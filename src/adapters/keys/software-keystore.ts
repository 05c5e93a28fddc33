import {
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  X509Certificate,
} from 'node:crypto';
import type { CaseNumber } from '../../core/identifiers.js';
import type { Signer } from '../../core/cms/signer.js';
import type { HolderTagKeys } from '../../cosigning/ports.js';
import { KeyFolder } from './key-folder.js';
import { CertifiedPrivateKeySigner, PrivateKeySigner } from './private-key-signer.js';

const destroyed = Buffer.from('destroyed\n');

/**
 * The platform's keys as files in a folder: for development and small installations. PKCS #11 takes its place by
 * implementing the same ports.
 */
export class SoftwareKeystore implements HolderTagKeys {
  private readonly folder: KeyFolder;

  /** `folder` is made, readable by its owner alone, when the first key is. */
  constructor(folder: string) {
    this.folder = new KeyFolder(folder);
  }

  /** The P-256 key that countersigns evidence and signs receipts; made on first use. */
  async intakeSigner(): Promise<Signer> {
    return new PrivateKeySigner(await this.privateKey('intake.pem'));
  }

  /** A 256-bit secret by name (`challenge`, `opening-probe` …); made on first use. */
  async secret(name: string): Promise<Uint8Array> {
    return this.folder.readOrCreate(`${name}.secret`, () => randomBytes(32));
  }

  /** The commission's key and certificate from `commission.key.pem` and `commission.pem`; undefined when not installed. */
  async commission(): Promise<
    { readonly privateKey: KeyObject; readonly signer: CertifiedPrivateKeySigner } | undefined
  > {
    const [key, certificate] = await Promise.all([
      this.folder.read('commission.key.pem'),
      this.folder.read('commission.pem'),
    ]);
    if (key === undefined || certificate === undefined) return undefined;
    const privateKey = createPrivateKey(Buffer.from(key));
    return {
      privateKey,
      signer: new CertifiedPrivateKeySigner(privateKey, new X509Certificate(certificate).raw),
    };
  }

  async keyOf(caseNumber: CaseNumber): Promise<Uint8Array> {
    if ((await this.folder.read(destroyedMark(caseNumber))) !== undefined) {
      throw new Error('the holder-tag key of this case has been destroyed');
    }
    return this.folder.readOrCreate(holderTagFile(caseNumber), () => randomBytes(32));
  }

  async destroy(caseNumber: CaseNumber): Promise<void> {
    // The mark comes first: a crash between the two must not let a new key be made.
    await this.folder.readOrCreate(destroyedMark(caseNumber), () => destroyed);
    await this.folder.remove(holderTagFile(caseNumber));
  }

  private async privateKey(name: string): Promise<KeyObject> {
    const pem = await this.folder.readOrCreate(name, () => {
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      return Buffer.from(privateKey.export({ type: 'pkcs8', format: 'pem' }));
    });
    return createPrivateKey(Buffer.from(pem));
  }
}

const holderTagFile = (caseNumber: CaseNumber): string => `holder-tags/${caseNumber}.key`;
const destroyedMark = (caseNumber: CaseNumber): string => `holder-tags/${caseNumber}.destroyed`;
