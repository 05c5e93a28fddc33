import { sign } from 'node:crypto';
import type { CertifiedSigner, Signer } from '../../../src/core/cms/signer.js';
import { type Holder, type KeyPair, spkiOf } from './certificates.js';

/** A key pair behind the Signer port. */
export const signerOf = ({ privateKey, publicKey }: KeyPair): Signer => ({
  publicKey: spkiOf(publicKey),
  sign: (data) => Promise.resolve(sign('sha256', data, privateKey)),
});

/** A holder behind the CertifiedSigner port. */
export const certifiedSignerOf = (holder: Holder): CertifiedSigner => ({
  ...signerOf(holder),
  certificate: holder.certificate.der,
});
