import { randomOctets } from '../cryptography.js';
import { joinOctets } from '../octets.js';
import { rsaPublicKey } from '../x509/index.js';

/** Octets of padding that RFC 8017 §7.2.1 asks for at least. */
const leastPadding = 8;

/**
 * RSAES-PKCS1-v1_5 (RFC 8017 §7.2.1) to a SubjectPublicKeyInfo (DER): the only key transport that a card can open, and the one that
 * WebCrypto lacks. One implementation for node and browsers, for one operation per recipient of an envelope (docs/adr/0017). Its time
 * depends on the padded message, which is random: use it for a fresh content key, and for nothing that is encrypted again and again.
 * Throws TypeError where that is no RSA key, RangeError where the message is too long for it.
 */
export function encryptPkcs1(subjectPublicKeyInfo: Uint8Array, message: Uint8Array): Uint8Array {
  const key = rsaPublicKey(subjectPublicKeyInfo);
  if (key === undefined) throw new TypeError('not an RSA key');
  const { length } = key.modulus;
  const padded = pad(message, length);
  const encrypted = power(toInteger(padded), toInteger(key.exponent), toInteger(key.modulus));
  return toOctets(encrypted, length);
}

/** EME-PKCS1-v1_5: 00 02, padding without a zero octet, 00, the message. */
function pad(message: Uint8Array, length: number): Uint8Array {
  const paddingLength = length - message.length - 3;
  if (paddingLength < leastPadding) throw new RangeError('message too long for this key');
  return joinOctets([Uint8Array.of(0, 2), nonZeroOctets(paddingLength), Uint8Array.of(0), message]);
}

/** Random octets of which none is zero: each that is, is drawn again. */
function nonZeroOctets(count: number): Uint8Array {
  const octets = randomOctets(count);
  for (let zero = octets.indexOf(0); zero >= 0; zero = octets.indexOf(0, zero))
    octets.set(randomOctets(1), zero);
  return octets;
}

/** `base` to the `exponent`, modulo `modulus`: square and multiply, from the exponent's highest bit. */
function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % modulus;
    if (bit === '1') result = (result * base) % modulus;
  }
  return result;
}

/** OS2IP (RFC 8017 §4.2). */
function toInteger(octets: Uint8Array): bigint {
  return octets.reduce((integer, octet) => (integer << 8n) | BigInt(octet), 0n);
}

/** I2OSP (RFC 8017 §4.1). */
function toOctets(integer: bigint, length: number): Uint8Array {
  const octets = new Uint8Array(length);
  for (let at = length - 1, rest = integer; at >= 0; at--, rest >>= 8n) octets[at] = Number(rest & 0xffn);
  return octets;
}
