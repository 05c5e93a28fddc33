import { constants, sign } from 'node:crypto';
import { der } from '../../core/der/index.js';
import { Oid } from '../../core/x509/index.js';
import { signEcdsa } from './deterministic-ecdsa.js';
import type { KeyPair } from './key-pair.js';

type Hash = 'md5' | 'sha1' | 'sha256' | 'sha384' | 'sha512';

interface Scheme {
  readonly scheme: 'pkcs1' | 'pss' | 'ecdsa';
  readonly hash: Hash;
  /** Object identifier. For PSS, the hash is in the parameters. */
  readonly oid: string;
}

const schemes = {
  'rsa-md5': { scheme: 'pkcs1', hash: 'md5', oid: '1.2.840.113549.1.1.4' },
  'rsa-sha1': { scheme: 'pkcs1', hash: 'sha1', oid: Oid.sha1WithRsa },
  'rsa-sha256': { scheme: 'pkcs1', hash: 'sha256', oid: Oid.sha256WithRsa },
  'rsa-sha384': { scheme: 'pkcs1', hash: 'sha384', oid: Oid.sha384WithRsa },
  'rsa-sha512': { scheme: 'pkcs1', hash: 'sha512', oid: Oid.sha512WithRsa },
  'rsa-pss-sha256': { scheme: 'pss', hash: 'sha256', oid: Oid.rsaPss },
  'rsa-pss-sha384': { scheme: 'pss', hash: 'sha384', oid: Oid.rsaPss },
  'rsa-pss-sha512': { scheme: 'pss', hash: 'sha512', oid: Oid.rsaPss },
  'ecdsa-sha1': { scheme: 'ecdsa', hash: 'sha1', oid: '1.2.840.10045.4.1' },
  'ecdsa-sha256': { scheme: 'ecdsa', hash: 'sha256', oid: Oid.ecdsaSha256 },
  'ecdsa-sha384': { scheme: 'ecdsa', hash: 'sha384', oid: Oid.ecdsaSha384 },
  'ecdsa-sha512': { scheme: 'ecdsa', hash: 'sha512', oid: Oid.ecdsaSha512 },
} as const satisfies Record<string, Scheme>;

/** A signature algorithm. The weak ones are for tests: the system must refuse them. */
export type SignatureAlgorithm = keyof typeof schemes;

const hashOids: Record<Hash, string> = {
  md5: '1.2.840.113549.2.5',
  sha1: Oid.sha1,
  sha256: Oid.sha256,
  sha384: Oid.sha384,
  sha512: Oid.sha512,
};
const hashOctets: Record<Hash, number> = { md5: 16, sha1: 20, sha256: 32, sha384: 48, sha512: 64 };

/** SHA-256 with PKCS #1 v1.5 for an RSA key, with ECDSA for an EC key. */
export function defaultAlgorithm(key: KeyPair): SignatureAlgorithm {
  return key.kind.startsWith('rsa') ? 'rsa-sha256' : 'ecdsa-sha256';
}

/** The hash of a signature algorithm, as node:crypto names it. */
export function hashOf(algorithm: SignatureAlgorithm): Hash {
  return schemes[algorithm].hash;
}

/** AlgorithmIdentifier of a hash, DER, without parameters (RFC 5754 §2). */
export function hashIdentifier(hash: Hash): Uint8Array {
  return der.sequence(der.oid(hashOids[hash]));
}

/**
 * AlgorithmIdentifier of a signature algorithm, DER. Parameters: NULL for PKCS #1, RSASSA-PSS-params (RFC 4055), none for ECDSA
 * (RFC 5758).
 */
export function algorithmIdentifier(algorithm: SignatureAlgorithm): Uint8Array {
  const { scheme, hash, oid } = schemes[algorithm];
  if (scheme === 'pss') return der.sequence(der.oid(oid), pssParameters(hash));
  return scheme === 'pkcs1' ? der.sequence(der.oid(oid), der.nullValue()) : der.sequence(der.oid(oid));
}

/** RSASSA-PSS-params (RFC 4055 §3.1): MGF1 with the same hash, a salt as long as the hash, the default trailer. */
function pssParameters(hash: Hash): Uint8Array {
  const identifier = der.sequence(der.oid(hashOids[hash]), der.nullValue());
  return der.sequence(
    der.context(0, identifier),
    der.context(1, der.sequence(der.oid(Oid.mgf1), identifier)),
    der.context(2, der.integer(hashOctets[hash])),
  );
}

/** Signs `data`. The same input gives the same bytes, except for PSS, whose salt is random. */
export function signWith(key: KeyPair, algorithm: SignatureAlgorithm, data: Uint8Array): Uint8Array {
  const { scheme, hash } = schemes[algorithm];
  if (scheme === 'ecdsa') return signEcdsa(key, hash, data);
  const padding = scheme === 'pss' ? constants.RSA_PKCS1_PSS_PADDING : constants.RSA_PKCS1_PADDING;
  return scheme === 'pss'
    ? sign(hash, data, { key: key.privateKey, padding, saltLength: hashOctets[hash] })
    : sign(hash, data, { key: key.privateKey, padding });
}
