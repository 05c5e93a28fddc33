import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { type KeyKind, type KeyPair } from '../../../src/devkit/index.js';

/** A key pair for tests that need many quickly and none twice the same. */
export function testKey(kind: KeyKind): KeyPair {
  const { privateKey, publicKey } = generate(kind);
  const spki = Uint8Array.from(publicKey.export({ format: 'der', type: 'spki' }));
  return { kind, privateKey, publicKey: spki, keyIdentifier: createHash('sha1').update(spki).digest() };
}

function generate(kind: KeyKind): { readonly privateKey: KeyObject; readonly publicKey: KeyObject } {
  if (kind === 'p256') return generateKeyPairSync('ec', { namedCurve: 'P-256' });
  if (kind === 'p384') return generateKeyPairSync('ec', { namedCurve: 'P-384' });
  return generateKeyPairSync('rsa', { modulusLength: Number(kind.slice('rsa-'.length)) });
}

/** Small RSA keys, made once, handed out in turn. */
export function keyRing(size: number): () => KeyPair {
  const keys = Array.from({ length: size }, () => testKey('rsa-1024'));
  let next = 0;
  return () => keys[next++ % keys.length];
}
