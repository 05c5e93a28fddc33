import { randomBytes } from 'node:crypto';
import { BoundedMap } from '../../core/bounded-map.js';
import type { KeyFolder } from '../keys/key-folder.js';
import type { Pkcs11Token } from './pkcs11-token.js';

/** Keys that are known at once. */
const maximumKeysHeld = 1000;

const destroyed = Buffer.from('destroyed\n');

/** What one kind of key in a token is made of. */
interface TokenKeyKind<Key> {
  /** The folder of the files, below that of the keys. */
  readonly folder: string;
  /** CKA_LABEL of new keys, before what they belong to. */
  readonly label: string;
  /** Makes a key in the token with this label and CKA_ID. */
  create(label: string, id: Uint8Array): void;
  /** The key with this CKA_ID; undefined where the token doesn't have it. */
  find(id: Uint8Array): Promise<Key | undefined>;
}

/**
 * Keys in a token that each belong to one thing, such as a case or a round: made once and destroyed for good. The folder has a file for
 * each with the CKA_ID of its key, which is no secret: its name appears once, so of processes that make a key at the same time one wins.
 */
export class DestroyableTokenKeys<Name extends string, Key extends object> {
  private readonly known = new BoundedMap<Name, Key>(maximumKeysHeld);

  constructor(
    private readonly token: Pick<Pkcs11Token, 'destroy'>,
    private readonly folder: KeyFolder,
    private readonly kind: TokenKeyKind<Key>,
  ) {}

  /** The key, made and durable if there was none. Rejects once it has been destroyed. */
  async make(name: Name): Promise<Key> {
    if ((await this.folder.read(this.destroyedMark(name))) !== undefined)
      throw new Error('this key has been destroyed');
    const existing = await this.folder.read(this.idFile(name));
    if (existing === undefined) await this.makeOnce(name);
    const key = await this.find(name);
    if (key === undefined) throw new Error('this key is not in the token');
    return key;
  }

  /** The key; undefined where it was never made, was destroyed or is lost. Looks it up once, as {@link DestroyableKeyFiles} does. */
  async find(name: Name): Promise<Key | undefined> {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const id = await this.folder.read(this.idFile(name));
    const key = id && (await this.kind.find(id));
    if (key !== undefined) this.known.set(name, key);
    return key;
  }

  /** Destroys the key for good. Calling it again is harmless. */
  async destroy(name: Name): Promise<void> {
    // The mark comes first, so that after a crash between the steps no new key is made.
    await this.folder.readOrCreate(this.destroyedMark(name), () => destroyed);
    this.known.delete(name);
    const id = await this.folder.read(this.idFile(name));
    if (id !== undefined) this.token.destroy(id);
    await this.folder.remove(this.idFile(name));
  }

  /** The key is in the token before its file names it. Whoever finds another's file destroys its own key. */
  private async makeOnce(name: Name): Promise<void> {
    const id = randomBytes(16);
    this.kind.create(`${this.kind.label}-${name}`, id);
    const kept = await this.folder.readOrCreate(this.idFile(name), () => id);
    if (!id.equals(kept)) this.token.destroy(id);
  }

  private idFile(name: Name): string {
    return `${this.kind.folder}/${name}.token-id`;
  }

  private destroyedMark(name: Name): string {
    return `${this.kind.folder}/${name}.destroyed`;
  }
}
