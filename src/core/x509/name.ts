import { BoundedMap } from '../bounded-map.js';
import { DerError, type DerReader, Tag } from '../der/index.js';
import { decodeLatin1, decodeUtf8 } from '../encodings.js';
import { isWellFormedString } from './string-types.js';

/** AttributeTypeAndValue (RFC 5280 §4.1.2.4). */
export interface NameAttribute {
  readonly type: string;
  /** Identifier octet of the value's string type. */
  readonly tag: number;
  readonly value: Uint8Array;
}

/** A distinguished name: its exact encoding, and its relative names in order. */
export interface Name {
  readonly der: Uint8Array;
  readonly relativeNames: readonly (readonly NameAttribute[])[];
}

/** Reads a Name (RFC 5280 §4.1.2.4). Throws DerError, so call it inside parseDer. */
export function readName(reader: DerReader): Name {
  const { der, content } = reader.element(Tag.sequence);
  const relativeNames: NameAttribute[][] = [];
  const names = reader.inside(content);
  while (!names.done) relativeNames.push(readRelativeName(names.into(Tag.set)));
  return { der, relativeNames };
}

/** A few authorities issue nearly all certificates. The limit, in octets of all names together, is for names that somebody makes up. */
const knownNames = new BoundedMap<string, Name>(131_072, ({ der }) => der.length);

/**
 * As {@link readName}, and as a rule the same object for the same encoding, so that what is computed of an issuer's name is computed once for
 * all certificates that it issued.
 */
export function readIssuerName(reader: DerReader): Name {
  const { der } = reader.element(Tag.sequence);
  const label = decodeLatin1(der);
  const known = knownNames.get(label);
  if (known !== undefined) return known;
  // A copy, so that a remembered name does not keep a whole certificate in memory.
  const name = readName(reader.inside(Uint8Array.from(der)));
  knownNames.set(label, name);
  return name;
}

/** Types that an attribute's value may have: strings, and the BIT STRING and SEQUENCE that a few attributes of X.520 use. */
const valueTags: ReadonlySet<number> = new Set([
  Tag.utf8String,
  Tag.numericString,
  Tag.printableString,
  Tag.teletexString,
  Tag.ia5String,
  Tag.universalString,
  Tag.bmpString,
  Tag.bitString,
  Tag.sequence,
]);

/** Reads the content of a RelativeDistinguishedName: at least one attribute. Throws DerError. */
export function readRelativeName(reader: DerReader): NameAttribute[] {
  const attributes: NameAttribute[] = [];
  do {
    const pair = reader.into();
    const type = pair.oid();
    const { tag, content } = pair.element();
    if (!valueTags.has(tag) || !isWellFormedString(tag, content)) throw new DerError('not a value of a name');
    pair.end();
    attributes.push({ type, tag, value: content });
  } while (!reader.done);
  return attributes;
}

/** The text of the last attribute of this type, or undefined. See {@link decodeDirectoryString}. */
export function nameAttribute(name: Name, type: string): string | undefined {
  const attribute = name.relativeNames.flat().findLast((each) => each.type === type);
  return attribute === undefined ? undefined : decodeDirectoryString(attribute.tag, attribute.value);
}

/** The text of a DirectoryString or IA5String value. TeletexString is read as Latin-1. U+FFFD stands for what can't be decoded. */
export function decodeDirectoryString(tag: number, value: Uint8Array): string {
  if (tag === Tag.utf8String) return decodeUtf8(value);
  if (tag === Tag.bmpString) return value.length % 2 === 0 ? decodeUnits(value, 2) : '\ufffd';
  if (tag === Tag.universalString) return value.length % 4 === 0 ? decodeUnits(value, 4) : '\ufffd';
  return decodeLatin1(value);
}

/** UTF-16 (2 octets a unit) or UTF-32 (4), big-endian. A surrogate stays what it is. */
function decodeUnits(octets: Uint8Array, size: 2 | 4): string {
  const view = new DataView(octets.buffer, octets.byteOffset, octets.length);
  let text = '';
  for (let at = 0; at < octets.length; at += size) {
    const unit = size === 2 ? view.getUint16(at) : view.getUint32(at);
    text += unit <= 0x10ffff ? String.fromCodePoint(unit) : '\ufffd';
  }
  return text;
}
