import { BoundedMap } from '../../bounded-map.js';
import { DerError, DerReader, parseDer } from '../../der/index.js';
import { equalOctets } from '../../octets.js';
import { octetKey } from '../../native-octets.js';
import { fail, type Result } from '../../result.js';
import { sha256 } from '../../sha256.js';
import { type AlgorithmPolicy, type Name } from '../../x509/index.js';
import { admitClaim, verifyAdmitted } from '../../x509/signature.js';
import type { CrlErrorCode } from '../errors.js';
import type { RevocationReference } from '../revocation.js';
import { type CertificateList, readCertificateList } from './certificate-list.js';
import { CrlEntry, isEntryFor } from './crl-entry.js';
import { type CrlExtensions, readCrlExtensionValues } from './crl-extensions.js';
import { EntryScanner, type ScannedEntries } from './entry-scanner.js';
import {
  expectedEntries,
  nextEntryWithSerial,
  type SerialChains,
  SerialChainsBuilder,
} from './serial-table.js';
import { uint32At } from './uint32-list.js';

/** Bytes a CRL may have by default: three times MOICA's largest. */
export const maximumCrlBytes = 64 * 1024 * 1024;

/** A {@link CrlIndex} as plain data over ArrayBuffers, which `postMessage` can move between threads. */
export interface CrlIndexTransfer {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: Uint8Array<ArrayBuffer>;
  readonly entries: ScannedEntries;
  readonly chains: SerialChains;
  /** Public keys (SubjectPublicKeyInfo, as `octetKey` writes it) that verify its signature. */
  readonly signers: ReadonlySet<string>;
}

/**
 * A CRL (RFC 5280 §5) with an exact index of its serial numbers. It takes the bytes themselves and about twelve octets for each
 * entry. It is immutable, and the bytes must not be changed while it is in use. Its signature is not verified here:
 * `checkRevocation` decides whether it may be used for a certificate.
 */
export class CrlIndex {
  /** Keys that did not sign it. Apart from those that did: these are few, and kept whatever others are tried. */
  private readonly strangers = new BoundedMap<string, true>(64);

  private constructor(
    private readonly bytes: Uint8Array,
    private readonly list: CertificateList,
    private readonly values: CrlExtensions,
    private readonly entries: ScannedEntries,
    private readonly chains: SerialChains,
    private readonly signers: Set<string>,
    private digest: Uint8Array<ArrayBuffer> | undefined,
  ) {}

  /**
   * Reads a DER CRL in one pass, every entry and extension strictly (RFC 5280 §5.1 to §5.3). Keeps the bytes without copying them.
   * Failures: `crl-malformed`, `crl-too-large` (more than `limit` bytes).
   */
  static read(bytes: Uint8Array, limit: number = maximumCrlBytes): Result<CrlIndex, CrlErrorCode> {
    const result = parseDer(bytes, limit, (reader) => CrlIndex.build(bytes, reader));
    if (result.ok) return result;
    return result.failure.code === 'der-too-large' ? fail('crl-too-large', { limit }) : fail('crl-malformed');
  }

  /** The index of {@link toTransfer}, in another thread. */
  static fromTransfer({ bytes, sha256, entries, chains, signers }: CrlIndexTransfer): CrlIndex {
    const list = readCertificateList(new DerReader(bytes));
    const values = readCrlExtensionValues(list.extensions);
    return new CrlIndex(bytes, list, values, entries, chains, new Set(signers), sha256);
  }

  private static build(bytes: Uint8Array, reader: DerReader): CrlIndex {
    const list = readCertificateList(reader);
    const values = readCrlExtensionValues(list.extensions);
    const { entries, chains } = readEntries(bytes, list.revokedCertificates);
    checkEntries(list, values, entries);
    return new CrlIndex(bytes, list, values, entries, chains, new Set(), undefined);
  }

  /** Who issued it. */
  get issuer(): Name {
    return this.list.issuer;
  }

  /** Milliseconds since the epoch. */
  get thisUpdate(): number {
    return this.list.thisUpdate;
  }

  /** Milliseconds since the epoch. Undefined where the CRL has none. */
  get nextUpdate(): number | undefined {
    return this.list.nextUpdate;
  }

  /** Its extensions, decoded (RFC 5280 §5.2). */
  get extensions(): CrlExtensions {
    return this.values;
  }

  /** An extension's value as encoded, to compare two CRLs. */
  extensionValue(type: string): Uint8Array | undefined {
    return this.list.extensions.get(type)?.value;
  }

  /** How many certificates it lists. */
  get entryCount(): number {
    return this.entries.offsets.length;
  }

  /** How many bytes it has. */
  get byteLength(): number {
    return this.bytes.length;
  }

  /** The CRL or an entry has a critical extension that we do not process, so it must not be used (RFC 5280 §5.2, §5.3). */
  get hasUnknownCriticalExtension(): boolean {
    return this.values.hasUnknownCriticalExtension || this.entries.hasUnknownCriticalExtension;
  }

  /** SHA-256 of its bytes, computed on demand. */
  get sha256(): Uint8Array<ArrayBuffer> {
    this.digest ??= new Uint8Array(sha256(this.bytes));
    return this.digest;
  }

  /** What a validation that relies on it records. */
  get reference(): RevocationReference {
    return { kind: 'crl', sha256: this.sha256, number: this.values.number?.toString() };
  }

  /**
   * The entry for the certificate with this serial number (content octets) that `certificateIssuer` issued, or undefined where
   * there is none. Of several entries in a delta CRL, one that revokes comes before one with removeFromCRL.
   */
  find(serialNumber: Uint8Array, certificateIssuer: Name): CrlEntry | undefined {
    let removed: CrlEntry | undefined;
    for (
      let number = this.next(serialNumber);
      number !== undefined;
      number = this.next(serialNumber, number)
    ) {
      if (!isEntryFor(this.bytes, this.entries, number, certificateIssuer, this.issuer)) continue;
      const entry = new CrlEntry(this.bytes, uint32At(this.entries.offsets, number));
      // RFC 5280 §5.3.1: removeFromCRL has a meaning in delta CRLs only.
      if (this.values.baseNumber === undefined || entry.reason !== 'removeFromCRL') return entry;
      removed = entry;
    }
    return removed;
  }

  private next(serialNumber: Uint8Array, after?: number): number | undefined {
    return nextEntryWithSerial(this.bytes, this.entries.offsets, this.chains, serialNumber, after);
  }

  /**
   * Whether this key (SubjectPublicKeyInfo, DER) signed it, with an algorithm that the policy allows and that is the same inside
   * and outside the signed bytes (RFC 5280 §5.1.1.2). Verified once for each key: it hashes the whole CRL.
   */
  isSignedBy(publicKey: Uint8Array, policy: AlgorithmPolicy): boolean {
    const { signatureAlgorithm: algorithm, tbsSignatureAlgorithm, tbs, signature } = this.list;
    if (!equalOctets(algorithm.der, tbsSignatureAlgorithm.der)) return false;
    const admitted = admitClaim({ publicKey, algorithm }, policy);
    if (!admitted.ok) return false;
    const label = octetKey(publicKey);
    if (this.signers.has(label) || this.strangers.get(label) === true) return this.signers.has(label);
    const signed = verifyAdmitted(admitted.value, { data: tbs, signature });
    if (signed) this.signers.add(label);
    else this.strangers.set(label, true);
    return signed;
  }

  /**
   * Takes the index apart for `postMessage(data, transferList)`. Its buffers move to the other thread, so this one must not be
   * used after that. Bytes that share their buffer with others are copied first.
   */
  toTransfer(): { readonly data: CrlIndexTransfer; readonly transferList: readonly ArrayBuffer[] } {
    const bytes = ownBuffer(this.bytes);
    const { entries, chains, signers, sha256 } = this;
    const arrays = [entries.offsets, entries.issuerEntries, entries.issuerStarts, entries.issuerEnds];
    const transferList = [bytes, sha256, chains.heads, chains.previous, ...arrays].map((view) => view.buffer);
    return { data: { bytes, sha256, entries, chains, signers }, transferList };
  }
}

const noEntries: Uint8Array = new Uint8Array();

function readEntries(
  bytes: Uint8Array,
  content: Uint8Array | undefined,
): { readonly entries: ScannedEntries; readonly chains: SerialChains } {
  const expected = expectedEntries((content ?? noEntries).length);
  const builder = new SerialChainsBuilder(bytes, expected);
  const scanner = new EntryScanner(bytes, expected, (start, end) => {
    builder.add(start, end);
  });
  const start = content === undefined ? 0 : content.byteOffset - bytes.byteOffset;
  const entries = content === undefined ? scanner.none() : scanner.scan(start, start + content.length);
  return { entries, chains: builder.build() };
}

/** Rules of RFC 5280 for the CRL and its entries together. Throws DerError. */
function checkEntries(list: CertificateList, values: CrlExtensions, entries: ScannedEntries): void {
  if (list.version === 1 && entries.hasEntryExtensions) throw new DerError('entry extensions before v2');
  // RFC 5280 §5.3.3: only an indirect CRL has entries for certificates of other issuers.
  if (entries.issuerEntries.length > 0 && values.issuingDistributionPoint?.indirectCrl !== true) {
    throw new DerError('certificate issuer in a direct CRL');
  }
}

function ownBuffer(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes;
  return buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength
    ? new Uint8Array(buffer)
    : new Uint8Array(bytes);
}
