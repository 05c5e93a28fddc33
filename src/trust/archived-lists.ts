import type { RevocationReference } from '../core/revocation/index.js';
import type { Certificate } from '../core/x509/index.js';
import type { RevocationArchive } from './ports.js';
import type { ListReader, RevocationList } from './revocation-list.js';

/** Bytes of archived lists kept ready unless said otherwise: a fortnight of MOICA's. */
export const defaultReadyBytes = 384 * 1024 * 1024;

interface ReadyList {
  readonly list: Promise<RevocationList | undefined>;
  /** 0 until it is loaded. */
  bytes: number;
}

/**
 * Revocation lists out of the archive, verified again when loaded, and kept ready up to a number of bytes, the least used
 * forgotten first. Many records rest on few lists, so who checks many goes by the day they were signed.
 */
export class ArchivedLists {
  /** By SHA-256 in hex, the last used last. */
  private readonly ready = new Map<string, ReadyList>();

  constructor(
    private readonly archive: RevocationArchive,
    private readonly reader: ListReader,
    private readonly authorities: readonly Certificate[],
    private readonly readyBytes: number = defaultReadyBytes,
  ) {}

  /** The lists referred to, or undefined if any is missing, damaged or not an authority's: then nothing is to be judged. */
  async load(references: readonly RevocationReference[]): Promise<readonly RevocationList[] | undefined> {
    const digests = references.flatMap(({ kind, sha256 }) => (kind === 'crl' ? [sha256] : []));
    const lists = await Promise.all(digests.map((sha256) => this.list(sha256)));
    const found = lists.filter((list) => list !== undefined);
    return found.length === lists.length ? found : undefined;
  }

  private async list(sha256: Uint8Array): Promise<RevocationList | undefined> {
    const name = Buffer.from(sha256).toString('hex');
    const entry = this.ready.get(name) ?? { list: this.read(sha256), bytes: 0 };
    this.ready.delete(name);
    this.ready.set(name, entry);
    const list = await entry.list;
    entry.bytes = list?.index.byteLength ?? 0;
    // What is missing now may have been restored from a backup by the next time.
    if (list === undefined) this.ready.delete(name);
    this.forgetLeastUsed();
    return list;
  }

  private async read(sha256: Uint8Array): Promise<RevocationList | undefined> {
    try {
      const bytes = await this.archive.get(sha256);
      const list = bytes && (await this.reader.read(bytes, this.authorities));
      return list?.ok === true ? list.value : undefined;
    } catch {
      // An archive that can't be read for the moment is data we don't have: the caller says so, and may try again.
      return undefined;
    }
  }

  private forgetLeastUsed(): void {
    let excess = [...this.ready.values()].reduce((sum, { bytes }) => sum + bytes, -this.readyBytes);
    for (const [name, { bytes }] of this.ready) {
      if (excess <= 0) return;
      this.ready.delete(name);
      excess -= bytes;
    }
  }
}
