import { createHash } from 'node:crypto';

/** What tells one holder of certificates from another. */
export interface Holder {
  /** The subject's serialNumber attribute. */
  readonly serialNumber: string;
  /** The issuing organisation, equal for all generations of its certificate authority. */
  readonly issuerOrganization: Uint8Array;
}

/**
 * SHA-256 over the length of the issuing organisation (4 octets, big-endian), its bytes and the serialNumber in UTF-8: two cards of
 * one person give the same. Kept of staff only, so that a person doesn't approve with one card what they asked for with another.
 */
export function holderDigest(holder: Holder): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(holder.issuerOrganization.length);
  return createHash('sha256')
    .update(length)
    .update(holder.issuerOrganization)
    .update(holder.serialNumber, 'utf8')
    .digest();
}
