import { octetAt } from '../octets.js';
import { fail, ok, type Result } from '../result.js';
import { DerError, dottedForm, readDerTime } from './primitive-values.js';
import { Tag } from './tag.js';

const maximumDepth = 32;

/** One element of the bytes read. */
export interface DerElement {
  readonly tag: number;
  /** The whole encoding: identifier, length and content octets (a view, not a copy). */
  readonly der: Uint8Array;
  /** The content octets (a view, not a copy). */
  readonly content: Uint8Array;
}

/** Keeps offsets, and makes a view only when it is asked for: a view is costly to make. */
class Element implements DerElement {
  constructor(
    readonly tag: number,
    private readonly bytes: Uint8Array,
    private readonly start: number,
    private readonly contentStart: number,
    private readonly end: number,
  ) {}

  get der(): Uint8Array {
    return this.bytes.subarray(this.start, this.end);
  }

  get content(): Uint8Array {
    return this.bytes.subarray(this.contentStart, this.end);
  }
}

/**
 * A cursor over DER (X.690). It is strict and bounded: minimal definite lengths only, tag numbers below 31, at most 32 levels.
 * Every method throws {@link DerError} on anything else, so call it inside {@link parseDer}.
 */
export class DerReader {
  /** Reads `bytes`, or the part from `position` to before `limit`, as a series of elements. `depth` is the number of levels above it. */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly depth = 0,
    private position = 0,
    private readonly limit = bytes.length,
  ) {
    if (depth > maximumDepth) throw new DerError('nested too deeply');
  }

  /** True when nothing is left. */
  get done(): boolean {
    return this.position >= this.limit;
  }

  /** The identifier octet of the next element, or undefined at the end. */
  peek(): number | undefined {
    return this.done ? undefined : this.bytes[this.position];
  }

  /** The next element, of this tag if one is given. */
  element(tag?: number): DerElement {
    const start = this.position;
    const found = this.identifier(tag);
    const length = this.length();
    const contentStart = this.advance(length);
    return new Element(found, this.bytes, start, contentStart, this.position);
  }

  /** The next element if it has this tag. */
  optional(tag: number): DerElement | undefined {
    return this.peek() === tag ? this.element(tag) : undefined;
  }

  /** A reader over the content of the next element (SEQUENCE unless another tag is given). */
  into(tag: number = Tag.sequence): DerReader {
    const contentStart = this.content(tag);
    return new DerReader(this.bytes, this.depth + 1, contentStart, this.position);
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
    const start = this.content(Tag.boolean);
    const octet = this.bytes[start];
    if (this.position - start !== 1 || (octet !== 0x00 && octet !== 0xff)) throw new DerError('bad boolean');
    return octet === 0xff;
  }

  /** The minimal two's complement content octets of an INTEGER (or of the tag given). */
  integerOctets(tag: number = Tag.integer): Uint8Array {
    const start = this.integer(tag);
    return this.bytes.subarray(start, this.position);
  }

  /** A non-negative INTEGER below 2^31 (or of the tag given). */
  smallInteger(tag: number = Tag.integer): number {
    const start = this.integer(tag);
    if (this.position - start > 4 || octetAt(this.bytes, start) >= 0x80)
      throw new DerError('integer out of range');
    let value = 0;
    for (let at = start; at < this.position; at++) value = value * 256 + octetAt(this.bytes, at);
    return value;
  }

  /** OBJECT IDENTIFIER in dotted form (or of the tag given). */
  oid(tag: number = Tag.oid): string {
    const start = this.content(tag);
    return dottedForm(this.bytes, start, this.position);
  }

  /** The content of an OCTET STRING (or of the tag given). */
  octetString(tag: number = Tag.octetString): Uint8Array {
    const start = this.content(tag);
    return this.bytes.subarray(start, this.position);
  }

  /** BIT STRING: bytes and the count of unused low bits, which must be zero (X.690 §11.2.1). */
  bitString(tag: number = Tag.bitString): { readonly bytes: Uint8Array; readonly unusedBits: number } {
    const start = this.content(tag);
    if (this.position === start) throw new DerError('empty bit string');
    const unusedBits = octetAt(this.bytes, start);
    const empty = this.position === start + 1;
    if (unusedBits > 7 || (empty && unusedBits !== 0)) throw new DerError('bad bit string');
    if (!empty && (octetAt(this.bytes, this.position - 1) & ((1 << unusedBits) - 1)) !== 0) {
      throw new DerError('unused bits set');
    }
    return { bytes: this.bytes.subarray(start + 1, this.position), unusedBits };
  }

  /** UTCTime or GeneralizedTime in RFC 5280 §4.1.2.5 form (`Z`, seconds, no fraction), as milliseconds since the epoch. */
  time(): number {
    const { tag, content } = this.element();
    return readDerTime(tag, content);
  }

  /** NULL. */
  null(): void {
    if (this.content(Tag.null) !== this.position) throw new DerError('bad null');
  }

  /** Asserts that nothing follows. */
  end(): void {
    if (!this.done) throw new DerError('trailing bytes');
  }

  /** Skips the next element, which must have this tag. Returns where its content starts; the content ends at `position`. */
  private content(tag: number): number {
    this.identifier(tag);
    const length = this.length();
    return this.advance(length);
  }

  private integer(tag: number): number {
    const start = this.content(tag);
    const length = this.position - start;
    if (length === 0) throw new DerError('empty integer');
    if (length > 1) {
      const sign = this.bytes[start];
      const next = octetAt(this.bytes, start + 1);
      if ((sign === 0x00 && next < 0x80) || (sign === 0xff && next >= 0x80))
        throw new DerError('integer not minimal');
    }
    return start;
  }

  private identifier(expected: number | undefined): number {
    const found = this.octet();
    if ((found & 0x1f) === 0x1f) throw new DerError('high tag number');
    if (expected !== undefined && found !== expected) throw new DerError('unexpected tag');
    return found;
  }

  private advance(length: number): number {
    const start = this.position;
    if (length > this.limit - start) throw new DerError('truncated');
    this.position = start + length;
    return start;
  }

  private octet(): number {
    const octet = this.peek();
    if (octet === undefined) throw new DerError('truncated');
    this.position++;
    return octet;
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

/**
 * Runs `parse` over exactly these bytes and returns what it reads. Fails with `der-malformed` where something is malformed or
 * left over, and with `der-too-large`, before anything is read, where there are more than `limit` bytes.
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
