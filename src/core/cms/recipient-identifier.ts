import { parseDer } from '../der/index.js';
import { type Certificate, Oid } from '../x509/index.js';
import { equal } from './octets.js';
import type { RecipientIdentifier } from './recipient-info.js';

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
      equal(certificate.issuer.der, identifier.issuer) &&
      equal(certificate.serialNumber, identifier.serialNumber)
    );
  }
  const extension = certificate.extensions.get(Oid.subjectKeyIdentifier);
  if (extension === undefined) return false;
  const keyIdentifier = parseDer(extension.value, extension.value.length, (reader) => reader.octetString());
  return keyIdentifier.ok && equal(keyIdentifier.value, identifier.keyIdentifier);
}
