import { fail, ok, type Result } from '../result.js';
import { type AlgorithmPolicy, signatureAllowed } from './algorithm-policy.js';
import type { PublicKey } from './public-key.js';
import {
  type AlgorithmIdentifier,
  type SignatureAlgorithm,
  signatureAlgorithm,
} from './signature-algorithm.js';

/** Why a signature does not count. */
export const signatureErrorCodes = [
  /** The signature does not verify. */
  'signature-invalid',
  /** The algorithm is unknown, has wrong parameters, is not one for this key, or the caller's policy does not allow it. */
  'signature-algorithm-refused',
  /** The SubjectPublicKeyInfo is not one that `readPublicKey` reads and the arithmetic can use. */
  'public-key-unusable',
] as const;
export type SignatureErrorCode = (typeof signatureErrorCodes)[number];

/** A signature and what it claims to be. */
export interface SignatureClaim {
  /** SubjectPublicKeyInfo, DER; a DSA key with its parameters (see completeKey). */
  readonly publicKey: Uint8Array;
  readonly algorithm: AlgorithmIdentifier;
  readonly data: Uint8Array;
  readonly signature: Uint8Array;
}

/** Whether a key that has been read, or can't be, and an algorithm fit each other and are allowed. */
export function admitKey(
  key: PublicKey | undefined,
  identifier: AlgorithmIdentifier,
  policy: AlgorithmPolicy,
): Result<
  { readonly key: PublicKey; readonly algorithm: SignatureAlgorithm },
  'signature-algorithm-refused' | 'public-key-unusable'
> {
  const algorithm = signatureAlgorithm(identifier);
  if (algorithm === undefined) return refused(identifier);
  if (key === undefined) return fail('public-key-unusable');
  return signatureAllowed(policy, algorithm, key) ? ok({ key, algorithm }) : refused(identifier);
}

function refused({ algorithm }: AlgorithmIdentifier): Result<never, 'signature-algorithm-refused'> {
  return fail('signature-algorithm-refused', { algorithm });
}
