import { createHash, randomBytes } from 'node:crypto';
import type { CommissionDecryptionKey, CommissionKey } from '../../checking/index.js';
import { BoundedMap } from '../../core/bounded-map.js';
import { openSealedWith, type RecipientKey, type Signer } from '../../core/cms/index.js';
import { der } from '../../core/der/index.js';
import { type HolderTagKey, holderTagKeyWith } from '../../core/holder.js';
import type { CaseNumber } from '../../core/identifiers.js';
import type { HolderTagKeys } from '../../cosigning/ports.js';
import type { CommissionRecipient } from '../../lead/index.js';
import type { KeyFolder } from '../keys/key-folder.js';
import type { Pkcs11Token, TokenKeyPair } from './pkcs11-token.js';

const sha256 = (data: Uint8Array): Uint8Array => createHash('sha256').update(data).digest();

/** A {@link Signer} whose P-256 key is in a token. */
export class TokenSigner implements Signer {
  readonly publicKey: Uint8Array;

  constructor(
    protected readonly token: Pkcs11Token,
    protected readonly pair: TokenKeyPair,
  ) {
    this.publicKey = pair.publicKey;
  }

  /** ECDSA-Sig-Value (RFC 3279 §2.2.3), DER. */
  async sign(data: Uint8Array): Promise<Uint8Array> {
    const raw = await this.signRaw(data);
    return der.sequence(der.unsignedInteger(raw.subarray(0, 32)), der.unsignedInteger(raw.subarray(32)));
  }

  /** r and s, 32 octets each, as ES256 has them (RFC 7518 §3.4). */
  signRaw(data: Uint8Array): Promise<Uint8Array> {
    return Promise.resolve(this.token.sign(this.pair.privateKey, sha256(data)));
  }
}

/** The commission's signing key in a token, with its certificate (DER). */
export class TokenCommissionKey extends TokenSigner implements CommissionKey {
  constructor(
    token: Pkcs11Token,
    pair: TokenKeyPair,
    readonly certificate: Uint8Array,
  ) {
    super(token, pair);
  }
}

/** The commission's decryption key in a token, with its certificate (DER). P-256 alone: ECDH is what it can do. */
export class TokenCommissionDecryptionKey implements CommissionDecryptionKey, CommissionRecipient {
  readonly publicKey: Uint8Array;
  private readonly key: RecipientKey;

  constructor(
    token: Pkcs11Token,
    { privateKey, publicKey }: TokenKeyPair,
    readonly certificate: Uint8Array,
  ) {
    this.publicKey = publicKey;
    this.key = {
      agree: (point) => Promise.resolve(token.agree(privateKey, point)),
      decryptOaep: () => Promise.resolve(undefined),
    };
  }

  async decrypt(message: Uint8Array): Promise<Uint8Array | undefined> {
    const opened = await openSealedWith(message, this.certificate, this.key);
    return opened.ok ? opened.value : undefined;
  }
}

/** Cases whose keys are known at once. */
const maximumKeysHeld = 1000;

const destroyed = Buffer.from('destroyed\n');

/**
 * The holder-tag keys in a token. The folder has a file for each case with the CKA_ID of its key, which is no secret: its name appears
 * once, so of processes that make a key at the same time one wins.
 */
export class TokenHolderTagKeys implements HolderTagKeys {
  private readonly known = new BoundedMap<CaseNumber, HolderTagKey>(maximumKeysHeld);

  constructor(
    private readonly token: Pkcs11Token,
    private readonly folder: KeyFolder,
  ) {}

  async make(caseNumber: CaseNumber): Promise<HolderTagKey> {
    if ((await this.folder.read(destroyedMark(caseNumber))) !== undefined)
      throw new Error('the holder-tag key of this case has been destroyed');
    const existing = await this.folder.read(idFile(caseNumber));
    if (existing === undefined) await this.makeOnce(caseNumber);
    const key = await this.find(caseNumber);
    if (key === undefined) throw new Error('the holder-tag key of this case is not in the token');
    return key;
  }

  /** Looks the key up once. Another process destroys it only after the case is closed. */
  async find(caseNumber: CaseNumber): Promise<HolderTagKey | undefined> {
    const known = this.known.get(caseNumber);
    if (known !== undefined) return known;
    const id = await this.folder.read(idFile(caseNumber));
    const handle = id && this.token.findHmacKey(id);
    if (handle === undefined) return undefined;
    const key = await holderTagKeyWith((data) => Promise.resolve(this.token.hmac(handle, data)));
    this.known.set(caseNumber, key);
    return key;
  }

  async destroy(caseNumber: CaseNumber): Promise<void> {
    // The mark comes first, so that after a crash between the steps no new key is made.
    await this.folder.readOrCreate(destroyedMark(caseNumber), () => destroyed);
    this.known.delete(caseNumber);
    const id = await this.folder.read(idFile(caseNumber));
    if (id !== undefined) this.token.destroyHmacKey(id);
    await this.folder.remove(idFile(caseNumber));
  }

  /** The key is in the token before its file names it. Whoever finds another's file destroys its own key. */
  private async makeOnce(caseNumber: CaseNumber): Promise<void> {
    const id = randomBytes(16);
    this.token.makeHmacKey(`lianshu-holder-tag-${caseNumber}`, id);
    const kept = await this.folder.readOrCreate(idFile(caseNumber), () => id);
    if (!id.equals(kept)) this.token.destroyHmacKey(id);
  }
}

const idFile = (caseNumber: CaseNumber): string => `holder-tags/${caseNumber}.token-id`;
const destroyedMark = (caseNumber: CaseNumber): string => `holder-tags/${caseNumber}.destroyed`;
