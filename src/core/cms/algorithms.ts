import { contextConstructed, der, type DerReader, parseDer } from '../der/index.js';
import { fail, ok, type Result } from '../result.js';
import { type AlgorithmIdentifier, Oid, readAlgorithmIdentifier } from '../x509/index.js';
import type { EvidenceErrorCode } from './errors.js';
import { CmsOid } from './oids.js';
import { readSignerKey, type SignerKey } from './signer-key.js';

/** Digests in use, by node's name. */
export type DigestName = 'sha256' | 'sha384' | 'sha512';

const digests: ReadonlyMap<string, DigestName> = new Map([
  [Oid.sha256, 'sha256'],
  [Oid.sha384, 'sha384'],
  [Oid.sha512, 'sha512'],
]);

const weak: ReadonlySet<string> = new Set([
  CmsOid.md5,
  CmsOid.md5WithRsa,
  Oid.sha1,
  Oid.sha1WithRsa,
  CmsOid.ecdsaSha1,
]);

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
  /** Names the digest too, also where the SignerInfo only said rsaEncryption (RFC 3370 3.2). */
  readonly signature: AlgorithmIdentifier;
}

type AlgorithmErrorCode = Extract<
  EvidenceErrorCode,
  'evidence-weak-digest' | 'evidence-weak-key' | 'evidence-algorithm-unsupported'
>;

/**
 * Decides whether digest, signature algorithm and key are on the list and belong together: SHA-256 or better; RSA of 2048 to
 * 8192 bits with PKCS #1 v1.5 or PSS; ECDSA on P-256 or P-384. Needs no cryptography, so it comes before any.
 */
export function resolveAlgorithms(
  digestAlgorithm: AlgorithmIdentifier,
  signatureAlgorithm: AlgorithmIdentifier,
  subjectPublicKeyInfo: Uint8Array,
): Result<ResolvedAlgorithms, AlgorithmErrorCode> {
  if (weak.has(digestAlgorithm.algorithm) || weak.has(signatureAlgorithm.algorithm)) {
    return fail('evidence-weak-digest');
  }
  const digest = digestOf(digestAlgorithm);
  const key = readSignerKey(subjectPublicKeyInfo);
  if (digest === undefined || key === undefined) return fail('evidence-algorithm-unsupported');
  if (key.kind !== 'ec' && key.modulusBits < 2048) return fail('evidence-weak-key');
  if (key.kind !== 'ec' && key.modulusBits > 8192) return fail('evidence-algorithm-unsupported');
  return resolveSignature(digest, signatureAlgorithm, key);
}

/** The digest an AlgorithmIdentifier names, parameters absent or NULL (RFC 5754 2); undefined for any other. */
export function digestOf(algorithm: AlgorithmIdentifier): DigestName | undefined {
  return hasNoParameters(algorithm) ? digests.get(algorithm.algorithm) : undefined;
}

function resolveSignature(
  digest: DigestName,
  algorithm: AlgorithmIdentifier,
  key: SignerKey,
): Result<ResolvedAlgorithms, AlgorithmErrorCode> {
  if (algorithm.algorithm === Oid.rsaPss && key.kind !== 'ec') return resolvePss(digest, algorithm);
  if (!hasNoParameters(algorithm) || key.kind === 'rsa-pss') return fail('evidence-algorithm-unsupported');
  const signature = signatureAlgorithmFor(key.kind, digest);
  const named =
    algorithm.algorithm === signature.algorithm ||
    (algorithm.algorithm === Oid.rsaEncryption && key.kind === 'rsa');
  return named ? ok({ digest, signature }) : fail('evidence-algorithm-unsupported');
}

/** RSASSA-PKCS1-v1_5 or ECDSA with this digest, as RFC 5754 3 writes it. */
export function signatureAlgorithmFor(kind: 'rsa' | 'ec', digest: DigestName): AlgorithmIdentifier {
  return kind === 'rsa'
    ? algorithmIdentifier(rsaWith[digest], der.nullValue())
    : algorithmIdentifier(ecdsaWith[digest]);
}

/** A digest's AlgorithmIdentifier with absent parameters (RFC 5754 2). */
export function digestAlgorithmFor(digest: DigestName): AlgorithmIdentifier {
  return algorithmIdentifier({ sha256: Oid.sha256, sha384: Oid.sha384, sha512: Oid.sha512 }[digest]);
}

/** An AlgorithmIdentifier and its encoding. */
export function algorithmIdentifier(algorithm: string, parameters?: Uint8Array): AlgorithmIdentifier {
  const encoded = der.sequence(der.oid(algorithm), ...(parameters === undefined ? [] : [parameters]));
  return { der: encoded, algorithm, parameters };
}

function hasNoParameters(algorithm: AlgorithmIdentifier): boolean {
  const { parameters } = algorithm;
  return parameters === undefined || (parameters.length === 2 && parameters[0] === 0x05);
}

/** RFC 4056 3: the digest in the PSS parameters is the SignerInfo's, and so, by its advice, is the mask's. */
function resolvePss(
  digest: DigestName,
  algorithm: AlgorithmIdentifier,
): Result<ResolvedAlgorithms, AlgorithmErrorCode> {
  const { parameters } = algorithm;
  if (parameters === undefined) return fail('evidence-weak-digest');
  const parsed = parseDer(parameters, parameters.length, readPssDigests);
  if (!parsed.ok) return fail('evidence-algorithm-unsupported');
  const { hash, maskHash } = parsed.value;
  // Left out, both mean SHA-1 (RFC 4055 3.1).
  if (hash === undefined || maskHash === undefined) return fail('evidence-weak-digest');
  if (weak.has(hash.algorithm) || weak.has(maskHash.algorithm)) return fail('evidence-weak-digest');
  return digestOf(hash) === digest && digestOf(maskHash) === digest
    ? ok({ digest, signature: algorithm })
    : fail('evidence-algorithm-unsupported');
}

function readPssDigests(reader: DerReader): { hash?: AlgorithmIdentifier; maskHash?: AlgorithmIdentifier } {
  const inner = reader.into();
  const explicit = inner.optionalInto(contextConstructed(0));
  const hash = explicit && readAlgorithmIdentifier(explicit);
  explicit?.end();
  const mask = inner.optionalInto(contextConstructed(1))?.into();
  const isMgf1 = mask?.oid() === Oid.mgf1;
  const maskHash = mask && isMgf1 ? readAlgorithmIdentifier(mask) : undefined;
  inner.optional(contextConstructed(2));
  inner.optional(contextConstructed(3));
  inner.end();
  return { hash, maskHash };
}
