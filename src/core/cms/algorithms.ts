import { der } from '../der/index.js';
import { equalOctets } from '../octets.js';
import { fail, ok, type Result } from '../result.js';
import {
  type AlgorithmIdentifier,
  keyAllowed,
  keyFits,
  Oid,
  type PublicKey,
  readPublicKey,
  strongAlgorithms,
} from '../x509/index.js';
import { signatureAlgorithm } from '../x509/signature-algorithm.js';
import type { AlgorithmErrorCode } from './errors.js';
import { CmsOid } from './oids.js';

/** The digests in use, by node's names. */
export type DigestName = 'sha256' | 'sha384' | 'sha512';

const digests: ReadonlyMap<string, DigestName> = new Map([
  [Oid.sha256, 'sha256'],
  [Oid.sha384, 'sha384'],
  [Oid.sha512, 'sha512'],
]);

const weakDigests: ReadonlySet<string> = new Set([CmsOid.md5, Oid.sha1]);

const digestIdentifiers: Record<DigestName, string> = {
  sha256: Oid.sha256,
  sha384: Oid.sha384,
  sha512: Oid.sha512,
};

const rsaWith: Record<DigestName, string> = {
  sha256: Oid.sha256WithRsa,
  sha384: Oid.sha384WithRsa,
  sha512: Oid.sha512WithRsa,
};

const ecdsaWith: Record<DigestName, string> = {
  sha256: Oid.ecdsaSha256,
  sha384: Oid.ecdsaSha384,
  sha512: Oid.ecdsaSha512,
};

/** The digest and the complete signature algorithm a SignerInfo uses. */
export interface ResolvedAlgorithms {
  readonly digest: DigestName;
  /** Names the digest too, even where the SignerInfo only says rsaEncryption (RFC 3370 §3.2). */
  readonly signature: AlgorithmIdentifier;
}

/**
 * Checks that {@link strongAlgorithms} allows digest, signature algorithm and key, and that they belong together. RSA is with
 * PKCS #1 v1.5 or PSS. Needs no cryptography, so it comes before any.
 */
export function resolveAlgorithms(
  digestAlgorithm: AlgorithmIdentifier,
  signature: AlgorithmIdentifier,
  subjectPublicKeyInfo: Uint8Array,
): Result<ResolvedAlgorithms, AlgorithmErrorCode> {
  if (weakDigests.has(digestAlgorithm.algorithm)) return fail('evidence-weak-digest');
  const digest = digestOf(digestAlgorithm);
  if (digest === undefined) return fail('evidence-algorithm-unsupported');
  const complete = isPlainRsa(signature) ? signatureAlgorithmFor('rsa', digest) : signature;
  const algorithm = signatureAlgorithm(complete);
  if (algorithm?.hash === 'sha1' || algorithm?.hash === 'md5') return fail('evidence-weak-digest');
  const key = readPublicKey(subjectPublicKeyInfo);
  if (algorithm?.hash !== digest || key === undefined || !keyFits(key, algorithm)) {
    return fail('evidence-algorithm-unsupported');
  }
  if (isShortRsa(key)) return fail('evidence-weak-key');
  return keyAllowed(strongAlgorithms, key)
    ? ok({ digest, signature: complete })
    : fail('evidence-algorithm-unsupported');
}

function isShortRsa(key: PublicKey): boolean {
  return (key.kind === 'rsa' || key.kind === 'rsa-pss') && key.modulusBits < strongAlgorithms.minimumRsaBits;
}

/** rsaEncryption with NULL parameters (RFC 3370 §3.2), or without any. No others, so that any changed bit is noticed. */
function isPlainRsa({ algorithm, parameters }: AlgorithmIdentifier): boolean {
  const nullOrAbsent = parameters === undefined || equalOctets(parameters, der.nullValue());
  return algorithm === Oid.rsaEncryption && nullOrAbsent;
}

/** The digest that an AlgorithmIdentifier names, with absent or NULL parameters (RFC 5754 §2). Undefined for any other. */
export function digestOf({ algorithm, parameters }: AlgorithmIdentifier): DigestName | undefined {
  const absent = parameters === undefined || (parameters.length === 2 && parameters[0] === 0x05);
  return absent ? digests.get(algorithm) : undefined;
}

/** RSASSA-PKCS1-v1_5 or ECDSA with this digest (RFC 5754 §3). */
export function signatureAlgorithmFor(kind: 'rsa' | 'ec', digest: DigestName): AlgorithmIdentifier {
  return kind === 'rsa'
    ? algorithmIdentifier(rsaWith[digest], der.nullValue())
    : algorithmIdentifier(ecdsaWith[digest]);
}

/** A digest's AlgorithmIdentifier with absent parameters (RFC 5754 §2). */
export function digestAlgorithmFor(digest: DigestName): AlgorithmIdentifier {
  return algorithmIdentifier(digestIdentifiers[digest]);
}

/** An AlgorithmIdentifier and its encoding. */
function algorithmIdentifier(algorithm: string, parameters?: Uint8Array): AlgorithmIdentifier {
  const encoded = der.sequence(der.oid(algorithm), ...(parameters === undefined ? [] : [parameters]));
  return { der: encoded, algorithm, parameters };
}
