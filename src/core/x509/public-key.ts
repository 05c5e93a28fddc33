import { constants, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { fail, ok, type Result } from '../result.js';
import { type AlgorithmPolicy, policyAllows } from './algorithm-policy.js';
import {
  type AlgorithmIdentifier,
  type SignatureAlgorithm,
  signatureAlgorithm,
} from './signature-algorithm.js';

/** Why a signature does not count. */
export type SignatureErrorCode =
  /** The key says no. */
  | 'signature-invalid'
  /** The algorithm is unknown, badly parameterised, not one for this key, or not trusted by the caller's policy. */
  | 'signature-algorithm-refused'
  /** The SubjectPublicKeyInfo is not a key that node:crypto can use. */
  | 'public-key-unusable';

/** A signature and what it claims to be. */
export interface SignatureClaim {
  /** SubjectPublicKeyInfo, DER; a DSA key with its parameters (see completeKey). */
  readonly publicKey: Uint8Array;
  readonly algorithm: AlgorithmIdentifier;
  readonly data: Uint8Array;
  readonly signature: Uint8Array;
}

/** A claim that the caller's policy trusts, ready to be verified. */
export interface AdmittedClaim {
  readonly key: KeyObject;
  readonly algorithm: SignatureAlgorithm;
}

/** Verifies a signature under the caller's policy (RFC 5280 6.1.3 (a)(1)). Keys are remembered, at most 512 of them. */
export function verifySignature(
  claim: SignatureClaim,
  policy: AlgorithmPolicy,
): Result<void, SignatureErrorCode> {
  const admitted = admitClaim(claim, policy);
  if (!admitted.ok) return admitted;
  return verifyAdmitted(admitted.value, claim) ? ok(undefined) : fail('signature-invalid');
}

/** The cheap half of {@link verifySignature}: whether key and algorithm are usable, fit each other and are trusted. */
export function admitClaim(
  { publicKey, algorithm: identifier }: Pick<SignatureClaim, 'publicKey' | 'algorithm'>,
  policy: AlgorithmPolicy,
): Result<AdmittedClaim, 'signature-algorithm-refused' | 'public-key-unusable'> {
  const algorithm = signatureAlgorithm(identifier);
  if (algorithm === undefined) return refused(identifier);
  const key = importPublicKey(publicKey);
  if (key === undefined) return fail('public-key-unusable');
  if (!keyFits(key, algorithm) || !policyAllows(policy, algorithm, key)) return refused(identifier);
  return ok({ key, algorithm });
}

function refused({ algorithm }: AlgorithmIdentifier): Result<never, 'signature-algorithm-refused'> {
  return fail('signature-algorithm-refused', { algorithm });
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
    // OpenSSL throws where a key's own restrictions (RFC 4055 3.3) or arithmetic forbid the operation.
    return false;
  }
}

function pssKey(key: KeyObject, saltLength: number): Parameters<typeof verify>[2] {
  return { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength };
}

const keyTypes: Readonly<Record<SignatureAlgorithm['scheme'], readonly string[]>> = {
  rsa: ['rsa'],
  'rsa-pss': ['rsa', 'rsa-pss'],
  ecdsa: ['ec'],
  dsa: ['dsa'],
  ed25519: ['ed25519'],
};

function keyFits(key: KeyObject, { scheme }: SignatureAlgorithm): boolean {
  return keyTypes[scheme].some((type) => type === key.asymmetricKeyType);
}

const maximumKeys = 512;
const maximumKeyBytes = 16_384;
const importedKeys = new Map<string, KeyObject>();

/** The key of a SubjectPublicKeyInfo (DER), or undefined if node:crypto can't use it. At most 512 are remembered, the least used forgotten first. */
export function importPublicKey(publicKey: Uint8Array): KeyObject | undefined {
  if (publicKey.length > maximumKeyBytes) return undefined;
  const label = Buffer.from(publicKey.buffer, publicKey.byteOffset, publicKey.length).toString('latin1');
  const key = importedKeys.get(label) ?? tryImport(publicKey);
  if (key === undefined) return undefined;
  importedKeys.delete(label);
  importedKeys.set(label, key);
  for (const oldest of importedKeys.keys()) {
    if (importedKeys.size <= maximumKeys) break;
    importedKeys.delete(oldest);
  }
  return key;
}

function tryImport(publicKey: Uint8Array): KeyObject | undefined {
  try {
    return createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' });
  } catch {
    return undefined;
  }
}

/** True for a SubjectPublicKeyInfo (RFC 5280 §4.1.2.7) of RSA long enough, or of an allowed named curve. */
export function keyAllowed(subjectPublicKeyInfo: Uint8Array, allowed: AlgorithmPolicy): boolean {
  const key = importPublicKey(subjectPublicKeyInfo);
  const { modulusLength = 0, namedCurve = '' } = key?.asymmetricKeyDetails ?? {};
  const kind = key?.asymmetricKeyType;
  if (kind === 'rsa' || kind === 'rsa-pss') return modulusLength >= allowed.minimumRsaBits;
  return kind === 'ec' && allowed.curves.has(namedCurve);
}
