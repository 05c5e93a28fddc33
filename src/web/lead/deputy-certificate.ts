import { parseDerOrPem } from '../../core/pem.js';
import { fail, ok, type Result } from '../../core/result.js';
import {
  type Certificate,
  certificateExtensions,
  keyAllowed,
  KeyUsage,
  parseCertificate,
  readPublicKey,
  strongAlgorithms,
} from '../../core/x509/index.js';
import { type NamedCertificate, namedCertificate } from '../card/named-certificate';

/** Why a file is no deputy's certificate. */
export const deputyErrorCodes = [
  /** Not one certificate, in DER or PEM. */
  'deputy-malformed',
  /** Its key is not RSA of 2048 bits or more: no card opens what is encrypted to another. */
  'deputy-key-unsuitable',
  /** It is not for encryption: often the signing certificate of the same card. */
  'deputy-not-for-encryption',
  /** It is expired, or not valid yet. */
  'deputy-not-valid-now',
] as const;
export type DeputyErrorCode = (typeof deputyErrorCodes)[number];

/** Greatest size of a file that may be a certificate, in bytes. */
export const maximumCertificateFile = 65_536;

/** Reads a deputy's encryption certificate (DER or PEM). Its path is not validated: the lead knows the deputy. */
export function readDeputyCertificate(
  file: Uint8Array,
  now: Date,
): Result<NamedCertificate, DeputyErrorCode> {
  const blocks = parseDerOrPem(file, 'CERTIFICATE');
  const [der, ...more] = blocks.ok ? blocks.value : [];
  const parsed = der && parseCertificate(der);
  if (parsed?.ok !== true || more.length > 0) return fail('deputy-malformed');
  const certificate = parsed.value;
  const key = readPublicKey(certificate.subjectPublicKeyInfo);
  if (key?.kind !== 'rsa' || !keyAllowed(strongAlgorithms, key)) return fail('deputy-key-unsuitable');
  if (!isForEncryption(certificate)) return fail('deputy-not-for-encryption');
  const isValid = certificate.notBefore <= now.getTime() && now.getTime() <= certificate.notAfter;
  return isValid ? ok(namedCertificate(certificate)) : fail('deputy-not-valid-now');
}

/** Where keyUsage says nothing, every use is allowed (RFC 5280 §4.2.1.3). */
function isForEncryption(certificate: Certificate): boolean {
  const extensions = certificateExtensions(certificate);
  if (!extensions.ok) return false;
  const { keyUsage } = extensions.value;
  return keyUsage === undefined || (keyUsage & KeyUsage.keyEncipherment) !== 0;
}
