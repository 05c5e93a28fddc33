import { createHash } from 'node:crypto';
import { publicKeyBits } from './signer-key.js';

/**
 * The key identifier of a SubjectPublicKeyInfo: SHA-1 of its BIT STRING's content (RFC 5280 4.2.1.2 (1)), 20 bytes, which is
 * what `openssl` and most CAs use. It only tells keys apart; no security rests on it. Throws where this is no public key.
 */
export function subjectKeyIdentifier(subjectPublicKeyInfo: Uint8Array): Uint8Array {
  const bits = publicKeyBits(subjectPublicKeyInfo);
  if (bits === undefined) throw new TypeError('not a SubjectPublicKeyInfo');
  return createHash('sha1').update(bits).digest();
}
