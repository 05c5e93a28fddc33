import { createHmac } from 'node:crypto';
import type { HolderTag } from './identifiers.js';
import { sha256 } from './sha256.js';

/** Who a certificate was issued to, whatever card it is on. Personal data. */
export interface Holder {
  /** What tells holders of an authority apart; on a card of MOICA the subject's serialNumber. It is not the national ID number. */
  readonly identifier: string;
  /** The issuer's name, or the part of it that the policy names, in the canonical form of RFC 5280 §7.1: the same for every generation of an authority. */
  readonly issuerName: Uint8Array;
}

/*
 * Tag and digest are made of the same two parts, in opposite order. Both are stored and compared with what is computed later: tags with
 * sealed records for as long as a case collects, digests with sessions and with requests that wait for approval. So neither order can be
 * changed without losing what is stored.
 */

/**
 * The 16-byte tag of a holder in a case: HMAC-SHA-256 under the case's key over the identifier's length (4 octets, big-endian), its
 * UTF-8 octets and the issuer's name, cut to 128 bits. It is computed from the certificate, never from the national ID number.
 */
export function holderTag(caseKey: Uint8Array, holder: Holder): HolderTag {
  const mac: Uint8Array = createHmac('sha256', caseKey).update(taggedOctets(holder)).digest();
  return mac.subarray(0, 16) as HolderTag;
}

const taggedOctets = ({ identifier, issuerName }: Holder): Uint8Array =>
  lengthFirst(Buffer.from(identifier, 'utf8'), issuerName);

/**
 * The check value of a case's key, 32 bytes: HMAC-SHA-256 under the key over a text that no holder's octets begin with. It is stored and
 * shows whether a server has the same key; the key can't be computed from it.
 */
export function holderTagKeyCheck(caseKey: Uint8Array): Uint8Array {
  return createHmac('sha256', caseKey).update(checkedText).digest();
}

const checkedText = Buffer.from('lianshu holder-tag key check\n', 'utf8');

/** A case's key, wherever it is kept: what it computes, and nothing of the key itself. */
export interface HolderTagKey {
  /** {@link holderTagKeyCheck} of the key. */
  readonly check: Uint8Array;
  /** {@link holderTag} under the key. */
  tag(holder: Holder): Promise<HolderTag>;
}

/** A key in memory. */
export function holderTagKeyOf(caseKey: Uint8Array): HolderTagKey {
  return {
    check: holderTagKeyCheck(caseKey),
    tag: (holder) => Promise.resolve(holderTag(caseKey, holder)),
  };
}

/** A key that may be in a hardware module, by its HMAC-SHA-256 (32 bytes). */
export async function holderTagKeyWith(
  hmac: (data: Uint8Array) => Promise<Uint8Array>,
): Promise<HolderTagKey> {
  return {
    check: await hmac(checkedText),
    tag: async (holder) => (await hmac(taggedOctets(holder))).subarray(0, 16) as HolderTag,
  };
}

/**
 * SHA-256 over the length of the issuer's name (4 octets, big-endian), its octets and the identifier in UTF-8: the same for two cards
 * of one person. Kept of staff only, so that nobody approves with one card what they asked for with another.
 */
export function holderDigest({ identifier, issuerName }: Holder): Uint8Array {
  return sha256(lengthFirst(issuerName, Buffer.from(identifier, 'utf8')));
}

/** The length keeps the two parts apart: no octet can move from one to the other. */
function lengthFirst(one: Uint8Array, other: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(one.length);
  return Buffer.concat([length, one, other]);
}
