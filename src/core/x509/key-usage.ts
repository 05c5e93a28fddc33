import { DerError, type DerReader } from '../der/index.js';
import { readNamedBits } from './named-bits.js';

/** The bits of keyUsage (RFC 5280 4.2.1.3). */
export const KeyUsage = {
  digitalSignature: 1 << 0,
  nonRepudiation: 1 << 1,
  keyEncipherment: 1 << 2,
  dataEncipherment: 1 << 3,
  keyAgreement: 1 << 4,
  keyCertSign: 1 << 5,
  crlSign: 1 << 6,
  encipherOnly: 1 << 7,
  decipherOnly: 1 << 8,
} as const;

/** Reads keyUsage as the sum of its {@link KeyUsage} bits: at least one. Throws DerError. */
export function readKeyUsage(reader: DerReader): number {
  const usages = readNamedBits(reader);
  if (usages === 0) throw new DerError('no key usage');
  return usages;
}

/** Reads extKeyUsage (RFC 5280 4.2.1.12): at least one purpose. Throws DerError. */
export function readExtendedKeyUsage(reader: DerReader): readonly string[] {
  const list = reader.into();
  const purposes: string[] = [];
  do purposes.push(list.oid());
  while (!list.done);
  return purposes;
}
