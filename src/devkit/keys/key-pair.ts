import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { DerReader } from '../../core/der/index.js';

/** What a key pair is; RSA by the bits of its modulus. */
export type KeyKind = 'rsa-2048' | 'rsa-4096' | 'rsa-1024' | 'p256' | 'p384';

/** A demo key pair. */
export interface KeyPair {
  readonly kind: KeyKind;
  readonly privateKey: KeyObject;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  /** SHA-1 of the subjectPublicKey bits (RFC 5280 4.2.1.2, method 1), 20 bytes. */
  readonly keyIdentifier: Uint8Array;
}

/** A key pair from its private key in DER. */
export function keyPairFrom(kind: KeyKind, encoded: Uint8Array, type: 'pkcs1' | 'sec1'): KeyPair {
  const privateKey = createPrivateKey({ key: Buffer.from(encoded), format: 'der', type });
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return { kind, privateKey, publicKey, keyIdentifier: keyIdentifierOf(publicKey) };
}

/** SHA-1 of the bits of a SubjectPublicKeyInfo's subjectPublicKey. */
export function keyIdentifierOf(publicKey: Uint8Array): Uint8Array {
  return createHash('sha1').update(publicKeyBits(publicKey)).digest();
}

/** The content of a SubjectPublicKeyInfo's subjectPublicKey. */
export function publicKeyBits(publicKey: Uint8Array): Uint8Array {
  const reader = new DerReader(publicKey).into();
  reader.element();
  return reader.bitString().bytes;
}

/** The private key as PKCS #8 PEM. */
export function privateKeyPem(key: KeyPair): string {
  return key.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
}
