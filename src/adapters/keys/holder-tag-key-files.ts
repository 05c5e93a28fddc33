import { randomBytes } from 'node:crypto';
import { BoundedMap } from '../../core/bounded-map.js';
import { type HolderTagKey, holderTagKeyOf } from '../../core/holder.js';
import type { CaseNumber } from '../../core/identifiers.js';
import type { HolderTagKeys } from '../../cosigning/ports.js';
import type { KeyFolder } from './key-folder.js';

/** Cases whose keys are held in memory at once. */
const maximumKeysHeld = 1000;

const destroyed = Buffer.from('destroyed\n');

/** The holder-tag keys, a file for each case. A key is made when a case's first round opens, and at no other time. */
export class HolderTagKeyFiles implements HolderTagKeys {
  private readonly known = new BoundedMap<CaseNumber, HolderTagKey>(maximumKeysHeld);

  constructor(private readonly folder: KeyFolder) {}

  async make(caseNumber: CaseNumber): Promise<HolderTagKey> {
    if ((await this.folder.read(destroyedMark(caseNumber))) !== undefined) {
      throw new Error('the holder-tag key of this case has been destroyed');
    }
    return holderTagKeyOf(await this.folder.readOrCreate(keyFile(caseNumber), () => randomBytes(32)));
  }

  /**
   * Reads the file once, because every co-signature needs the key. Another process destroys a key only after the case
   * is closed, so the copy in memory does no harm.
   */
  async find(caseNumber: CaseNumber): Promise<HolderTagKey | undefined> {
    const known = this.known.get(caseNumber);
    if (known !== undefined) return known;
    const octets = await this.folder.read(keyFile(caseNumber));
    const key = octets && holderTagKeyOf(octets);
    if (key !== undefined) this.known.set(caseNumber, key);
    return key;
  }

  async destroy(caseNumber: CaseNumber): Promise<void> {
    // The mark comes first, so that after a crash between the two no new key is made.
    await this.folder.readOrCreate(destroyedMark(caseNumber), () => destroyed);
    this.known.delete(caseNumber);
    await this.folder.remove(keyFile(caseNumber));
  }
}

const keyFile = (caseNumber: CaseNumber): string => `holder-tags/${caseNumber}.key`;
const destroyedMark = (caseNumber: CaseNumber): string => `holder-tags/${caseNumber}.destroyed`;
