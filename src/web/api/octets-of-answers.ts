import { decodeBase64 } from '../../core/encodings.js';

/** Octets that the API wrote in base64. Throws where it is none: the server then keeps to no document of ours. */
export function octetsOfBase64(base64: string | undefined): Uint8Array {
  const octets = base64 === undefined ? undefined : decodeBase64(base64);
  if (octets === undefined) throw new TypeError('the server wrote no base64');
  return octets;
}

/** Octets that the API wrote in hex. Throws where it is none. */
export function octetsOfHex(text: string): Uint8Array {
  const pairs = /^(?:[0-9a-f]{2})*$/.test(text) ? (text.match(/../g) ?? []) : undefined;
  if (pairs === undefined) throw new TypeError('the server wrote no hex');
  return Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16));
}
