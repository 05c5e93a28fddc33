import { BoundedMap } from '../core/bounded-map.js';
import { equalOctets, hex } from '../core/octets.js';
import { type OcspResponse, parseOcspResponse, type RevocationReference } from '../core/revocation/index.js';
import type { Certificate } from '../core/x509/index.js';
import type { RevocationArchive } from './ports.js';
import type { ListReader, RevocationList } from './revocation-list.js';
import type { RevocationData } from './validate-certificate.js';

/** Bytes of archived lists that are kept in memory by default: two weeks of MOICA's. */
const defaultReadyBytes = 384 * 1024 * 1024;

interface ReadyList {
  readonly list: Promise<RevocationList | undefined>;
  /** 0 until it is loaded. */
  readonly bytes: number;
}

/**
 * Revocation data of the past. Lists are in the archive; OCSP responses are kept with what rests on them. Lists are verified again when they are loaded, and kept in memory up to a number of bytes. The
 * least recently used are dropped first. Many records use the same few lists, so it is best to check records in order of their day.
 */
export class ArchivedRevocationData {
  /** By SHA-256 in hex, the last used last. */
  private readonly ready: BoundedMap<string, ReadyList>;

  constructor(
    private readonly archive: Pick<RevocationArchive, 'get'>,
    private readonly reader: ListReader,
    private readonly authorities: readonly Certificate[],
    readyBytes: number = defaultReadyBytes,
  ) {
    this.ready = new BoundedMap(readyBytes, ({ bytes }) => bytes);
  }

  /**
   * The data that the references name: lists from the archive, OCSP responses (DER) among those given. Undefined where any is missing,
   * damaged, or not an authority's list: then nothing can be validated.
   */
  async load(
    references: readonly RevocationReference[],
    ocspResponses: readonly Uint8Array[],
  ): Promise<RevocationData | undefined> {
    const given = ocspResponses.flatMap((bytes) => readResponse(bytes));
    const digests = (kind: RevocationReference['kind']): Uint8Array[] =>
      references.filter((reference) => reference.kind === kind).map(({ sha256 }) => sha256);
    const ocsp = everyOne(
      digests('ocsp').map((sha256) => given.find(({ reference }) => equalOctets(reference.sha256, sha256))),
    );
    const lists = everyOne(await Promise.all(digests('crl').map((sha256) => this.list(sha256))));
    return lists && ocsp && { lists, ocsp };
  }

  private async list(sha256: Uint8Array): Promise<RevocationList | undefined> {
    const name = hex(sha256);
    const entry = this.ready.get(name) ?? { list: this.read(sha256), bytes: 0 };
    // Set again with each use, so that the least used is the oldest.
    this.ready.set(name, entry);
    const list = await entry.list;
    // A missing list may be restored from a backup before the next call.
    if (list === undefined) this.ready.delete(name);
    else this.ready.set(name, { list: entry.list, bytes: list.index.byteLength });
    return list;
  }

  private async read(sha256: Uint8Array): Promise<RevocationList | undefined> {
    const bytes = await this.bytes(sha256);
    const list = bytes && (await this.reader.read(bytes, this.authorities));
    return list?.ok === true ? list.value : undefined;
  }

  private async bytes(sha256: Uint8Array): Promise<Uint8Array | undefined> {
    try {
      return await this.archive.get(sha256);
    } catch {
      // An archive that can't be read counts as missing data. The caller may try again.
      return undefined;
    }
  }
}

function readResponse(bytes: Uint8Array): readonly OcspResponse[] {
  const response = parseOcspResponse(bytes);
  return response.ok ? [response.value] : [];
}

function everyOne<Item>(items: readonly (Item | undefined)[]): Item[] | undefined {
  const found = items.filter((item) => item !== undefined);
  return found.length === items.length ? found : undefined;
}
