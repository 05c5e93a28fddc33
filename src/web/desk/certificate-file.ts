import { parseDerOrPem } from '../../core/pem.js';
import { fail, ok, type Result } from '../../core/result.js';
import { KeyUsage, parseCertificate } from '../../core/x509/index.js';
import { mayBeUsedFor } from '../card/signed-by-card';
import { type NamedCertificate, namedCertificate } from '../card/named-certificate';

/** What a card's certificate is for: it has one for each. */
export type CertificateUse = 'signing' | 'encryption';

/** Why a file is not the certificate that is wanted. The server looks at its path and its dates. */
export type CertificateFileErrorCode =
  /** Not one certificate, DER or PEM. */
  | 'certificate-malformed'
  /** It is the other certificate of a card. */
  | 'certificate-for-other-use';

/** Greatest size of a file that may be a certificate, in bytes. */
export const maximumCertificateFile = 65_536;

/** Reads the certificate in a file, DER or PEM, if its keyUsage (RFC 5280 §4.2.1.3) is for this. */
export function readCertificateFile(
  file: Uint8Array,
  use: CertificateUse,
): Result<NamedCertificate, CertificateFileErrorCode> {
  const blocks = file.length > maximumCertificateFile ? undefined : parseDerOrPem(file, 'CERTIFICATE');
  const [der, ...more] = blocks?.ok === true ? blocks.value : [];
  const parsed = der && parseCertificate(der);
  if (parsed?.ok !== true || more.length > 0) return fail('certificate-malformed');
  const isFor = mayBeUsedFor(parsed.value, usages[use]);
  return isFor ? ok(namedCertificate(parsed.value)) : fail('certificate-for-other-use');
}

const usages: Readonly<Record<CertificateUse, number>> = {
  signing: KeyUsage.digitalSignature,
  encryption: KeyUsage.keyEncipherment | KeyUsage.dataEncipherment,
};
