import { DerError, type DerReader } from '../der/index.js';

const maximumNamedBits = 16;

/** A BIT STRING with named bits (X.690 11.2.2) as a number: bit n of the string is `1 << n`. Throws DerError. */
export function readNamedBits(reader: DerReader, tag?: number): number {
  const { bytes, unusedBits } = reader.bitString(tag);
  if (bytes.length * 8 - unusedBits > maximumNamedBits) throw new DerError('too many named bits');
  let flags = 0;
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    if ((bytes[bit >> 3] & (0x80 >> (bit & 7))) !== 0) flags |= 1 << bit;
  }
  return flags;
}
