import { hex } from '../../core/octets.js';
import { type Certificate, nameAttribute, Oid } from '../../core/x509/index.js';

/** A certificate, and whose it is, in what a person can compare. */
export interface NamedCertificate {
  readonly der: Uint8Array;
  /** The subject's common name. */
  readonly name: string;
  /** The certificate's serial number, hex. */
  readonly serialNumber: string;
  readonly notAfter: Date;
}

/** Whose a certificate is. */
export function namedCertificate(certificate: Certificate): NamedCertificate {
  return {
    der: certificate.der,
    name: nameAttribute(certificate.subject, Oid.commonName) ?? '',
    serialNumber: hex(certificate.serialNumber),
    notAfter: new Date(certificate.notAfter),
  };
}
