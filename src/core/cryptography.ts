/*
 * WebCrypto, which node and browsers both have: the cryptography of the formats that a person's own machine makes and checks. The server
 * computes much of it by node:crypto, without waiting, in files that a browser never loads.
 */

/** A key of WebCrypto's. */
export type WebCryptoKey = Awaited<ReturnType<typeof globalThis.crypto.subtle.importKey>>;

type Usage = 'encrypt' | 'decrypt' | 'sign' | 'verify' | 'deriveKey' | 'deriveBits' | 'wrapKey' | 'unwrapKey';

type Aes = { readonly name: 'AES-CBC' | 'AES-GCM'; readonly iv: Uint8Array };
/** Whose key it is and for what: parameters of importKey. */
export type EcKey = { readonly name: 'ECDH' | 'ECDSA'; readonly namedCurve: string };
export type RsaKey = { readonly name: 'RSA-OAEP' | 'RSASSA-PKCS1-v1_5' | 'RSA-PSS'; readonly hash: string };
type AesKey = { readonly name: 'AES-CBC' | 'AES-GCM'; readonly length: number };
type Agreement = { readonly name: 'ECDH'; readonly public: WebCryptoKey };
type Pbkdf2 = {
  readonly name: 'PBKDF2';
  readonly hash: string;
  readonly salt: Uint8Array;
  readonly iterations: number;
};
/** Parameters of verify. */
export type Verification =
  | 'RSASSA-PKCS1-v1_5'
  | { readonly name: 'RSA-PSS'; readonly saltLength: number }
  | { readonly name: 'ECDSA'; readonly hash: string };

/** Octets in any buffer: only so wide a type fits those of node and of browsers, which don't agree. */
type Octets = ArrayBufferView | ArrayBuffer;

/**
 * SubtleCrypto (W3C Web Cryptography API §14.3), as far as it is used, so that the same files compile for node and for
 * browsers.
 */
interface Subtle {
  digest(algorithm: string, data: Octets): Promise<ArrayBuffer>;
  encrypt(algorithm: Aes, key: WebCryptoKey, data: Octets): Promise<ArrayBuffer>;
  decrypt(algorithm: Aes, key: WebCryptoKey, data: Octets): Promise<ArrayBuffer>;
  sign(algorithm: Verification, key: WebCryptoKey, data: Octets): Promise<ArrayBuffer>;
  verify(algorithm: Verification, key: WebCryptoKey, signature: Octets, data: Octets): Promise<boolean>;
  generateKey(algorithm: AesKey, extractable: boolean, usages: Usage[]): Promise<WebCryptoKey>;
  generateKey(
    algorithm: EcKey,
    extractable: boolean,
    usages: Usage[],
  ): Promise<{ readonly publicKey: WebCryptoKey; readonly privateKey: WebCryptoKey }>;
  importKey(
    format: 'raw' | 'spki' | 'pkcs8',
    key: Octets,
    algorithm: string | EcKey | RsaKey,
    extractable: boolean,
    usages: Usage[],
  ): Promise<WebCryptoKey>;
  exportKey(format: 'raw' | 'spki', key: WebCryptoKey): Promise<ArrayBuffer>;
  deriveBits(algorithm: Agreement, key: WebCryptoKey, bits: number): Promise<ArrayBuffer>;
  deriveKey(
    algorithm: Pbkdf2,
    key: WebCryptoKey,
    derived: AesKey,
    extractable: boolean,
    usages: Usage[],
  ): Promise<WebCryptoKey>;
  wrapKey(
    format: 'raw' | 'pkcs8',
    key: WebCryptoKey,
    wrapping: WebCryptoKey,
    algorithm: string | Aes,
  ): Promise<ArrayBuffer>;
  unwrapKey(
    format: 'raw',
    wrapped: Octets,
    wrapping: WebCryptoKey,
    algorithm: string,
    unwrapped: string,
    extractable: boolean,
    usages: Usage[],
  ): Promise<WebCryptoKey>;
}

export const subtle: Subtle = globalThis.crypto.subtle;

/** Random octets. */
export function randomOctets(count: number): Uint8Array<ArrayBuffer> {
  return globalThis.crypto.getRandomValues(new Uint8Array(count));
}

/** SHA-256, 32 bytes. */
export async function digestSha256(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await subtle.digest('SHA-256', bytes));
}
