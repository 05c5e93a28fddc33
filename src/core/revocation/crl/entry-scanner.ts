import { decodeOid, DerError, DerReader, Tag } from '../../der/index.js';
import { octetAt } from '../../octets.js';
import { readGeneralNames } from '../../x509/index.js';
import { revocationReason } from '../revocation.js';
import { OctetCursor } from './octet-cursor.js';
import { Uint32List } from './uint32-list.js';

/** An entry with more extensions is refused. RFC 5280 §5.3 defines three. */
const maximumEntryExtensions = 16;

/** What one pass over `revokedCertificates` finds. Offsets are into the CRL's bytes. */
export interface ScannedEntries {
  /** Where each entry begins, in order. */
  readonly offsets: Uint32Array<ArrayBuffer>;
  /** The entries (by number, ascending) that have a certificateIssuer extension, and where its value begins and ends. */
  readonly issuerEntries: Uint32Array<ArrayBuffer>;
  readonly issuerStarts: Uint32Array<ArrayBuffer>;
  readonly issuerEnds: Uint32Array<ArrayBuffer>;
  readonly hasEntryExtensions: boolean;
  /** An entry has a critical extension that RFC 5280 §5.3 does not define, so the CRL must not be used. */
  readonly hasUnknownCriticalExtension: boolean;
}

/**
 * Reads every entry of `revokedCertificates` (RFC 5280 §5.1.2.6, §5.3) strictly, in one pass, without making an object for each entry.
 * `visit` gets the start and end of each serial number's content octets, in order.
 */
export class EntryScanner {
  private readonly cursor: OctetCursor;
  private readonly offsets: Uint32List;
  private readonly issuerEntries = new Uint32List(8);
  private readonly issuerStarts = new Uint32List(8);
  private readonly issuerEnds = new Uint32List(8);
  private hasEntryExtensions = false;
  private hasUnknownCriticalExtension = false;

  constructor(
    private readonly bytes: Uint8Array,
    expectedEntries: number,
    private readonly visit: (serialStart: number, serialEnd: number) => void,
  ) {
    this.cursor = new OctetCursor(bytes);
    this.offsets = new Uint32List(expectedEntries);
  }

  /** Reads the entries between these offsets. There must be at least one (RFC 5280 §5.1.2.6). Throws DerError. */
  scan(start: number, end: number): ScannedEntries {
    if (start === end) throw new DerError('empty list of revoked certificates');
    this.cursor.position = start;
    while (this.cursor.position < end) this.entry(end);
    return this.none();
  }

  /** The entries of a CRL without `revokedCertificates`. */
  none(): ScannedEntries {
    return {
      offsets: this.offsets.toArray(),
      issuerEntries: this.issuerEntries.toArray(),
      issuerStarts: this.issuerStarts.toArray(),
      issuerEnds: this.issuerEnds.toArray(),
      hasEntryExtensions: this.hasEntryExtensions,
      hasUnknownCriticalExtension: this.hasUnknownCriticalExtension,
    };
  }

  private entry(limit: number): void {
    const { cursor } = this;
    this.offsets.push(cursor.position);
    const end = cursor.open(Tag.sequence, limit);
    const serialEnd = cursor.open(Tag.integer, end);
    this.visit(cursor.position, serialEnd);
    cursor.endInteger(serialEnd);
    cursor.time(end);
    if (cursor.position < end) this.extensions(end);
    if (cursor.position !== end) throw new DerError('trailing bytes in entry');
  }

  private extensions(limit: number): void {
    this.hasEntryExtensions = true;
    const { cursor } = this;
    const end = cursor.open(Tag.sequence, limit);
    const first = cursor.position;
    let count = 0;
    do {
      if (++count > maximumEntryExtensions) throw new DerError('too many entry extensions');
      this.extension(first, end);
    } while (cursor.position < end);
  }

  private extension(first: number, limit: number): void {
    const { cursor } = this;
    const start = cursor.position;
    const end = cursor.open(Tag.sequence, limit);
    const type = cursor.position;
    const typeEnd = cursor.open(Tag.oid, end);
    const arc = this.extensionArc(cursor.position, typeEnd);
    this.refuseRepeated(first, start, type, typeEnd);
    cursor.position = typeEnd;
    const critical = this.critical(end);
    if (cursor.open(Tag.octetString, end) !== end) throw new DerError('trailing bytes in extension');
    if (!this.knownValue(arc, end)) this.hasUnknownCriticalExtension ||= critical;
    cursor.position = end;
  }

  /** n of an object identifier 2.5.29.n with n below 128, as RFC 5280 §5.3 uses. -1 for any other well-formed one. */
  private extensionArc(start: number, end: number): number {
    const { bytes } = this;
    const idCe = end - start === 3 && bytes[start] === 0x55 && bytes[start + 1] === 0x1d;
    const arc = bytes[end - 1];
    if (idCe && arc !== undefined && arc < 0x80) return arc;
    decodeOid(bytes.subarray(start, end));
    return -1;
  }

  private critical(limit: number): boolean {
    const { cursor, bytes } = this;
    if (cursor.position >= limit || bytes[cursor.position] !== Tag.boolean) return false;
    const end = cursor.open(Tag.boolean, limit);
    // FALSE is the default, which DER does not encode (X.690 §11.5).
    if (end - cursor.position !== 1 || bytes[cursor.position] !== 0xff) throw new DerError('bad boolean');
    cursor.position = end;
    return true;
  }

  /** Checks the value of an extension that RFC 5280 §5.3 defines. False if it is another extension. */
  private knownValue(arc: number, end: number): boolean {
    if (arc === EntryExtension.reasonCode) this.reason(end);
    else if (arc === EntryExtension.invalidityDate) this.invalidity(end);
    else if (arc === EntryExtension.certificateIssuer) this.issuer(end);
    else return false;
    return true;
  }

  private reason(end: number): void {
    const { cursor, bytes } = this;
    if (cursor.open(Tag.enumerated, end) !== end || end - cursor.position !== 1)
      throw new DerError('bad reason');
    revocationReason(octetAt(bytes, cursor.position));
  }

  private invalidity(end: number): void {
    this.cursor.generalizedTime(end);
    if (this.cursor.position !== end) throw new DerError('bad invalidity date');
  }

  private issuer(end: number): void {
    const names = new DerReader(this.bytes.subarray(this.cursor.position, end));
    readGeneralNames(names);
    names.end();
    this.issuerEntries.push(this.offsets.length - 1);
    this.issuerStarts.push(this.cursor.position);
    this.issuerEnds.push(end);
  }

  /** RFC 5280 §4.2 and §5.3: no extension twice. Compares with the few before it: that costs less than a set. */
  private refuseRepeated(first: number, start: number, type: number, typeEnd: number): void {
    const { cursor, bytes } = this;
    for (cursor.position = first; cursor.position < start;) {
      const end = cursor.open(Tag.sequence, start);
      if (equalRanges(bytes, cursor.position, type, typeEnd)) throw new DerError('repeated entry extension');
      cursor.position = end;
    }
  }
}

function equalRanges(bytes: Uint8Array, candidate: number, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[candidate + i - start] !== bytes[i]) return false;
  return true;
}

/** The entry extensions of RFC 5280 §5.3 by their last arc under id-ce, 2.5.29. */
export const EntryExtension = { reasonCode: 21, invalidityDate: 24, certificateIssuer: 29 } as const;
