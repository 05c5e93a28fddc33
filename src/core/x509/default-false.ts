import { DerError, type DerReader, Tag } from '../der/index.js';

/** Reads a `BOOLEAN DEFAULT FALSE`. DER does not encode a default (X.690 §11.5), so FALSE that is written out is refused. Throws DerError. */
export function readDefaultFalse(reader: DerReader): boolean {
  if (reader.peek() !== Tag.boolean) return false;
  if (!reader.boolean()) throw new DerError('default written out');
  return true;
}
