import { StartFailure } from '../../configuration/start-failure.js';
import { canSealFor } from '../../core/cms/index.js';
import { certificateExtensions, KeyUsage, parseCertificate, readPublicKey } from '../../core/x509/index.js';

/**
 * Holds a certificate (DER) of the commission against what its key is for (RFC 5280 §4.2.1.3): `digitalSignature` to sign;
 * `keyAgreement` (EC) or `keyEncipherment` (RSA) to be sealed to, with a key that can be. Throws the `StartFailure`
 * `start-certificate-unfit` with the file's name and what the certificate lacks. A certificate without keyUsage lacks everything.
 */
export function requireUse(file: string, certificate: Uint8Array, use: 'signing' | 'decryption'): void {
  if (use === 'decryption' && !canSealFor(certificate)) throw unfit(file, 'P-256, RSA');
  const usage = use === 'signing' ? 'digitalSignature' : agreementOrTransport(certificate);
  if ((usagesOf(certificate) & KeyUsage[usage]) === 0) throw unfit(file, usage);
}

const unfit = (file: string, lacking: string): StartFailure =>
  new StartFailure({ code: 'start-certificate-unfit', values: { file, lacking } });

function usagesOf(bytes: Uint8Array): number {
  const certificate = parseCertificate(bytes);
  const extensions = certificate.ok ? certificateExtensions(certificate.value) : certificate;
  return extensions.ok ? (extensions.value.keyUsage ?? 0) : 0;
}

function agreementOrTransport(bytes: Uint8Array): 'keyAgreement' | 'keyEncipherment' {
  const certificate = parseCertificate(bytes);
  const key = certificate.ok ? readPublicKey(certificate.value.subjectPublicKeyInfo) : undefined;
  return key?.kind === 'rsa' ? 'keyEncipherment' : 'keyAgreement';
}
