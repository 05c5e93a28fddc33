import { timingSafeEqual } from 'node:crypto';

/*
 * What is done with octets everywhere: hold two against each other, and write them as text. Node does it in native code; a
 * browser build puts its own module of this shape here, as it does for `cryptography.ts`.
 */

/** The octet at `index`. Throws RangeError where there is none: the caller has to know how long the bytes are. */
export function octetAt(bytes: Uint8Array, index: number): number {
  const octet = bytes[index];
  if (octet === undefined) throw new RangeError('no such octet');
  return octet;
}

/** True when both hold the same octets. How long it takes tells where they differ: for secrets there is {@link equalSecrets}. */
export function equalOctets(a: Uint8Array, b: Uint8Array): boolean {
  return a === b || (a.length === b.length && Buffer.compare(a, b) === 0);
}

/** As {@link equalOctets}, in a time that depends on the length alone: for MACs, and digests of what somebody may be guessing. */
export function equalSecrets(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The order of octet strings: below zero when `a` comes first. One that begins another comes before it. */
export function compareOctets(a: Uint8Array, b: Uint8Array): number {
  return Buffer.compare(a, b);
}

/** Lower-case hexadecimal (RFC 4648 §8 in lower case), two digits an octet. */
export function hex(octets: Uint8Array): string {
  return Buffer.from(octets.buffer, octets.byteOffset, octets.length).toString('hex');
}

/** A text that is the same for the same octets and for no others: what they are found by in a Map. Half as long as hex. */
export function octetKey(octets: Uint8Array): string {
  return Buffer.from(octets.buffer, octets.byteOffset, octets.length).toString('latin1');
}

/** The byte strings in the order of DER's SET OF (X.690 §11.6), each once. */
export function inOrder(all: readonly Uint8Array[]): Uint8Array[] {
  const ordered = all.toSorted((a, b) => compareOctets(a, b));
  return ordered.filter((each, index) => {
    const previous = ordered[index - 1];
    return previous === undefined || !equalOctets(each, previous);
  });
}
