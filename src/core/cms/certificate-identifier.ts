import { contextConstructed, contextPrimitive, der, type DerReader, parseDer, Tag } from '../der/index.js';
import { equalOctets } from '../octets.js';
import { type Certificate, Oid } from '../x509/index.js';

/** IssuerAndSerialNumber (RFC 5652 §10.2.4). */
export interface IssuerAndSerialNumber {
  readonly kind: 'issuer-and-serial-number';
  /** The issuer's Name, DER. */
  readonly issuer: Uint8Array;
  /** Content octets of the INTEGER. */
  readonly serialNumber: Uint8Array;
}

/** How a SignerInfo names the signer, and a RecipientInfo the recipient: SignerIdentifier (RFC 5652 §5.3), RecipientIdentifier (§6.2.1). */
export type CertificateIdentifier =
  | IssuerAndSerialNumber
  | {
      readonly kind: 'key-identifier';
      /** The subject key identifier (RFC 5280 §4.2.1.2). */
      readonly keyIdentifier: Uint8Array;
    };

/** Reads a SignerIdentifier, or the RecipientIdentifier of a KeyTransRecipientInfo: the same CHOICE. Throws DerError. */
export function readCertificateIdentifier(reader: DerReader): CertificateIdentifier {
  return reader.peek() === contextPrimitive(0)
    ? { kind: 'key-identifier', keyIdentifier: reader.octetString(contextPrimitive(0)) }
    : readIssuerAndSerialNumber(reader);
}

/** Reads a KeyAgreeRecipientIdentifier (RFC 5652 §6.2.2) without date and other key attribute. Throws DerError. */
export function readKeyAgreementIdentifier(reader: DerReader): CertificateIdentifier {
  const recipientKey = reader.optionalInto(contextConstructed(0));
  if (recipientKey === undefined) return readIssuerAndSerialNumber(reader);
  const keyIdentifier = recipientKey.octetString();
  recipientKey.end();
  return { kind: 'key-identifier', keyIdentifier };
}

function readIssuerAndSerialNumber(reader: DerReader): IssuerAndSerialNumber {
  const inner = reader.into();
  const issuer = inner.element(Tag.sequence).der;
  const serialNumber = inner.integerOctets();
  inner.end();
  return { kind: 'issuer-and-serial-number', issuer, serialNumber };
}

/** Undoes {@link readCertificateIdentifier}. */
export function encodeCertificateIdentifier(identifier: CertificateIdentifier): Uint8Array {
  return identifier.kind === 'key-identifier'
    ? der.contextOctets(0, identifier.keyIdentifier)
    : encodeIssuerAndSerialNumber(identifier);
}

/** Undoes {@link readKeyAgreementIdentifier}. */
export function encodeKeyAgreementIdentifier(identifier: CertificateIdentifier): Uint8Array {
  return identifier.kind === 'key-identifier'
    ? der.context(0, der.octetString(identifier.keyIdentifier))
    : encodeIssuerAndSerialNumber(identifier);
}

function encodeIssuerAndSerialNumber({ issuer, serialNumber }: IssuerAndSerialNumber): Uint8Array {
  return der.sequence(issuer, der.encode(Tag.integer, serialNumber));
}

/** Names a certificate by its issuer and serial number. */
export function issuerAndSerialNumberOf(certificate: Certificate): IssuerAndSerialNumber {
  const { issuer, serialNumber } = certificate;
  return { kind: 'issuer-and-serial-number', issuer: issuer.der, serialNumber };
}

/** True when the identifier names this certificate, by issuer and serial number or by the key identifier it bears. */
export function identifiesCertificate(identifier: CertificateIdentifier, certificate: Certificate): boolean {
  if (identifier.kind === 'issuer-and-serial-number') {
    return (
      equalOctets(certificate.issuer.der, identifier.issuer) &&
      equalOctets(certificate.serialNumber, identifier.serialNumber)
    );
  }
  const extension = certificate.extensions.get(Oid.subjectKeyIdentifier);
  if (extension === undefined) return false;
  const keyIdentifier = parseDer(extension.value, extension.value.length, (reader) => reader.octetString());
  return keyIdentifier.ok && equalOctets(keyIdentifier.value, identifier.keyIdentifier);
}
