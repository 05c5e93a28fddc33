import { fail, ok, type Result } from '../result.js';
import { DerError } from './error.js';
import { Tag } from './tag.js';
import { readDerTime } from './time.js';

const maximumDepth = 32;
const maximumOidOctets = 64;
/** An arc below this stays exact when seven bits are added to it as a number. */
const exactArc = 2 ** 46;
/** UUID-based arcs (X.667) have 128 bits; nothing longer is in use. */
const maximumArc = 2n ** 128n;

/** One element, as offsets into the bytes it was read from. */
export interface DerElement {
  readonly tag: number;
  /** The whole encoding: identifier, length and content octets (a view, not a copy). */
  readonly der: Uint8Array;
  /** The content octets (a view, not a copy). */
  readonly content: Uint8Array;
}

/**
 * A cursor over DER (X.690), strict and bounded: minimal definite lengths only, tag numbers below 31, at most 32 levels.
 * Every method throws {@link DerError} on anything else; call it inside {@link parseDer}.
 */
export class DerReader {
  private position = 0;

  /** Reads `bytes` as a series of elements. `depth` is the number of levels above it. */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly depth = 0,
  ) {
    if (depth > maximumDepth) throw new DerError('nested too deeply');
  }

  /** True when nothing is left. */
  get done(): boolean {
    return this.position >= this.bytes.length;
  }

  /** The identifier octet of the next element, or undefined at the end. */
  peek(): number | undefined {
    return this.done ? undefined : this.bytes[this.position];
  }

  /** The next element, of this tag if one is given. */
  element(tag?: number): DerElement {
    const start = this.position;
    const found = this.octet();
    if ((found & 0x1f) === 0x1f) throw new DerError('high tag number');
    if (tag !== undefined && found !== tag) throw new DerError('unexpected tag');
    const length = this.length();
    const contentStart = this.position;
    if (length > this.bytes.length - contentStart) throw new DerError('truncated');
    this.position = contentStart + length;
    return {
      tag: found,
      der: this.bytes.subarray(start, this.position),
      content: this.bytes.subarray(contentStart, this.position),
    };
  }

  /** The next element if it has this tag. */
  optional(tag: number): DerElement | undefined {
    return this.peek() === tag ? this.element(tag) : undefined;
  }

  /** A reader over the content of the next element (SEQUENCE unless another tag is given). */
  into(tag: number = Tag.sequence): DerReader {
    return new DerReader(this.element(tag).content, this.depth + 1);
  }

  /** As {@link into}, if the next element has this tag. */
  optionalInto(tag: number): DerReader | undefined {
    return this.peek() === tag ? this.into(tag) : undefined;
  }

  /** A reader one level down over content octets already read from this one. */
  inside(content: Uint8Array): DerReader {
    return new DerReader(content, this.depth + 1);
  }

  /** BOOLEAN, exactly 00 or FF. */
  boolean(): boolean {
    const { content } = this.element(Tag.boolean);
    if (content.length !== 1 || (content[0] !== 0x00 && content[0] !== 0xff))
      throw new DerError('bad boolean');
    return content[0] === 0xff;
  }

  /** The minimal two's complement content octets of an INTEGER (or of the tag given). */
  integerOctets(tag: number = Tag.integer): Uint8Array {
    const { content } = this.element(tag);
    if (content.length === 0) throw new DerError('empty integer');
    if (content.length > 1) {
      const redundant =
        content[0] === 0x00 ? (content[1] & 0x80) === 0 : content[0] === 0xff && content[1] >= 0x80;
      if (redundant) throw new DerError('integer not minimal');
    }
    return content;
  }

  /** A non-negative INTEGER below 2^31 (or of the tag given). */
  smallInteger(tag: number = Tag.integer): number {
    const octets = this.integerOctets(tag);
    if (octets.length > 4 || octets[0] >= 0x80) throw new DerError('integer out of range');
    return octets.reduce((value, octet) => value * 256 + octet, 0);
  }

  /** OBJECT IDENTIFIER in dotted form (or of the tag given). */
  oid(tag: number = Tag.oid): string {
    return decodeOid(this.element(tag).content);
  }

  /** The content of an OCTET STRING (or of the tag given). */
  octetString(tag: number = Tag.octetString): Uint8Array {
    return this.element(tag).content;
  }

  /** BIT STRING: bytes and the count of unused low bits, which must be zero (X.690 11.2.1). */
  bitString(tag: number = Tag.bitString): { readonly bytes: Uint8Array; readonly unusedBits: number } {
    const { content } = this.element(tag);
    if (content.length === 0) throw new DerError('empty bit string');
    const unusedBits = content[0];
    const bytes = content.subarray(1);
    if (unusedBits > 7 || (bytes.length === 0 && unusedBits !== 0)) throw new DerError('bad bit string');
    if (bytes.length > 0 && (bytes[bytes.length - 1] & ((1 << unusedBits) - 1)) !== 0) {
      throw new DerError('unused bits set');
    }
    return { bytes, unusedBits };
  }

  /** UTCTime or GeneralizedTime in RFC 5280 4.1.2.5 form (`Z`, seconds, no fraction), as milliseconds since the epoch. */
  time(): number {
    const { tag, content } = this.element();
    return readDerTime(tag, content);
  }

  /** NULL. */
  null(): void {
    if (this.element(Tag.null).content.length !== 0) throw new DerError('bad null');
  }

  /** Asserts that nothing follows. */
  end(): void {
    if (!this.done) throw new DerError('trailing bytes');
  }

  private octet(): number {
    if (this.done) throw new DerError('truncated');
    return this.bytes[this.position++];
  }

  private length(): number {
    const first = this.octet();
    if (first < 0x80) return first;
    const count = first & 0x7f;
    if (count === 0 || count > 4) throw new DerError('indefinite or oversized length');
    let length = 0;
    for (let i = 0; i < count; i++) length = length * 256 + this.octet();
    if (length < 0x80 || length < 256 ** (count - 1)) throw new DerError('length not minimal');
    return length;
  }
}

/** The dotted form of OBJECT IDENTIFIER content octets (X.690 8.19), arcs up to 128 bits. Throws {@link DerError}. */
export function decodeOid(content: Uint8Array): string {
  if (content.length === 0 || content.length > maximumOidOctets) throw new DerError('bad oid');
  const arcs: (number | bigint)[] = [];
  let arc: number | bigint = 0;
  let fresh = true;
  for (const octet of content) {
    if (fresh && octet === 0x80) throw new DerError('oid not minimal');
    arc = appendToArc(arc, octet & 0x7f);
    fresh = octet < 0x80;
    if (fresh) {
      arcs.push(arc);
      arc = 0;
    }
  }
  if (!fresh) throw new DerError('oid truncated');
  const [first, ...rest] = arcs;
  const top = first < 80 ? Math.floor(Number(first) / 40) : 2;
  return [top, BigInt(first) - BigInt(top * 40), ...rest].join('.');
}

/** Numbers are much faster than big integers and nearly every arc is small. */
function appendToArc(arc: number | bigint, bits: number): number | bigint {
  if (arc < exactArc) return Number(arc) * 128 + bits;
  const longer = BigInt(arc) * 128n + BigInt(bits);
  if (longer >= maximumArc) throw new DerError('oid arc too large');
  return longer;
}

/**
 * Runs `parse` over exactly these bytes: what it reads is returned, anything malformed or left over is the failure
 * `der-malformed`. Bytes over `limit` are refused unread as `der-too-large`.
 */
export function parseDer<Value>(
  bytes: Uint8Array,
  limit: number,
  parse: (reader: DerReader) => Value,
): Result<Value, 'der-malformed' | 'der-too-large'> {
  if (bytes.length > limit) return fail('der-too-large', { limit });
  try {
    const reader = new DerReader(bytes);
    const value = parse(reader);
    reader.end();
    return ok(value);
  } catch (error) {
    if (error instanceof DerError) return fail('der-malformed');
    throw error;
  }
}
