import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const nonceLength = 12;
const tagLength = 16;

/** How many octets are sealed at least: those of nothing. */
export const sealedOverhead = nonceLength + tagLength;

/**
 * What the platform seals for itself alone, to read it back soon: AES-256-GCM (NIST SP 800-38D) under `key`, 32 octets, which has no other
 * use. 12 random octets of nonce, the ciphertext, 16 octets of tag. `about` is authenticated and not contained: only who says the same
 * opens it.
 */
export function sealOctets(key: Uint8Array, clear: Uint8Array, about: string): Uint8Array {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about, 'utf8'));
  return Buffer.concat([nonce, cipher.update(clear), cipher.final(), cipher.getAuthTag()]);
}

/** Undoes {@link sealOctets}; undefined for what was altered, is about something else or is of another key. */
export function openSealedOctets(key: Uint8Array, sealed: Uint8Array, about: string): Uint8Array | undefined {
  if (sealed.length < sealedOverhead) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceLength), {
    authTagLength: tagLength,
  });
  decipher.setAAD(Buffer.from(about, 'utf8')).setAuthTag(sealed.subarray(-tagLength));
  try {
    const clear = decipher.update(sealed.subarray(nonceLength, -tagLength));
    return Buffer.concat([clear, decipher.final()]);
  } catch {
    // Not of this key, or altered.
    return undefined;
  }
}
