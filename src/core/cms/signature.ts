import { type AlgorithmIdentifier, strongAlgorithms, verifySignature } from '../x509/index.js';

/** True when `signature` over `data` is by this key (SubjectPublicKeyInfo, DER). */
export function isSignatureBy(
  publicKey: Uint8Array,
  algorithm: AlgorithmIdentifier,
  data: Uint8Array,
  signature: Uint8Array,
): boolean {
  return verifySignature({ publicKey, algorithm, data, signature }, strongAlgorithms).ok;
}
