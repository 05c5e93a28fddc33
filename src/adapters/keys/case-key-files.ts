import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import type { CommissionRoundKey, CommissionRoundKeys } from '../../cases/index.js';
import { type LeadRecord, type OpeningKey, openEvidence, openingKey } from '../../core/cms/index.js';
import { type HolderTagKey, holderTagKeyOf } from '../../core/holder.js';
import type { CaseNumber, RoundId } from '../../core/identifiers.js';
import type { HolderTagKeys } from '../../cosigning/ports.js';
import { DestroyableKeyFiles } from './destroyable-key-files.js';
import type { KeyFolder } from './key-folder.js';

/** The holder-tag keys: `holder-tags/<case number>.key`, 32 bytes. A key is made when a case's first round opens, and at no other time. */
export class HolderTagKeyFiles
  extends DestroyableKeyFiles<CaseNumber, HolderTagKey>
  implements HolderTagKeys
{
  constructor(folder: KeyFolder) {
    super(folder, {
      folder: 'holder-tags',
      create: () => randomBytes(32),
      read: holderTagKeyOf,
    });
  }
}

/** The commission's round keys: `commission-rounds/<round>.key`, PKCS #8, PEM. A key is made when the lead asks what to sign. */
export class CommissionRoundKeyFiles
  extends DestroyableKeyFiles<RoundId, CommissionRoundKey>
  implements CommissionRoundKeys
{
  constructor(folder: KeyFolder) {
    super(folder, {
      folder: 'commission-rounds',
      create: newRoundKey,
      read: (content) => SoftwareCommissionRoundKey.fromPem(content),
    });
  }
}

function newRoundKey(): Uint8Array {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return Buffer.from(privateKey.export({ type: 'pkcs8', format: 'pem' }));
}

/** A round key of the commission in memory. */
export class SoftwareCommissionRoundKey implements CommissionRoundKey {
  /** Takes PEM. Throws for anything but a private key on P-256. */
  static fromPem(pem: Uint8Array): SoftwareCommissionRoundKey {
    return new SoftwareCommissionRoundKey(createPrivateKey(Buffer.from(pem)));
  }

  readonly publicKey: Uint8Array;
  private readonly opening: OpeningKey;

  constructor(readonly inMemory: KeyObject) {
    const opening = openingKey(inMemory);
    if (opening === undefined) throw new Error('a round key of the commission that is not on P-256');
    this.opening = opening;
    this.publicKey = createPublicKey(inMemory).export({ type: 'spki', format: 'der' });
  }

  openEvidence(record: LeadRecord): Uint8Array | undefined {
    const evidence = openEvidence(record, this.opening);
    return evidence.ok ? evidence.value : undefined;
  }
}
