import { createHash, randomBytes } from 'node:crypto';

const tokenBytes = 32;

/** A new bearer token: 256 random bits, base64url without padding (43 characters). */
export function newToken(): string {
  return randomBytes(tokenBytes).toString('base64url');
}

/** SHA-256 of a token's text: what is stored, so that a copy of the database opens no session. */
export function tokenDigest(token: string): Uint8Array {
  return createHash('sha256').update(token, 'utf8').digest();
}
