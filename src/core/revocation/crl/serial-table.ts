import { Tag } from '../../der/index.js';
import { OctetCursor } from './octet-cursor.js';
import { uint32At, Uint32List } from './uint32-list.js';

/** Assumed octets of an entry, to choose the size of the table. With shorter entries the chains only get longer. */
const typicalEntryOctets = 48;

/** A chained hash table of serial numbers: two numbers for each entry. The serial numbers stay in the CRL's bytes. */
export interface SerialChains {
  /** The last entry of each bucket, counted from 1. 0 is an empty bucket. The length is a power of two. */
  readonly heads: Uint32Array<ArrayBuffer>;
  /** For each entry, the one before it in its bucket, counted the same way. */
  readonly previous: Uint32Array<ArrayBuffer>;
}

/** About how many entries so many octets hold, to choose the size of buffers. */
export const expectedEntries = (octets: number): number => Math.ceil(octets / typicalEntryOctets) + 1;

/** Adding costs the same whatever the serial numbers are, so equal or colliding ones can't slow down reading a CRL. */
export class SerialChainsBuilder {
  private readonly heads: Uint32Array<ArrayBuffer>;
  private readonly previous: Uint32List;

  constructor(
    private readonly bytes: Uint8Array,
    expected: number,
  ) {
    this.heads = new Uint32Array(2 ** Math.ceil(Math.log2(expected)));
    this.previous = new Uint32List(expected);
  }

  /** Adds the next entry, whose serial number's content octets lie between these offsets. */
  add(start: number, end: number): void {
    const bucket = hash(this.bytes, start, end) & (this.heads.length - 1);
    this.previous.push(uint32At(this.heads, bucket));
    this.heads[bucket] = this.previous.length;
  }

  build(): SerialChains {
    return { heads: this.heads, previous: this.previous.toArray() };
  }
}

/**
 * The number of an entry (from 0) with exactly this serial number. Call it with `after` undefined, then with the last answer, to
 * get all of them, later entries first. Undefined where there is none left.
 */
export function nextEntryWithSerial(
  bytes: Uint8Array,
  offsets: Uint32Array,
  chains: SerialChains,
  serialNumber: Uint8Array,
  after: number | undefined,
): number | undefined {
  const { heads, previous } = chains;
  let entry =
    after === undefined
      ? uint32At(heads, hash(serialNumber, 0, serialNumber.length) & (heads.length - 1))
      : uint32At(previous, after);
  while (entry !== 0) {
    if (hasSerial(bytes, uint32At(offsets, entry - 1), serialNumber)) return entry - 1;
    entry = uint32At(previous, entry - 1);
  }
  return undefined;
}

function hasSerial(bytes: Uint8Array, offset: number, serialNumber: Uint8Array): boolean {
  const cursor = new OctetCursor(bytes, offset);
  const end = cursor.open(Tag.sequence, bytes.length);
  const serialEnd = cursor.open(Tag.integer, end);
  if (serialEnd - cursor.position !== serialNumber.length) return false;
  for (let i = 0; i < serialNumber.length; i++) {
    if (bytes[cursor.position + i] !== serialNumber[i]) return false;
  }
  return true;
}

/** FNV-1a with a final mix, 32 bits. Throws RangeError beyond the bytes. */
function hash(bytes: Uint8Array, start: number, end: number): number {
  let value = 0x811c9dc5;
  for (let i = start; i < end; i++) {
    const octet = bytes[i];
    if (octet === undefined) throw new RangeError('no such octet');
    value = Math.imul(value ^ octet, 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}
