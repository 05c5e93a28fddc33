import { der, Tag } from '../der/index.js';
import type { Certificate } from '../x509/index.js';
import type { SignerIdentifier } from './signer-info.js';

/** The SignerIdentifier that names a certificate by issuer and serial number. */
export function issuerAndSerialNumber(certificate: Certificate): SignerIdentifier {
  const { issuer, serialNumber } = certificate;
  return {
    kind: 'issuer-and-serial-number',
    der: der.sequence(issuer.der, der.encode(Tag.integer, serialNumber)),
    issuer: issuer.der,
    serialNumber,
  };
}

/** The SignerIdentifier that names a key by identifier. */
export function keyIdentifier(identifier: Uint8Array): SignerIdentifier {
  return { kind: 'key-identifier', der: der.contextOctets(0, identifier), keyIdentifier: identifier };
}
