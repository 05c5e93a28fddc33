import { randomOctets, subtle, type Verification } from './cryptography.js';
import { equalOctets } from './octets.js';

const p256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const trial: Verification = { name: 'ECDSA', hash: 'SHA-256' };

/**
 * True when `privateKey` (PKCS #8, DER) is the private half of `publicKey` (SubjectPublicKeyInfo, DER, uncompressed point), both on
 * P-256, as the keys of rounds are. False for whatever is no such key. It is tried with a signature over random octets, which goes nowhere:
 * so the private half is never written out again, not even as text.
 */
export async function isKeyPair(privateKey: Uint8Array, publicKey: Uint8Array): Promise<boolean> {
  try {
    const whole = await subtle.importKey('pkcs8', privateKey, p256, false, ['sign']);
    const half = await subtle.importKey('spki', publicKey, p256, true, ['verify']);
    const written = new Uint8Array(await subtle.exportKey('spki', half));
    const octets = randomOctets(32);
    const signature = await subtle.sign(trial, whole, octets);
    return equalOctets(written, publicKey) && (await subtle.verify(trial, half, signature, octets));
  } catch {
    // What comes out of an envelope that isn't authenticated (CBC) may be no key at all.
    return false;
  }
}
