import { hash } from 'node:crypto';

/** SHA-256 (FIPS 180-4), 32 bytes; of a text, its UTF-8. What also runs in a browser takes `digestSha256` of `cryptography.ts`. */
export function sha256(data: Uint8Array | string): Uint8Array {
  return hash('sha256', data, 'buffer');
}

/** {@link sha256} in lower-case hex, 64 digits. */
export function sha256Hex(data: Uint8Array | string): string {
  return hash('sha256', data, 'hex');
}
