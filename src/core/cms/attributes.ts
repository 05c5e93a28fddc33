import { der, DerError, type DerReader, parseDer, Tag } from '../der/index.js';

/** Attributes (RFC 5652 5.3) by type: each value as encoded. */
export type Attributes = ReadonlyMap<string, readonly Uint8Array[]>;

/** Reads the attributes in the content of a SET; no type twice. Throws DerError. */
export function readAttributes(reader: DerReader): Attributes {
  const attributes = new Map<string, Uint8Array[]>();
  do {
    const attribute = reader.into();
    const type = attribute.oid();
    const values = attribute.into(Tag.set);
    attribute.end();
    if (attributes.has(type)) throw new DerError('attribute twice');
    attributes.set(type, readValues(values));
  } while (!reader.done);
  return attributes;
}

function readValues(reader: DerReader): Uint8Array[] {
  const values: Uint8Array[] = [];
  while (!reader.done) values.push(reader.element().der);
  return values;
}

/** Reads the one value of this type; undefined when the type is absent, has not exactly one value, or the value is malformed. */
export function singleValue<Value>(
  attributes: Attributes,
  type: string,
  read: (reader: DerReader) => Value,
): Value | undefined {
  const values = attributes.get(type);
  if (values?.length !== 1) return undefined;
  const result = parseDer(values[0], values[0].length, read);
  return result.ok ? result.value : undefined;
}

/** One Attribute with one value. */
export function encodeAttribute(type: string, value: Uint8Array): Uint8Array {
  return der.sequence(der.oid(type), der.setOf(value));
}
