import { contextConstructed, type DerReader, parseDer, Tag } from '../der/index.js';
import { Oid } from './oids.js';

/** Hash functions by node's names. */
export type HashName = 'md5' | 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512';

/** A signature algorithm, as its AlgorithmIdentifier says. */
export type SignatureAlgorithm =
  | { readonly scheme: 'rsa' | 'ecdsa' | 'dsa'; readonly hash: HashName }
  | { readonly scheme: 'rsa-pss'; readonly hash: HashName; readonly saltLength: number }
  | { readonly scheme: 'ed25519'; readonly hash: undefined };

const byIdentifier: ReadonlyMap<string, SignatureAlgorithm> = new Map<string, SignatureAlgorithm>([
  [Oid.md5WithRsa, { scheme: 'rsa', hash: 'md5' }],
  [Oid.sha1WithRsa, { scheme: 'rsa', hash: 'sha1' }],
  [Oid.sha224WithRsa, { scheme: 'rsa', hash: 'sha224' }],
  [Oid.sha256WithRsa, { scheme: 'rsa', hash: 'sha256' }],
  [Oid.sha384WithRsa, { scheme: 'rsa', hash: 'sha384' }],
  [Oid.sha512WithRsa, { scheme: 'rsa', hash: 'sha512' }],
  [Oid.ecdsaSha1, { scheme: 'ecdsa', hash: 'sha1' }],
  [Oid.ecdsaSha224, { scheme: 'ecdsa', hash: 'sha224' }],
  [Oid.ecdsaSha256, { scheme: 'ecdsa', hash: 'sha256' }],
  [Oid.ecdsaSha384, { scheme: 'ecdsa', hash: 'sha384' }],
  [Oid.ecdsaSha512, { scheme: 'ecdsa', hash: 'sha512' }],
  [Oid.dsaSha1, { scheme: 'dsa', hash: 'sha1' }],
  [Oid.dsaSha224, { scheme: 'dsa', hash: 'sha224' }],
  [Oid.dsaSha256, { scheme: 'dsa', hash: 'sha256' }],
  [Oid.ed25519, { scheme: 'ed25519', hash: undefined }],
]);

const hashes: ReadonlyMap<string, HashName> = new Map<string, HashName>([
  [Oid.sha1, 'sha1'],
  [Oid.sha224, 'sha224'],
  [Oid.sha256, 'sha256'],
  [Oid.sha384, 'sha384'],
  [Oid.sha512, 'sha512'],
]);

/**
 * What an AlgorithmIdentifier says. Undefined where the algorithm is unknown, or its specification does not allow the parameters
 * (RFC 4055 for RSA, RFC 5758 for ECDSA and DSA, RFC 8410 for Ed25519).
 */
export function signatureAlgorithm(identifier: AlgorithmIdentifier): SignatureAlgorithm | undefined {
  if (identifier.algorithm === Oid.rsaPss) return pssAlgorithm(identifier.parameters);
  const algorithm = byIdentifier.get(identifier.algorithm);
  return algorithm !== undefined && parametersAllowed(algorithm, identifier.parameters)
    ? algorithm
    : undefined;
}

// RFC 4055 §5: for RSA the parameters are NULL, and absent ones are accepted too. For the others they must be absent.
function parametersAllowed({ scheme }: SignatureAlgorithm, parameters: Uint8Array | undefined): boolean {
  return parameters === undefined || (scheme === 'rsa' && isNull(parameters));
}

/** Whether parameters, as encoded, are NULL. */
export function isNull(parameters: Uint8Array): boolean {
  return parameters.length === 2 && parameters[0] === Tag.null && parameters[1] === 0;
}

const maximumPssParameterBytes = 256;
const maximumSaltLength = 512;

/** RSASSA-PSS by its parameters as encoded. RFC 4055 §3.1: they must be present in a certificate's signatureAlgorithm. */
export function pssAlgorithm(parameters: Uint8Array | undefined): SignatureAlgorithm | undefined {
  if (parameters === undefined) return undefined;
  const read = parseDer(parameters, maximumPssParameterBytes, readPssParameters);
  return read.ok ? read.value : undefined;
}

// RSASSA-PSS-params (RFC 4055 §3.1). Message and mask must use one hash function, as RFC 4055 recommends and node requires.
function readPssParameters(reader: DerReader): SignatureAlgorithm | undefined {
  const fields = reader.into();
  const hash = readHash(fields.optionalInto(contextConstructed(0)));
  const maskHash = readMaskHash(fields.optionalInto(contextConstructed(1)));
  const saltLength = readInteger(fields.optionalInto(contextConstructed(2)), 20);
  const trailer = readInteger(fields.optionalInto(contextConstructed(3)), 1);
  fields.end();
  if (hash === undefined || maskHash !== hash) return undefined;
  return trailer === 1 && saltLength <= maximumSaltLength
    ? { scheme: 'rsa-pss', hash, saltLength }
    : undefined;
}

function readHash(explicit: DerReader | undefined): HashName | undefined {
  if (explicit === undefined) return 'sha1';
  const { algorithm, parameters } = readAlgorithmIdentifier(explicit);
  explicit.end();
  return parameters === undefined || isNull(parameters) ? hashes.get(algorithm) : undefined;
}

function readMaskHash(explicit: DerReader | undefined): HashName | undefined {
  if (explicit === undefined) return 'sha1';
  const mask = explicit.into();
  const generator = mask.oid();
  const hash = readHash(mask);
  return generator === Oid.mgf1 ? hash : undefined;
}

function readInteger(explicit: DerReader | undefined, absent: number): number {
  if (explicit === undefined) return absent;
  const value = explicit.smallInteger();
  explicit.end();
  return value;
}

/** AlgorithmIdentifier (RFC 5280 §4.1.1.2). */
export interface AlgorithmIdentifier {
  readonly der: Uint8Array;
  readonly algorithm: string;
  /** The parameters as encoded. Undefined where they are absent. */
  readonly parameters: Uint8Array | undefined;
}

/** Reads an AlgorithmIdentifier. Throws DerError. */
export function readAlgorithmIdentifier(reader: DerReader): AlgorithmIdentifier {
  const { der, content } = reader.element(Tag.sequence);
  const inner = reader.inside(content);
  const algorithm = inner.oid();
  const parameters = inner.done ? undefined : inner.element().der;
  inner.end();
  return { der, algorithm, parameters };
}
