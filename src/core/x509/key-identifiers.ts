import { contextConstructed, contextPrimitive, DerError, type DerReader } from '../der/index.js';
import { type GeneralName, readGeneralNames } from './general-name.js';

/** AuthorityKeyIdentifier (RFC 5280 4.2.1.1): hints at which key signed, never proof. */
export interface AuthorityKeyIdentifier {
  readonly keyIdentifier: Uint8Array | undefined;
  readonly issuer: readonly GeneralName[] | undefined;
  /** Content octets of the issuer certificate's serial number. */
  readonly serialNumber: Uint8Array | undefined;
}

/** Reads an AuthorityKeyIdentifier; issuer and serial number come together or not at all. Throws DerError. */
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

/** Reads a SubjectKeyIdentifier (RFC 5280 4.2.1.2). Throws DerError. */
export function readSubjectKeyIdentifier(reader: DerReader): Uint8Array {
  return reader.octetString();
}
