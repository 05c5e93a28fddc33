import { contextConstructed, contextPrimitive, DerError, type DerReader } from '../der/index.js';
import { octetAt } from '../octets.js';
import { type GeneralName, readGeneralNames } from './general-name.js';

/** The bits of keyUsage (RFC 5280 §4.2.1.3). */
export const KeyUsage = {
  digitalSignature: 1 << 0,
  nonRepudiation: 1 << 1,
  keyEncipherment: 1 << 2,
  dataEncipherment: 1 << 3,
  keyAgreement: 1 << 4,
  keyCertSign: 1 << 5,
  crlSign: 1 << 6,
  encipherOnly: 1 << 7,
  decipherOnly: 1 << 8,
} as const;

/** Reads keyUsage as the sum of its {@link KeyUsage} bits: at least one. Throws DerError. */
export function readKeyUsage(reader: DerReader): number {
  const usages = readNamedBits(reader);
  if (usages === 0) throw new DerError('no key usage');
  return usages;
}

/** Reads extKeyUsage (RFC 5280 §4.2.1.12): at least one purpose. Throws DerError. */
export function readExtendedKeyUsage(reader: DerReader): readonly string[] {
  const list = reader.into();
  const purposes: string[] = [];
  do purposes.push(list.oid());
  while (!list.done);
  return purposes;
}

const maximumNamedBits = 16;

/** A BIT STRING with named bits (X.690 §11.2.2) as a number: bit n of the string is `1 << n`. Throws DerError. */
export function readNamedBits(reader: DerReader, tag?: number): number {
  const { bytes, unusedBits } = reader.bitString(tag);
  if (bytes.length * 8 - unusedBits > maximumNamedBits) throw new DerError('too many named bits');
  let flags = 0;
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    if ((octetAt(bytes, bit >> 3) & (0x80 >> (bit & 7))) !== 0) flags |= 1 << bit;
  }
  return flags;
}

/** AuthorityKeyIdentifier (RFC 5280 §4.2.1.1). It helps to find the key that signed, and proves nothing. */
export interface AuthorityKeyIdentifier {
  readonly keyIdentifier: Uint8Array | undefined;
  readonly issuer: readonly GeneralName[] | undefined;
  /** Content octets of the issuer certificate's serial number. */
  readonly serialNumber: Uint8Array | undefined;
}

/** Reads an AuthorityKeyIdentifier. It must hold both issuer and serial number, or neither. Throws DerError. */
export function readAuthorityKeyIdentifier(reader: DerReader): AuthorityKeyIdentifier {
  const fields = reader.into();
  const keyIdentifier = fields.optional(contextPrimitive(0))?.content;
  const issuer =
    fields.peek() === contextConstructed(1) ? readGeneralNames(fields, contextConstructed(1)) : undefined;
  const serialNumber =
    fields.peek() === contextPrimitive(2) ? fields.integerOctets(contextPrimitive(2)) : undefined;
  fields.end();
  if ((issuer === undefined) !== (serialNumber === undefined)) throw new DerError('issuer without serial');
  return { keyIdentifier, issuer, serialNumber };
}

/** Reads a SubjectKeyIdentifier (RFC 5280 §4.2.1.2). Throws DerError. */
export function readSubjectKeyIdentifier(reader: DerReader): Uint8Array {
  return reader.octetString();
}
