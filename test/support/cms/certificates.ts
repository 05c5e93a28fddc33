import { createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { CertifiedSigner, Signer } from '../../../src/core/cms/signer-info.js';
import { encodePem } from '../../../src/core/pem.js';
import { type Certificate, parseCertificate } from '../../../src/core/x509/index.js';
import { subjectKeyIdentifier as keyIdentifierOf } from '../../../src/core/x509/key-identifier.js';
import {
  basicConstraints,
  buildCertificate,
  commonName,
  distinguishedName,
  KeyPool,
  makeKey,
  SeededRandom,
  subjectKeyIdentifier,
  valueOf,
} from '../../../src/devkit/index.js';
import { keptKeys } from '../demo-pki.js';

/** A key pair of node:crypto: any kind, with the devkit's only a few. */
export interface NodeKeyPair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** A key pair with its certificate. */
export interface CertifiedPair extends NodeKeyPair {
  readonly certificate: Certificate;
}

const pool = new KeyPool(new SeededRandom('RSA of the CMS tests'), keptKeys('RSA of the CMS tests'));
let pairs = 0;

/** Another pair with every call; of the usual sizes each spec gets the same in turn, since making one takes far longer than reading one. */
export const rsaPair = (modulusLength = 2048): NodeKeyPair => {
  if (modulusLength !== 1024 && modulusLength !== 2048) return generateKeyPairSync('rsa', { modulusLength });
  const { privateKey } = pool.key(`pair ${String(pairs++)}`, `rsa-${modulusLength}`);
  return { privateKey, publicKey: createPublicKey(privateKey) };
};
export const pssPair = (): NodeKeyPair => generateKeyPairSync('rsa-pss', { modulusLength: 2048 });
export const ecPair = (namedCurve = 'P-256'): NodeKeyPair => generateKeyPairSync('ec', { namedCurve });

export const spkiOf = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'spki' });
export const pkcs8Of = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'pkcs8' });

const caKey = makeKey(new SeededRandom('CA of the CMS tests'), 'p256');
const caName = distinguishedName(commonName('Test CA'));

/** The certificate of the CA that issues every certificate here. */
export const testCa: Certificate = valueOf(
  parseCertificate(
    buildCertificate({
      signer: caKey,
      subject: caName,
      extensions: [subjectKeyIdentifier(caKey.keyIdentifier), basicConstraints(true)],
    }),
  ),
);

/** The pair with a certificate of the test CA: serial number 7 and a key identifier, unless overridden. */
export function certified(
  pair: NodeKeyPair,
  overrides: { readonly serial?: number; readonly keyIdentifier?: boolean } = {},
): CertifiedPair {
  const { serial = 7, keyIdentifier = true } = overrides;
  const publicKey = spkiOf(pair.publicKey);
  const identifier = keyIdentifier ? [subjectKeyIdentifier(keyIdentifierOf(publicKey))] : [];
  const certificate = buildCertificate({
    signer: caKey,
    issuer: caName,
    subject: distinguishedName(commonName('Signer')),
    publicKey,
    serialNumber: serial,
    extensions: [...identifier, basicConstraints(false)],
  });
  return { ...pair, certificate: valueOf(parseCertificate(certificate)) };
}

/** PEM of a certificate. */
export const pemOf = (certificate: Pick<Certificate, 'der'>): string =>
  encodePem('CERTIFICATE', certificate.der);

/** The Signer port for a key pair. */
export const signerOf = ({ privateKey, publicKey }: NodeKeyPair): Signer => ({
  publicKey: spkiOf(publicKey),
  sign: (data) => Promise.resolve(sign('sha256', data, privateKey)),
});

/** The CertifiedSigner port for a key pair with its certificate. */
export const certifiedSignerOf = (pair: CertifiedPair): CertifiedSigner => ({
  ...signerOf(pair),
  certificate: pair.certificate.der,
});
