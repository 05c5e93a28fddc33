import { encodeUtf8 } from '../../core/encodings.js';
import { equalSecrets } from '../../core/native-octets.js';
import { openSealedOctets, sealOctets } from '../../core/sealed-octets.js';
import { sha256Hex } from '../../core/sha256.js';

/**
 * The checksum by which platform and service know each other (行動自然人憑證應用程式介面規格書, `sp_checksum`, `idp_checksum`): the texts of a
 * message one after another, their SHA-256 in lower-case hexadecimal, and that text under AES-256-GCM, all in hexadecimal: 12 octets of nonce,
 * ciphertext, 16 octets of tag. The specification's sample has a nonce of zeros. Ours is random, since GCM under one key must not meet a nonce
 * twice; the nonce is sent along, so both are read alike.
 */
export function checksumOf(key: Uint8Array, parts: readonly string[]): string {
  return Buffer.from(sealOctets(key, encodeUtf8(digestOf(parts)), '')).toString('hex');
}

/** Whether a checksum is that of these texts, by whoever has the key. */
export function isChecksumOf(key: Uint8Array, parts: readonly string[], checksum: string): boolean {
  if (!/^(?:[0-9a-f]{2}){92}$/i.test(checksum)) return false;
  const clear = openSealedOctets(key, Buffer.from(checksum, 'hex'), '');
  return clear !== undefined && equalSecrets(clear, encodeUtf8(digestOf(parts)));
}

const digestOf = (parts: readonly string[]): string => sha256Hex(encodeUtf8(parts.join('')));
