import { subtle, type WebCryptoKey } from '../cryptography.js';
import { joinOctets } from '../octets.js';
import { type AuthEnvelopedData, sharedInfo } from './auth-enveloped-data.js';
import type { KeyAgreement } from './recipient-info.js';

/*
 * Key agreement and AES-256-GCM by WebCrypto, for a person's own machine. The server seals and opens the same envelopes by node:crypto, in
 * `key-envelope.ts`.
 */

/** ECDH on P-256, as WebCrypto calls it. */
export const p256 = { name: 'ECDH', namedCurve: 'P-256' } as const;

/** How the key-encryption key comes of the shared secret; `userKeyingMaterial` is left out, not empty, where there is none. */
type Derivation = Pick<KeyAgreement, 'keyDerivation' | 'userKeyingMaterial'>;

/** What this program derives with where it seals. */
const ownDerivation: Derivation = { keyDerivation: 'sha256', userKeyingMaterial: undefined };

/** A private key of P-256 (PKCS #8, DER). Undefined for any other key. */
export async function importAgreementKey(privateKey: Uint8Array): Promise<WebCryptoKey | undefined> {
  try {
    return await subtle.importKey('pkcs8', privateKey, p256, false, ['deriveBits']);
  } catch {
    return undefined;
  }
}

/** The AES-256 key that wraps a content key, of an ECDH secret (X9.63 KDF, RFC 5753 §7.2). Rejects where the keys don't agree. */
export async function wrappingKeyFor(
  privateKey: WebCryptoKey,
  publicKey: WebCryptoKey,
  derivation = ownDerivation,
): Promise<WebCryptoKey> {
  const bits = await subtle.deriveBits({ name: 'ECDH', public: publicKey }, privateKey, 256);
  const key = await deriveKeyEncryptionKey(new Uint8Array(bits), derivation);
  return subtle.importKey('raw', key, 'AES-KW', false, ['wrapKey', 'unwrapKey']);
}

/** One block of SHA-256 is the whole key; of SHA-1, with which openssl derives unless told otherwise, it takes two. */
async function deriveKeyEncryptionKey(
  secret: Uint8Array,
  { keyDerivation, userKeyingMaterial }: Derivation,
): Promise<Uint8Array> {
  const hash = keyDerivation === 'sha256' ? 'SHA-256' : 'SHA-1';
  const counters = keyDerivation === 'sha256' ? [1] : [1, 2];
  const info = sharedInfo(userKeyingMaterial);
  const blocks = counters.map(async (counter) => {
    const octets = joinOctets([secret, Uint8Array.of(0, 0, 0, counter), info]);
    return new Uint8Array(await subtle.digest(hash, octets));
  });
  return joinOctets(await Promise.all(blocks)).subarray(0, 32);
}

/** The content of an envelope, by the key of this recipient of it. Undefined when it doesn't open, and then nothing of the content is returned. */
export async function openAgreed(
  { nonce, ciphertext, tag }: AuthEnvelopedData,
  recipient: KeyAgreement,
  privateKey: WebCryptoKey,
): Promise<Uint8Array | undefined> {
  try {
    const originator = await subtle.importKey('raw', recipient.originator, p256, false, []);
    const wrapping = await wrappingKeyFor(privateKey, originator, recipient);
    const usage = ['decrypt' as const];
    const key = await subtle.unwrapKey(
      'raw',
      recipient.encryptedKey,
      wrapping,
      'AES-KW',
      'AES-GCM',
      false,
      usage,
    );
    const bytes = joinOctets([ciphertext, tag]);
    return new Uint8Array(await subtle.decrypt({ name: 'AES-GCM', iv: nonce }, key, bytes));
  } catch {
    // WebCrypto throws alike for a point off the curve, a wrong key and a wrong tag.
    return undefined;
  }
}
