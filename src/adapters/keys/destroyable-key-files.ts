import { BoundedMap } from '../../core/bounded-map.js';
import type { KeyFolder } from './key-folder.js';

/** Keys that are held in memory at once. */
const maximumKeysHeld = 1000;

const destroyed = Buffer.from('destroyed\n');

/** What one kind of key is made of. */
interface KeyKind<Key> {
  /** The folder of the files, below that of the keys. */
  readonly folder: string;
  /** The content of a new file. */
  create(): Uint8Array;
  /** The key in a file. */
  read(content: Uint8Array): Key;
}

/** Keys that each belong to one thing, such as a case or a round: a file for each, made once and destroyed for good. */
export class DestroyableKeyFiles<Name extends string, Key extends object> {
  private readonly known = new BoundedMap<Name, Key>(maximumKeysHeld);

  constructor(
    private readonly folder: KeyFolder,
    private readonly kind: KeyKind<Key>,
  ) {}

  /** The key, made and durable if there was none. Rejects once it has been destroyed. */
  async make(name: Name): Promise<Key> {
    if ((await this.folder.read(this.destroyedMark(name))) !== undefined)
      throw new Error('this key has been destroyed');
    return this.kind.read(await this.folder.readOrCreate(this.file(name), () => this.kind.create()));
  }

  /**
   * The key; undefined where it was never made, was destroyed or is lost. Reads the file once, because every co-signature needs the
   * key. Another process destroys a key only after the case is closed, so nothing is done any more with the copy in memory.
   */
  async find(name: Name): Promise<Key | undefined> {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const content = await this.folder.read(this.file(name));
    if (content === undefined) return undefined;
    const key = this.kind.read(content);
    this.known.set(name, key);
    return key;
  }

  /** Destroys the key for good. Calling it again is harmless. */
  async destroy(name: Name): Promise<void> {
    // The mark comes first, so that after a crash between the two no new key is made.
    await this.folder.readOrCreate(this.destroyedMark(name), () => destroyed);
    this.known.delete(name);
    await this.folder.remove(this.file(name));
  }

  private file(name: Name): string {
    return `${this.kind.folder}/${name}.key`;
  }

  private destroyedMark(name: Name): string {
    return `${this.kind.folder}/${name}.destroyed`;
  }
}
