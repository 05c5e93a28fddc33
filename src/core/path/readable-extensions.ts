import { type Certificate, certificateExtensions, type CertificateExtensions } from '../x509/index.js';

/** A certificate's extensions, or none where they do not decode: certificateChecks refuse such a certificate. */
export function readableExtensions(certificate: Certificate): CertificateExtensions {
  const decoded = certificateExtensions(certificate);
  return decoded.ok ? decoded.value : {};
}
