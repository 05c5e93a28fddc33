import { webcrypto } from 'node:crypto';

/** SHA-256, computed off the event loop: a revocation list may have 20 MB. */
export const sha256Of = async (bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await webcrypto.subtle.digest('SHA-256', bytes));

/** True when both are the same bytes. */
export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;
