import { randomInt } from 'node:crypto';
import { sha256 } from '../core/sha256.js';

/** Crockford's base32: it has no letter that can be mistaken for a digit. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const characters = 26;
const groups = /^(.{6})(.{5})(.{5})(.{5})(.{5})$/;

/** A new access code 認證碼: 130 random bits in five groups, such as `4K7QW2-9RBTX-…`. Shown once, never stored. */
export function newAccessCode(): string {
  const code = Array.from({ length: characters }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
  return code.replace(groups, '$1-$2-$3-$4-$5');
}

/**
 * SHA-256 of the code in its normal form: case, spaces and hyphens don't matter, O is read as 0, I and L as 1. A text
 * that is no code has a digest too, which belongs to no round. 130 random bits need no slow hash.
 */
export function accessCodeDigest(typed: string): Uint8Array {
  const meant = typed
    .slice(0, 4 * characters)
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return sha256(meant);
}
