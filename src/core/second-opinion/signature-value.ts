import { Integer, Sequence } from 'asn1js';
import type { PublicKeyInfo, SignerInfo } from 'pkijs';
import { engine } from './engine.js';
import { readObject } from './read-signed-data.js';

const ecPublicKey = '1.2.840.10045.2.1';

/** Whether an ECDSA signature value is the one DER Ecdsa-Sig-Value (RFC 3279 2.2.3) of its numbers; pkijs reads others too. */
export function isSignatureValue({ signature }: SignerInfo, key: PublicKeyInfo): boolean {
  if (key.algorithm.algorithmId !== ecPublicKey) return true;
  const bytes = signature.valueBlock.valueHexView;
  const numbers = readObject(bytes).valueBlock.value as Integer[];
  const value = numbers.map(({ valueBlock }) => new Integer({ valueHex: valueBlock.valueHexView }));
  return same(new Uint8Array(new Sequence({ value }).toBER()), bytes);
}

/** A digest by the second engine. */
export async function digest(algorithm: 'SHA-1' | 'SHA-256', bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await engine.digest(algorithm, Uint8Array.from(bytes)));
}

/** True when both hold the same octets. */
export function same(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}
