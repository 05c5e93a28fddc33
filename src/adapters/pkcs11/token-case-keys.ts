import type { CommissionRoundKey, CommissionRoundKeys } from '../../cases/index.js';
import { type LeadRecord, openEvidence, type OpeningKey } from '../../core/cms/index.js';
import { type HolderTagKey, holderTagKeyWith } from '../../core/holder.js';
import type { CaseNumber, RoundId } from '../../core/identifiers.js';
import { subjectKeyIdentifier } from '../../core/x509/key-identifier.js';
import type { HolderTagKeys } from '../../cosigning/ports.js';
import { CommissionRoundKeyFiles } from '../keys/case-key-files.js';
import type { KeyFolder } from '../keys/key-folder.js';
import { DestroyableTokenKeys } from './destroyable-token-keys.js';
import type { Pkcs11Token, TokenKeyPair } from './pkcs11-token.js';

/** The holder-tag keys in a token, and `holder-tags/<case number>.token-id`. */
export class TokenHolderTagKeys
  extends DestroyableTokenKeys<CaseNumber, HolderTagKey>
  implements HolderTagKeys
{
  constructor(token: Pkcs11Token, folder: KeyFolder) {
    super(token, folder, {
      folder: 'holder-tags',
      label: 'lianshu-holder-tag',
      create: (label, id) => token.makeHmacKey(label, id),
      find: async (id) => {
        const key = token.findHmacKey(id);
        return key && holderTagKeyWith((data) => Promise.resolve(token.hmac(key, data)));
      },
    });
  }
}

/**
 * The commission's round keys in a token, and `commission-rounds/<round>.token-id`. A round whose key was made in a file, before there was
 * a token, keeps it there until it is destroyed.
 */
export class TokenCommissionRoundKeys implements CommissionRoundKeys {
  private readonly inToken: DestroyableTokenKeys<RoundId, CommissionRoundKey>;
  private readonly inFiles: CommissionRoundKeyFiles;

  constructor(token: Pkcs11Token, folder: KeyFolder) {
    this.inFiles = new CommissionRoundKeyFiles(folder);
    this.inToken = new DestroyableTokenKeys<RoundId, CommissionRoundKey>(token, folder, {
      folder: 'commission-rounds',
      label: 'lianshu-commission-round',
      create: (label, id) => token.makeKeyPair(label, id, 'agree'),
      find: (id) => {
        const pair = token.findKeyPairById(id);
        return Promise.resolve(pair && new TokenCommissionRoundKey(token, pair));
      },
    });
  }

  async make(round: RoundId): Promise<CommissionRoundKey> {
    return (await this.inFiles.find(round)) ?? this.inToken.make(round);
  }

  async find(round: RoundId): Promise<CommissionRoundKey | undefined> {
    return (await this.inToken.find(round)) ?? this.inFiles.find(round);
  }

  async destroy(round: RoundId): Promise<void> {
    await this.inToken.destroy(round);
    await this.inFiles.destroy(round);
  }
}

/** A round key of the commission in a token: what it opens, it opens by ECDH there. */
class TokenCommissionRoundKey implements CommissionRoundKey {
  readonly publicKey: Uint8Array;
  readonly inMemory = undefined;
  private readonly opening: OpeningKey;

  constructor(token: Pkcs11Token, { privateKey, publicKey }: TokenKeyPair) {
    this.publicKey = publicKey;
    this.opening = {
      keyIdentifier: subjectKeyIdentifier(publicKey),
      agree: (point) => token.agree(privateKey, point),
    };
  }

  /** A token that is away throws: no record is struck out for that. */
  openEvidence(record: LeadRecord): Uint8Array | undefined {
    const evidence = openEvidence(record, this.opening);
    return evidence.ok ? evidence.value : undefined;
  }
}
