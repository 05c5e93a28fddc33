import { der, parseDer, Tag } from '../der/index.js';
import { equalOctets } from '../octets.js';
import { type Certificate, Oid } from '../x509/index.js';
import type { RecipientIdentifier } from './recipient-info.js';
import type { SignerIdentifier } from './signer-info.js';

/** Names a certificate by its issuer and serial number. */
export function recipientIdentifierOf(certificate: Certificate): RecipientIdentifier {
  return {
    kind: 'issuer-and-serial-number',
    issuer: certificate.issuer.der,
    serialNumber: certificate.serialNumber,
  };
}

/** True when a signer's or recipient's identifier names this certificate, by issuer and serial number or by key identifier. */
export function identifiesCertificate(identifier: RecipientIdentifier, certificate: Certificate): boolean {
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

/** The SignerIdentifier that names a certificate by issuer and serial number. */
export function signerIdentifierOf(certificate: Certificate): SignerIdentifier {
  const { issuer, serialNumber } = certificate;
  return {
    kind: 'issuer-and-serial-number',
    der: der.sequence(issuer.der, der.encode(Tag.integer, serialNumber)),
    issuer: issuer.der,
    serialNumber,
  };
}

/** The SignerIdentifier that names a key by identifier. */
export function signerIdentifierByKey(identifier: Uint8Array): SignerIdentifier {
  return { kind: 'key-identifier', der: der.contextOctets(0, identifier), keyIdentifier: identifier };
}
