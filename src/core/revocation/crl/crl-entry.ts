import { DerReader } from '../../der/index.js';
import { type Name, namesEqual, Oid, readExtensions, readGeneralNames } from '../../x509/index.js';
import { readRevocationReason, type RevocationReason } from '../reason.js';
import { type ScannedEntries } from './entry-scanner.js';

/** An entry of a CRL (RFC 5280 5.3), decoded when asked: most lookups only ask whether there is one. */
export class CrlEntry {
  /** `offset` is where an entry begins that the scanner has found to be well formed. */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly offset: number,
  ) {}

  /** revocationDate, milliseconds since the epoch. */
  get revokedAt(): number {
    return this.afterSerial().time();
  }

  /** reasonCode; `unspecified` where the entry has none. */
  get reason(): RevocationReason {
    const value = this.extension(Oid.crlReason);
    return value === undefined ? 'unspecified' : readRevocationReason(value);
  }

  /** invalidityDate, milliseconds since the epoch, where the entry has one. */
  get invalidSince(): number | undefined {
    return this.extension(Oid.invalidityDate)?.time();
  }

  private afterSerial(): DerReader {
    const fields = new DerReader(this.bytes.subarray(this.offset)).into();
    fields.integerOctets();
    return fields;
  }

  private extension(type: string): DerReader | undefined {
    const fields = this.afterSerial();
    fields.time();
    const value = fields.done ? undefined : readExtensions(fields).get(type)?.value;
    return value === undefined ? undefined : new DerReader(value);
  }
}

/**
 * Whether the entry speaks of a certificate of this issuer (RFC 5280 5.3.3): the last certificateIssuer at or before it names
 * the issuer, or there is none and it is the CRL's own.
 */
export function entrySpeaksOf(
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
    if (ascending[middle] <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
