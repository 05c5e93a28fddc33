import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { sharedInfo, tagBytes } from './auth-enveloped-data.js';

const wrapInitialValue = Buffer.alloc(8, 0xa6);
const keyBytes = 32;
const sharedInfoWithoutMaterial = sharedInfo(undefined);

/** The key-encryption key of an ECDH secret (X9.63 KDF, RFC 5753 §7.2): 32 bytes. */
export function deriveKeyEncryptionKey(
  secret: Uint8Array,
  digest: 'sha1' | 'sha256',
  userKeyingMaterial?: Uint8Array,
): Uint8Array {
  const info = userKeyingMaterial === undefined ? sharedInfoWithoutMaterial : sharedInfo(userKeyingMaterial);
  const block = (counter: number): Buffer =>
    createHash(digest)
      .update(secret)
      .update(Uint8Array.of(0, 0, 0, counter))
      .update(info)
      .digest();
  return digest === 'sha256' ? block(1) : Buffer.concat([block(1), block(2)]).subarray(0, keyBytes);
}

/** AES-256 key wrap (RFC 3394): 40 bytes for a key of 32. */
export function wrapKey(keyEncryptionKey: Uint8Array, key: Uint8Array): Uint8Array {
  // The cipher gives everything in one piece, so there is no final part.
  return createCipheriv('id-aes256-wrap', keyEncryptionKey, wrapInitialValue).update(key);
}

/** Undoes {@link wrapKey}; undefined when the integrity check fails or the key is not one of 32 bytes. */
export function unwrapKey(keyEncryptionKey: Uint8Array, wrapped: Uint8Array): Uint8Array | undefined {
  if (wrapped.length !== keyBytes + 8) return undefined;
  try {
    return createDecipheriv('id-aes256-wrap', keyEncryptionKey, wrapInitialValue).update(wrapped);
  } catch {
    return undefined;
  }
}

/** AES-256-GCM without associated data. */
export function encryptContent(
  key: Uint8Array,
  nonce: Uint8Array,
  content: Uint8Array,
): { readonly ciphertext: Uint8Array; readonly tag: Uint8Array } {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const ciphertext = cipher.update(content);
  cipher.final();
  return { ciphertext, tag: cipher.getAuthTag() };
}

/** Undoes {@link encryptContent}; undefined when the tag does not fit, and then nothing of the content is returned. */
export function decryptContent(
  key: Uint8Array,
  sealed: { readonly nonce: Uint8Array; readonly ciphertext: Uint8Array; readonly tag: Uint8Array },
): Uint8Array | undefined {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.nonce, { authTagLength: tagBytes });
  decipher.setAuthTag(sealed.tag);
  const content = decipher.update(sealed.ciphertext);
  try {
    decipher.final();
    return content;
  } catch {
    return undefined;
  }
}
