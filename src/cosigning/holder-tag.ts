import { createHmac } from 'node:crypto';
import type { HolderTag } from '../core/identifiers.js';

/** Who a certificate was issued to, whatever card it is on. */
export interface HolderIdentity {
  /** The subject's serialNumber attribute. */
  readonly serialNumber: string;
  /** The issuer's organisation, equal for all generations of its keys. */
  readonly issuerName: Uint8Array;
}

/**
 * The 16-byte tag of a holder in a case: HMAC-SHA-256 under the case's key over the serialNumber's length (4 bytes, big
 * endian), its UTF-8 octets and the issuer's organisation, cut to 128 bits. The length keeps the two parts apart.
 * It is derived from the certificate, never from the national ID.
 */
export function holderTag(caseKey: Uint8Array, holder: HolderIdentity): HolderTag {
  const serialNumber = Buffer.from(holder.serialNumber, 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(serialNumber.length);
  return createHmac('sha256', caseKey)
    .update(length)
    .update(serialNumber)
    .update(holder.issuerName)
    .digest()
    .subarray(0, 16) as Uint8Array as HolderTag;
}
