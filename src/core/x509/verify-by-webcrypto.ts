import { type EcKey, type RsaKey, subtle, type Verification, type WebCryptoKey } from '../cryptography.js';
import { type DerReader, parseDer } from '../der/index.js';
import { joinOctets } from '../octets.js';
import { fail, ok, type Result } from '../result.js';
import type { AlgorithmPolicy } from './algorithm-policy.js';
import { type CurveName, type PublicKey, readPublicKey } from './public-key.js';
import type { HashName, SignatureAlgorithm } from './signature-algorithm.js';
import { admitKey, type SignatureClaim, type SignatureErrorCode } from './signature-claim.js';

const hashes: Partial<Record<HashName, string>> = { sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512' };

const curves: Partial<Record<CurveName, { readonly namedCurve: string; readonly octets: number }>> = {
  prime256v1: { namedCurve: 'P-256', octets: 32 },
  secp384r1: { namedCurve: 'P-384', octets: 48 },
};

/** What WebCrypto needs to verify one kind of signature. */
interface Plan {
  readonly key: EcKey | RsaKey;
  readonly verification: Verification;
  /** The signature as WebCrypto writes it. */
  readonly signature: Uint8Array;
}

/**
 * Verifies a signature under the caller's policy as `verifySignature` of `signature.ts` does, by WebCrypto: RSASSA-PKCS1-v1_5 and RSASSA-PSS
 * with rsaEncryption keys, and ECDSA on P-256 and P-384, each with SHA-256, SHA-384 or SHA-512. Any other key is `public-key-unusable`, any
 * other algorithm `signature-algorithm-refused`.
 */
export async function verifyByWebCrypto(
  { publicKey, algorithm, data, signature }: SignatureClaim,
  policy: AlgorithmPolicy,
): Promise<Result<void, SignatureErrorCode>> {
  const admitted = admitKey(readPublicKey(publicKey), algorithm, policy);
  if (!admitted.ok) return admitted;
  const plan = planFor(admitted.value.algorithm, admitted.value.key, signature);
  if (!plan.ok) return plan;
  const key = await importKey(admitted.value.key, plan.value.key);
  if (key === undefined) return fail('public-key-unusable');
  const isValid = await subtle.verify(plan.value.verification, key, plan.value.signature, data);
  return isValid ? ok(undefined) : fail('signature-invalid');
}

function planFor(
  algorithm: SignatureAlgorithm,
  key: PublicKey,
  signature: Uint8Array,
): Result<Plan, SignatureErrorCode> {
  const hash = algorithm.hash && hashes[algorithm.hash];
  if (hash === undefined) return fail('signature-algorithm-refused');
  if (key.kind === 'ec' && algorithm.scheme === 'ecdsa') return ecdsaPlan(key.curve, hash, signature);
  if (key.kind !== 'rsa') return fail('public-key-unusable');
  if (algorithm.scheme === 'rsa-pss') {
    const { saltLength } = algorithm;
    return ok({ key: { name: 'RSA-PSS', hash }, verification: { name: 'RSA-PSS', saltLength }, signature });
  }
  // An RSA key's claim of ECDSA was refused with the claim.
  const name = 'RSASSA-PKCS1-v1_5';
  return ok({ key: { name, hash }, verification: name, signature });
}

function ecdsaPlan(
  curveName: CurveName,
  hash: string,
  signature: Uint8Array,
): Result<Plan, SignatureErrorCode> {
  const curve = curves[curveName];
  if (curve === undefined) return fail('public-key-unusable');
  const { namedCurve, octets } = curve;
  const values = fixedLengthSignature(signature, octets);
  return values === undefined
    ? fail('signature-invalid')
    : ok({ key: { name: 'ECDSA', namedCurve }, verification: { name: 'ECDSA', hash }, signature: values });
}

async function importKey({ der }: PublicKey, parameters: EcKey | RsaKey): Promise<WebCryptoKey | undefined> {
  try {
    return await subtle.importKey('spki', der, parameters, false, ['verify']);
  } catch {
    // A point that is not on its curve, or a size that this browser does not compute with.
    return undefined;
  }
}

/** r and s of an Ecdsa-Sig-Value (RFC 3279 §2.2.3), each in as many octets as the curve's order has. Undefined for anything else. */
function fixedLengthSignature(signature: Uint8Array, octets: number): Uint8Array | undefined {
  const read = parseDer(signature, 2 * octets + 16, (reader) => {
    const fields = reader.into();
    const values = [fields, fields].map((each) => fixedLength(each, octets));
    fields.end();
    return values;
  });
  const [r, s] = read.ok ? read.value : [];
  return r === undefined || s === undefined ? undefined : joinOctets([r, s]);
}

function fixedLength(fields: DerReader, octets: number): Uint8Array | undefined {
  const integer = fields.integerOctets();
  const magnitude = integer[0] === 0 ? integer.subarray(1) : integer;
  if (magnitude.length > octets || Number(integer[0]) >= 0x80) return undefined;
  return joinOctets([new Uint8Array(octets - magnitude.length), magnitude]);
}
