import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { subjectKeyIdentifier } from '../../core/x509/key-identifier.js';

/** The kind of a key pair. For RSA, the number is the modulus length in bits. */
export type KeyKind = 'rsa-2048' | 'rsa-4096' | 'rsa-1024' | 'p256' | 'p384';

/** A demo key pair. */
export interface KeyPair {
  readonly kind: KeyKind;
  readonly privateKey: KeyObject;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  /** SHA-1 of the subjectPublicKey bits (RFC 5280 §4.2.1.2, method 1), 20 octets. */
  readonly keyIdentifier: Uint8Array;
}

/** The key pair of a private key in DER: RSAPrivateKey (`pkcs1`), ECPrivateKey (`sec1`) or PrivateKeyInfo (`pkcs8`). */
export function keyPairFrom(kind: KeyKind, encoded: Uint8Array, type: 'pkcs1' | 'sec1' | 'pkcs8'): KeyPair {
  const privateKey = createPrivateKey({ key: Buffer.from(encoded), format: 'der', type });
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return { kind, privateKey, publicKey, keyIdentifier: subjectKeyIdentifier(publicKey) };
}

/** The private key as PKCS #8 PEM. */
export function privateKeyPem(key: KeyPair): string {
  return key.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
}
