import { der } from '../../core/der/index.js';
import { Oid } from '../../core/x509/index.js';

/**
 * An attribute of a distinguished name. Without `encoded`, country and serial number are PrintableString, every other is
 * UTF8String.
 */
export interface NameAttributeShape {
  readonly type: string;
  readonly text?: string;
  /** The whole DER of the value, of any string type, right or wrong. */
  readonly encoded?: Uint8Array;
}

/** A Name (RFC 5280 §4.1.2.4) with one attribute in each relative distinguished name, in this order. DER. */
export function distinguishedName(...attributes: readonly NameAttributeShape[]): Uint8Array {
  return distinguishedNameOfSets(...attributes.map((attribute) => [attribute]));
}

/** A Name whose relative distinguished names may have several attributes. DER. */
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
/** serialNumber, by which MOICA identifies holders. */
export const holderSerial = (text: string): NameAttributeShape => ({ type: Oid.serialNumberAttribute, text });

/** A GeneralName (RFC 5280 §4.2.1.6) to build. `encoded` is its whole DER. */
export type GeneralNameShape =
  | { readonly dns: string }
  | { readonly email: string }
  | { readonly uri: string }
  /** The octets of an address; in a name constraint, of an address and its mask. */
  | { readonly ip: Uint8Array }
  /** A Name, DER. */
  | { readonly directory: Uint8Array }
  | { readonly registeredId: string }
  /** otherName: type and value, DER. */
  | { readonly other: readonly [type: string, value: Uint8Array] }
  | { readonly encoded: Uint8Array };

/** GeneralName, DER. */
export function generalName(shape: GeneralNameShape): Uint8Array {
  if ('other' in shape) return der.context(0, der.oid(shape.other[0]), der.context(0, shape.other[1]));
  if ('email' in shape) return der.contextOctets(1, Buffer.from(shape.email, 'latin1'));
  if ('dns' in shape) return der.contextOctets(2, Buffer.from(shape.dns, 'latin1'));
  // directoryName is a CHOICE, so its tag is explicit.
  if ('directory' in shape) return der.context(4, shape.directory);
  if ('uri' in shape) return der.contextOctets(6, Buffer.from(shape.uri, 'latin1'));
  if ('ip' in shape) return der.contextOctets(7, shape.ip);
  if ('registeredId' in shape) return der.contextOctets(8, der.oid(shape.registeredId).subarray(2));
  return shape.encoded;
}

/** GeneralNames, DER. */
export const generalNames = (shapes: readonly GeneralNameShape[]): Uint8Array =>
  der.sequence(...shapes.map(generalName));
