import { createHash } from 'node:crypto';
import { publicKeyBits } from './public-key.js';

/**
 * The key identifier of a SubjectPublicKeyInfo: SHA-1 of {@link publicKeyBits} (RFC 5280 §4.2.1.2 (1)), 20 bytes. OpenSSL and
 * most authorities use this one. It only tells keys apart; no security rests on it. Throws where this is no SubjectPublicKeyInfo.
 */
export function subjectKeyIdentifier(subjectPublicKeyInfo: Uint8Array): Uint8Array {
  const bits = publicKeyBits(subjectPublicKeyInfo);
  if (bits === undefined) throw new TypeError('not a SubjectPublicKeyInfo');
  return createHash('sha1').update(bits).digest();
}
