import { der } from '../../core/der/index.js';
import { Oid } from '../../core/x509/index.js';

/** An attribute of a distinguished name; without `encoded` the value is UTF8String, country and serial number PrintableString. */
export interface NameAttributeShape {
  readonly type: string;
  readonly text?: string;
  /** The value's whole DER, to write any string type or nonsense. */
  readonly encoded?: Uint8Array;
}

/** A Name (RFC 5280 4.1.2.4) with one attribute in each relative name, in this order. DER. */
export function distinguishedName(...attributes: readonly NameAttributeShape[]): Uint8Array {
  return distinguishedNameOfSets(...attributes.map((attribute) => [attribute]));
}

/** A Name whose relative names may have several attributes each. DER. */
export function distinguishedNameOfSets(...sets: readonly (readonly NameAttributeShape[])[]): Uint8Array {
  return der.sequence(...sets.map((attributes) => der.setOf(...attributes.map(encodeAttribute))));
}

function encodeAttribute(attribute: NameAttributeShape): Uint8Array {
  return der.sequence(der.oid(attribute.type), attribute.encoded ?? encodeText(attribute));
}

function encodeText({ type, text = '' }: NameAttributeShape): Uint8Array {
  const printable = type === Oid.countryName || type === Oid.serialNumberAttribute;
  return printable ? der.printableString(text) : der.utf8String(text);
}

/** countryName. */
export const country = (text: string): NameAttributeShape => ({ type: Oid.countryName, text });
/** organizationName. */
export const organization = (text: string): NameAttributeShape => ({ type: Oid.organizationName, text });
/** organizationalUnitName. */
export const unit = (text: string): NameAttributeShape => ({ type: Oid.organizationalUnitName, text });
/** commonName. */
export const commonName = (text: string): NameAttributeShape => ({ type: Oid.commonName, text });
/** serialNumber, which at MOICA tells holders apart. */
export const holderSerial = (text: string): NameAttributeShape => ({ type: Oid.serialNumberAttribute, text });
