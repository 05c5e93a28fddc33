/** The octet at `index`. Throws RangeError where there is none: the caller has to know how long the bytes are. */
export function octetAt(bytes: Uint8Array, index: number): number {
  const octet = bytes[index];
  if (octet === undefined) throw new RangeError('no such octet');
  return octet;
}

/** True when both hold the same octets. */
export function equalOctets(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
