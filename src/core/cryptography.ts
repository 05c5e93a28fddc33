import { constants, createPublicKey, publicEncrypt, webcrypto } from 'node:crypto';

/**
 * The one seam between the formats a lead's machine makes and whoever computes: WebCrypto, and the single operation that
 * WebCrypto lacks. A browser build puts its own module of this shape here.
 */
export const { subtle } = webcrypto;

/** Random octets. */
export function randomOctets(count: number): Uint8Array<ArrayBuffer> {
  return webcrypto.getRandomValues(new Uint8Array(count));
}

/** SHA-256, 32 bytes. */
export async function digestSha256(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await subtle.digest('SHA-256', bytes));
}

/** RSAES-PKCS1-v1_5 (RFC 8017 §7.2) to a SubjectPublicKeyInfo (DER): the only key transport a card can open. */
export function encryptPkcs1(subjectPublicKeyInfo: Uint8Array, message: Uint8Array): Promise<Uint8Array> {
  const key = createPublicKey({ key: Buffer.from(subjectPublicKeyInfo), format: 'der', type: 'spki' });
  return Promise.resolve(publicEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, message));
}
