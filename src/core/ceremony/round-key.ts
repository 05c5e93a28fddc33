import { subtle } from '../cryptography.js';
import { equal } from '../cms/octets.js';
import type { Card } from '../cms/card.js';
import { fail, ok, type Result } from '../result.js';

const algorithm = { name: 'ECDH', namedCurve: 'P-256' };

/** A round key pair in clear; `privateKey` never leaves the machine it was made on. */
export interface RoundKeyPair {
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  /** PKCS #8, DER. */
  readonly privateKey: Uint8Array;
}

/** Makes a round key. */
export async function generateRoundKey(): Promise<RoundKeyPair> {
  const pair = await subtle.generateKey(algorithm, true, ['deriveBits']);
  return {
    publicKey: new Uint8Array(await subtle.exportKey('spki', pair.publicKey)),
    privateKey: new Uint8Array(await subtle.exportKey('pkcs8', pair.privateKey)),
  };
}

/** Has the card open the wrapped round key: one popup, one PIN. */
export async function unwrapRoundKey(
  card: Card,
  wrappedKey: Uint8Array,
): Promise<Result<Uint8Array, 'ceremony-key-not-opened'>> {
  try {
    return ok(await card.decrypt(wrappedKey));
  } catch {
    return fail('ceremony-key-not-opened');
  }
}

/** True when `privateKey` (PKCS #8) is the private half of `publicKey` (SubjectPublicKeyInfo). */
export async function isKeyPair(privateKey: Uint8Array, publicKey: Uint8Array): Promise<boolean> {
  try {
    const imported = await subtle.importKey('pkcs8', privateKey, algorithm, true, ['deriveBits']);
    const { kty, crv, x, y } = await subtle.exportKey('jwk', imported);
    const half = await subtle.importKey('jwk', { kty, crv, x, y }, algorithm, true, []);
    return equal(new Uint8Array(await subtle.exportKey('spki', half)), publicKey);
  } catch {
    // The envelope is not authenticated (CBC), so what comes out may be no key at all.
    return false;
  }
}
