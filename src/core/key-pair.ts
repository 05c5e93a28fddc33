import { subtle } from './cryptography.js';
import { equalOctets } from './octets.js';

const p256 = { name: 'ECDH', namedCurve: 'P-256' } as const;

/**
 * True when `privateKey` (PKCS #8, DER) is the private half of `publicKey` (SubjectPublicKeyInfo, DER, uncompressed point), both on
 * P-256, as the keys of rounds are. False for whatever is no such key.
 */
export async function isKeyPair(privateKey: Uint8Array, publicKey: Uint8Array): Promise<boolean> {
  try {
    const imported = await subtle.importKey('pkcs8', privateKey, p256, true, ['deriveBits']);
    const { kty, crv, x, y } = await subtle.exportKey('jwk', imported);
    const half = await subtle.importKey('jwk', { kty, crv, x, y }, p256, true, []);
    return equalOctets(new Uint8Array(await subtle.exportKey('spki', half)), publicKey);
  } catch {
    // What comes out of an envelope that isn't authenticated (CBC) may be no key at all.
    return false;
  }
}
