import { type DerElement, type DerReader, parseDer, Tag } from '../der/index.js';
import { decodeDirectoryString } from './name.js';
import { Oid } from './oids.js';

/** One attribute of subjectDirectoryAttributes (RFC 5280 §4.2.1.8) with its values as encoded. */
export interface DirectoryAttribute {
  readonly type: string;
  readonly values: readonly DerElement[];
}

/** What MOICA says about the holder in subjectDirectoryAttributes. Undefined where it is absent or not in MOICA's form. */
export interface MoicaHolder {
  /** The last four digits of the national ID number. */
  readonly lastFourDigits: string | undefined;
  /** Object identifier of the subject's type. */
  readonly subjectType: string | undefined;
}

/** Reads subjectDirectoryAttributes: at least one attribute, each with at least one value. Throws DerError. */
export function readDirectoryAttributes(reader: DerReader): readonly DirectoryAttribute[] {
  const list = reader.into();
  const attributes: DirectoryAttribute[] = [];
  do {
    const attribute = list.into();
    const type = attribute.oid();
    attributes.push({ type, values: readValues(attribute.into(Tag.set)) });
    attribute.end();
  } while (!list.done);
  return attributes;
}

function readValues(reader: DerReader): readonly DerElement[] {
  const values: DerElement[] = [];
  do values.push(reader.element());
  while (!reader.done);
  return values;
}

/** Reads MOICA's attributes in subjectDirectoryAttributes. Each must occur once, with one value, in MOICA's form. */
export function moicaHolder(attributes: readonly DirectoryAttribute[]): MoicaHolder {
  return {
    lastFourDigits: fourDigits(directoryText(attributes, Oid.moicaLastFourDigits)),
    subjectType: objectIdentifier(onlyValue(attributes, Oid.moicaSubjectType)),
  };
}

function onlyValue(attributes: readonly DirectoryAttribute[], type: string): DerElement | undefined {
  const values = attributes.filter((attribute) => attribute.type === type).flatMap(({ values }) => values);
  return values.length === 1 ? values[0] : undefined;
}

const maximumIdentifierBytes = 66;

const textTags: ReadonlySet<number> = new Set([
  Tag.utf8String,
  Tag.numericString,
  Tag.printableString,
  Tag.ia5String,
  Tag.visibleString,
  Tag.bmpString,
]);

/** The text of the attribute of this type. Undefined where it does not occur once, with one value that is a text. */
export function directoryText(attributes: readonly DirectoryAttribute[], type: string): string | undefined {
  const value = onlyValue(attributes, type);
  return value !== undefined && textTags.has(value.tag)
    ? decodeDirectoryString(value.tag, value.content)
    : undefined;
}

function fourDigits(text: string | undefined): string | undefined {
  return text !== undefined && /^[0-9]{4}$/.test(text) ? text : undefined;
}

function objectIdentifier(value: DerElement | undefined): string | undefined {
  if (value === undefined) return undefined;
  const id = parseDer(value.der, maximumIdentifierBytes, (reader) => reader.oid());
  return id.ok ? id.value : undefined;
}
