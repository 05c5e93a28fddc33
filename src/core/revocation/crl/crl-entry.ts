import { DerReader, Tag } from '../../der/index.js';
import { octetAt } from '../../octets.js';
import { type Name, namesEqual, readGeneralNames } from '../../x509/index.js';
import { type RevocationReason, revocationReason } from '../revocation.js';
import { EntryExtension, type ScannedEntries } from './entry-scanner.js';
import { OctetCursor } from './octet-cursor.js';
import { uint32At } from './uint32-list.js';

/** An entry of a CRL (RFC 5280 §5.3), decoded on demand: most lookups only ask whether there is one. */
export class CrlEntry {
  /** `offset` is where the entry begins. The scanner has found it to be well formed. */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly offset: number,
  ) {}

  /** revocationDate, milliseconds since the epoch. */
  get revokedAt(): number {
    return this.atTime(this.start()).timeValue();
  }

  /** reasonCode. `unspecified` where the entry has none. */
  get reason(): RevocationReason {
    const value = this.atExtension(EntryExtension.reasonCode);
    // ENUMERATED of one octet: identifier, length, value.
    return value === undefined ? 'unspecified' : revocationReason(octetAt(this.bytes, value.position + 2));
  }

  /** invalidityDate, milliseconds since the epoch, where the entry has one. */
  get invalidSince(): number | undefined {
    return this.atExtension(EntryExtension.invalidityDate)?.timeValue();
  }

  private start(): EntryStart {
    const cursor = new OctetCursor(this.bytes, this.offset);
    return { cursor, end: cursor.open(Tag.sequence, this.bytes.length) };
  }

  private atTime({ cursor, end }: EntryStart): OctetCursor {
    cursor.position = cursor.open(Tag.integer, end);
    return cursor;
  }

  private atExtension(arc: number): OctetCursor | undefined {
    const entry = this.start();
    const cursor = this.atTime(entry);
    cursor.time(entry.end);
    if (cursor.position === entry.end) return undefined;
    cursor.open(Tag.sequence, entry.end);
    while (cursor.position < entry.end) {
      const end = cursor.open(Tag.sequence, entry.end);
      if (this.isAtExtension(cursor, arc, end)) return cursor;
      cursor.position = end;
    }
    return undefined;
  }

  /** If the next extension is 2.5.29.`arc`, moves the cursor to its value. */
  private isAtExtension(cursor: OctetCursor, arc: number, limit: number): boolean {
    const type = cursor.position;
    const typeEnd = cursor.open(Tag.oid, limit);
    const idCe = this.bytes[type + 2] === 0x55 && this.bytes[type + 3] === 0x1d;
    if (!idCe || typeEnd !== type + 5 || this.bytes[type + 4] !== arc) return false;
    cursor.position = this.bytes[typeEnd] === Tag.boolean ? typeEnd + 3 : typeEnd;
    cursor.open(Tag.octetString, limit);
    return true;
  }
}

interface EntryStart {
  readonly cursor: OctetCursor;
  readonly end: number;
}

/**
 * Whether the entry is for a certificate of this issuer (RFC 5280 §5.3.3). The last certificateIssuer at or before the entry names
 * the issuer. Where there is none, it is the CRL's own issuer.
 */
export function isEntryFor(
  bytes: Uint8Array,
  { issuerEntries, issuerStarts, issuerEnds }: ScannedEntries,
  entry: number,
  certificateIssuer: Name,
  crlIssuer: Name,
): boolean {
  const segment = lastAtOrBefore(issuerEntries, entry);
  if (segment < 0) return namesEqual(certificateIssuer, crlIssuer);
  const value = bytes.subarray(issuerStarts[segment], issuerEnds[segment]);
  return readGeneralNames(new DerReader(value)).some(
    (name) => name.form === 'directory' && namesEqual(name.name, certificateIssuer),
  );
}

/** The index of the last number not above `limit` in an ascending list, or -1. */
function lastAtOrBefore(ascending: Uint32Array, limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (uint32At(ascending, middle) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
