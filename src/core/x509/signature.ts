import {
  constants,
  createPublicKey,
  type JsonWebKeyInput,
  type KeyObject,
  type PublicKeyInput,
  verify,
} from 'node:crypto';
import { fail, ok, type Result } from '../result.js';
import type { AlgorithmPolicy } from './algorithm-policy.js';
import { type PublicKey, readPublicKey } from './public-key.js';
import type { SignatureAlgorithm } from './signature-algorithm.js';
import { admitKey, type SignatureClaim, type SignatureErrorCode } from './signature-claim.js';

/** A claim whose key and algorithm the caller's policy allows. Its signature has not been verified. */
export interface AdmittedClaim {
  readonly key: KeyObject;
  readonly algorithm: SignatureAlgorithm;
}

/** Verifies a signature under the caller's policy (RFC 5280 §6.1.3 (a)(1)). */
export function verifySignature(
  claim: SignatureClaim,
  policy: AlgorithmPolicy,
): Result<void, SignatureErrorCode> {
  const admitted = admitClaim(claim, policy);
  if (!admitted.ok) return admitted;
  return verifyAdmitted(admitted.value, claim) ? ok(undefined) : fail('signature-invalid');
}

/** The cheap half of {@link verifySignature}: whether key and algorithm can be read, fit each other, and are allowed. */
export function admitClaim(
  { publicKey, algorithm }: Pick<SignatureClaim, 'publicKey' | 'algorithm'>,
  policy: AlgorithmPolicy,
): Result<AdmittedClaim, 'signature-algorithm-refused' | 'public-key-unusable'> {
  const admitted = admitKey(readPublicKey(publicKey), algorithm, policy);
  if (!admitted.ok) return admitted;
  const key = importPublicKey(admitted.value.key);
  return key === undefined ? fail('public-key-unusable') : ok({ key, algorithm: admitted.value.algorithm });
}

/** The costly half of {@link verifySignature}: the arithmetic. */
export function verifyAdmitted(
  { key, algorithm }: AdmittedClaim,
  { data, signature }: Pick<SignatureClaim, 'data' | 'signature'>,
): boolean {
  try {
    return algorithm.scheme === 'rsa-pss'
      ? verify(algorithm.hash, data, pssKey(key, algorithm.saltLength), signature)
      : verify(algorithm.hash, data, key, signature);
  } catch {
    // OpenSSL throws where a key's own restrictions (RFC 4055 §3.3) or its arithmetic forbid the operation.
    return false;
  }
}

function pssKey(key: KeyObject, saltLength: number): Parameters<typeof verify>[2] {
  return { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength };
}

/** Imported once for each key that `readPublicKey` remembers. */
const importedKeys = new WeakMap<PublicKey, KeyObject>();

/** Whether {@link importPublicKey} has the key at hand: to make it takes as long as some verifications. */
export function isImported(key: PublicKey): boolean {
  return importedKeys.has(key);
}

/** The key for node:crypto. Undefined where OpenSSL can't use it, such as a point that is not on its curve. */
export function importPublicKey(key: PublicKey): KeyObject | undefined {
  const known = importedKeys.get(key);
  if (known !== undefined) return known;
  try {
    const imported = key.kind === 'rsa' ? createPublicKey(jwkOf(key)) : createPublicKey(spkiOf(key));
    importedKeys.set(key, imported);
    return imported;
  } catch {
    return undefined;
  }
}

/** An RSA key's numbers (RFC 7518 §6.3.1). OpenSSL takes them in a twentieth of the time that it takes to decode them from DER. */
function jwkOf({ modulus, exponent }: Extract<PublicKey, { kind: 'rsa' | 'rsa-pss' }>): JsonWebKeyInput {
  const [n, e] = [modulus, exponent].map((number) => Buffer.from(number).toString('base64url'));
  return { key: { kty: 'RSA', n, e }, format: 'jwk' };
}

const spkiOf = ({ der }: PublicKey): PublicKeyInput => ({
  key: Buffer.from(der),
  format: 'der',
  type: 'spki',
});
