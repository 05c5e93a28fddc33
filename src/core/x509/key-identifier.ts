import { hash } from 'node:crypto';
import { publicKeyBits } from './public-key.js';

const computed = new WeakMap<Uint8Array, Uint8Array>();

/**
 * The key identifier of a SubjectPublicKeyInfo: SHA-1 of {@link publicKeyBits} (RFC 5280 §4.2.1.2 (1)), 20 bytes. OpenSSL and
 * most authorities use this one. It only tells keys apart; no security rests on it. Throws where this is no SubjectPublicKeyInfo.
 * Computed once for each array, so its octets must not change.
 */
export function subjectKeyIdentifier(subjectPublicKeyInfo: Uint8Array): Uint8Array {
  const known = computed.get(subjectPublicKeyInfo);
  if (known !== undefined) return known;
  const bits = publicKeyBits(subjectPublicKeyInfo);
  if (bits === undefined) throw new TypeError('not a SubjectPublicKeyInfo');
  const identifier = hash('sha1', bits, 'buffer');
  computed.set(subjectPublicKeyInfo, identifier);
  return identifier;
}
