import type { CertifiedSigner } from '../../core/cms/signer-info.js';
import { encodePem } from '../../core/pem.js';
import type { CertifiedKey } from '../card/mock-card.js';
import { type KeyPair, privateKeyPem } from '../keys/key-pair.js';
import { defaultAlgorithm, signWith } from '../keys/signature-algorithm.js';
import { buildCertificate } from '../x509/certificate-builder.js';
import { keyUsage, type KeyUsageBit, subjectKeyIdentifier } from '../x509/extension.js';
import { commonName, country, distinguishedName, organization } from '../x509/name.js';
import { type Authority, issuedBy } from './authority.js';

/** An office's certificate and key, in every form that callers need. */
export interface Office extends CertifiedKey {
  readonly signer: CertifiedSigner;
  readonly certificatePem: string;
  /** PKCS #8. */
  readonly privateKeyPem: string;
}

/** What an office's key is for, where it is not for both. */
export type OfficeUse = 'signing' | 'decryption';

/** How an office's certificate is issued. */
interface OfficeIssue {
  readonly issuer: Authority;
  readonly address: string;
  readonly at: Date;
  /** Undefined for signing and for encryption to the office. */
  readonly use?: OfficeUse | undefined;
}

/** Issues an office's certificate. */
export function certifyOffice(name: string, key: KeyPair, { issuer, address, at, use }: OfficeIssue): Office {
  const signingUsages: KeyUsageBit[] = use === 'decryption' ? [] : ['digitalSignature', 'nonRepudiation'];
  const encryptionUsage: KeyUsageBit = key.kind.startsWith('rsa') ? 'keyEncipherment' : 'keyAgreement';
  const certificate = buildCertificate({
    signer: issuer.key,
    issuer: issuer.name,
    subject: distinguishedName(country('TW'), organization(name), commonName(name)),
    publicKey: key.publicKey,
    serialNumber: Uint8Array.of(2, ...key.keyIdentifier.subarray(0, 8)),
    notBefore: new Date(at.getTime() - 365 * 86_400_000),
    notAfter: new Date(at.getTime() + 5 * 365 * 86_400_000),
    extensions: [
      ...issuedBy(issuer, address),
      subjectKeyIdentifier(key.keyIdentifier),
      keyUsage(...signingUsages, ...(use === 'signing' ? [] : [encryptionUsage])),
    ],
  });
  return {
    certificate,
    key,
    signer: certifiedSigner(key, certificate),
    certificatePem: encodePem('CERTIFICATE', certificate),
    privateKeyPem: privateKeyPem(key),
  };
}

/** A CertifiedSigner that signs with a demo key. */
export function certifiedSigner(key: KeyPair, certificate: Uint8Array): CertifiedSigner {
  return {
    certificate,
    publicKey: key.publicKey,
    sign: (data) => Promise.resolve(signWith(key, defaultAlgorithm(key), data)),
  };
}
