import {
  type Certificate,
  certificateExtensions,
  moicaHolder,
  nameAttribute,
  nameKey,
  Oid,
} from '../core/x509/index.js';
import { sameIssuerName } from './issuer-names.js';
import type { CertificateHolder } from './judgement.js';

/**
 * Who holds a certificate, or undefined where it does not say (no serialNumber, or no last four digits). Holder tags rest on
 * the issuer's name in the canonical form of RFC 5280 §7.1, so that form never changes while a case collects.
 */
export function certificateHolder(certificate: Certificate): CertificateHolder | undefined {
  const extensions = certificateExtensions(certificate);
  if (!extensions.ok) return undefined;
  const serialNumber = nameAttribute(certificate.subject, Oid.serialNumberAttribute);
  const { lastFourDigits } = moicaHolder(extensions.value.subjectDirectoryAttributes ?? []);
  if (serialNumber === undefined || serialNumber === '' || lastFourDigits === undefined) return undefined;
  return {
    serialNumber,
    issuerOrganization: Buffer.from(nameKey(sameIssuerName(certificate.issuer))),
    lastFourDigits,
  };
}
