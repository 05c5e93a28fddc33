import { BoundedMap } from '../bounded-map.js';
import { encodeLatin1, encodeUtf8 } from '../encodings.js';
import { compareOctets } from '../octets.js';
import { contextConstructed, contextPrimitive, Tag } from './tag.js';

/** The DER encoding of one element: identifier octet, minimal length, and the parts joined as content. */
export function encode(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  let position = headerLength(length);
  const der = roomFor(position + length);
  writeHeader(der, tag, length);
  for (const part of parts) {
    der.set(part, position);
    position += part.length;
  }
  return der;
}

/** Octets that engines keep within the array itself: to make one is quick. */
const madeQuickly = 64;
const slabOctets = 8192;
const largestPiece = 1024;
let slab = new Uint8Array(slabOctets);
let taken = 0;

/** New octets, all zero. Small ones are pieces of one buffer, as node does for its own: to make a buffer takes longer than most encodings. */
function roomFor(length: number): Uint8Array {
  if (length <= madeQuickly || length > largestPiece) return new Uint8Array(length);
  if (taken + length > slabOctets) {
    slab = new Uint8Array(slabOctets);
    taken = 0;
  }
  taken += length;
  return slab.subarray(taken - length, taken);
}

/** The identifier and length octets of an element whose content has `length` octets. */
export function header(tag: number, length: number): Uint8Array {
  const octets = new Uint8Array(headerLength(length));
  writeHeader(octets, tag, length);
  return octets;
}

function headerLength(length: number): number {
  let octets = 2;
  if (length >= 0x80) for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets++;
  return octets;
}

function writeHeader(into: Uint8Array, tag: number, length: number): void {
  into[0] = tag;
  const lengthOctets = headerLength(length) - 2;
  into[1] = lengthOctets === 0 ? length : 0x80 | lengthOctets;
  for (let at = 1 + lengthOctets, rest = length; at > 1; at--, rest = Math.floor(rest / 256))
    into[at] = rest % 256;
}

/** SEQUENCE of the parts, in this order. */
export const sequence = (...parts: readonly Uint8Array[]): Uint8Array => encode(Tag.sequence, ...parts);

/** SET OF the parts, in DER order (X.690 §11.6). */
export const setOf = (...parts: readonly Uint8Array[]): Uint8Array =>
  encode(Tag.set, ...[...parts].sort((a, b) => compareOctets(a, b)));

/** `[n] EXPLICIT` around the parts, or `[n] IMPLICIT` on a constructed type given its content. */
export const context = (n: number, ...parts: readonly Uint8Array[]): Uint8Array =>
  encode(contextConstructed(n), ...parts);

/** `[n] IMPLICIT` on a primitive type given its content octets. */
export const contextOctets = (n: number, content: Uint8Array): Uint8Array =>
  encode(contextPrimitive(n), content);

/** A non-negative INTEGER. */
export const integer = (value: number | bigint): Uint8Array => {
  if (value < 0x80) return encode(Tag.integer, Uint8Array.of(Number(value)));
  const octets: number[] = [];
  for (let rest = BigInt(value); rest > 0n; rest >>= 8n) octets.unshift(Number(rest & 0xffn));
  return unsignedInteger(Uint8Array.from(octets));
};

/** A non-negative INTEGER from big-endian octets, leading zeros allowed. */
export const unsignedInteger = (octets: Uint8Array): Uint8Array => {
  let start = 0;
  while (start < octets.length - 1 && octets[start] === 0) start++;
  const minimal = octets.subarray(start);
  const [first] = minimal;
  return first === undefined || first >= 0x80
    ? encode(Tag.integer, Uint8Array.of(0), minimal)
    : encode(Tag.integer, minimal);
};

const knownOids = new BoundedMap<string, Uint8Array>(256);

/** OBJECT IDENTIFIER from its dotted form, with arcs of any size. Encodings are cached: few different ones are ever written. */
export const oid = (dotted: string): Uint8Array => {
  const known = knownOids.get(dotted);
  if (known !== undefined) return known;
  const encoded = encodeOid(dotted);
  knownOids.set(dotted, encoded);
  return encoded;
};

function encodeOid(dotted: string): Uint8Array {
  const [first, second, ...rest] = dotted.split('.');
  if (first === undefined || second === undefined) throw new TypeError('an object identifier has two arcs');
  const octets = [BigInt(first) * 40n + BigInt(second), ...rest].flatMap((arc) => base128(arc));
  return encode(Tag.oid, Uint8Array.from(octets));
}

/** Numbers are much faster than big integers and nearly every arc is small. */
function base128(arc: string | bigint): number[] {
  const number = Number(arc);
  if (number < 0x80) return [number];
  if (number < 0x4000) return [0x80 | (number >> 7), number & 0x7f];
  const octets: number[] = [];
  for (let rest = BigInt(arc); rest > 0n; rest >>= 7n) {
    const isLast = octets.length === 0;
    octets.unshift(Number(rest & 0x7fn) | (isLast ? 0 : 0x80));
  }
  return octets;
}

/** OCTET STRING. */
export const octetString = (content: Uint8Array): Uint8Array => encode(Tag.octetString, content);

/** BIT STRING with no unused bits, unless their count is given. */
export const bitString = (bytes: Uint8Array, unusedBits = 0): Uint8Array =>
  encode(Tag.bitString, Uint8Array.of(unusedBits), bytes);

/** BOOLEAN. */
export const boolean = (value: boolean): Uint8Array => encode(Tag.boolean, Uint8Array.of(value ? 0xff : 0));

/** NULL. */
export const nullValue = (): Uint8Array => encode(Tag.null);

/** UTF8String. */
export const utf8String = (text: string): Uint8Array => encode(Tag.utf8String, encodeUtf8(text));

/** PrintableString. The caller makes sure that the text fits its character set. */
export const printableString = (text: string): Uint8Array => encode(Tag.printableString, encodeLatin1(text));

/** IA5String. */
export const ia5String = (text: string): Uint8Array => encode(Tag.ia5String, encodeLatin1(text));

/** UTCTime through 2049, GeneralizedTime from 2050 (RFC 5280 §4.1.2.5); whole seconds, UTC. */
export const time = (at: Date): Uint8Array => {
  const digits = at.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14);
  const year = at.getUTCFullYear();
  return year >= 1950 && year < 2050
    ? encode(Tag.utcTime, encodeLatin1(`${digits.slice(2)}Z`))
    : encode(Tag.generalizedTime, encodeLatin1(`${digits}Z`));
};

/** GeneralizedTime in whole seconds, UTC. */
export const generalizedTime = (at: Date): Uint8Array =>
  encode(Tag.generalizedTime, encodeLatin1(`${at.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z`));
