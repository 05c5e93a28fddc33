import { timingSafeEqual } from 'node:crypto';

/*
 * What the server does with octets in node's native code: it is secret, or it is done for every certificate. Nothing that a browser loads
 * imports this file.
 */

/** Whether both hold the same octets, in a time that depends on the length alone: for MACs, and digests of what somebody may be guessing. */
export function equalSecrets(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

/** A text that is the same for the same octets and for no others: what they are found by in a Map. Half as long as hex. */
export function octetKey(octets: Uint8Array): string {
  return Buffer.from(octets.buffer, octets.byteOffset, octets.length).toString('latin1');
}
