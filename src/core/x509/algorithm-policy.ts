import type { KeyObject } from 'node:crypto';
import type { HashName, SignatureAlgorithm } from './signature-algorithm.js';

/** Which algorithms a caller still trusts. */
export interface AlgorithmPolicy {
  readonly hashes: ReadonlySet<HashName>;
  /** Bits of the modulus, at least. */
  readonly minimumRsaBits: number;
  /** Elliptic curves by node's names. */
  readonly curves: ReadonlySet<string>;
  readonly dsa: boolean;
  readonly ed25519: boolean;
}

/** What the protocol accepts: SHA-256 or better, RSA of 2,048 bits or more, ECDSA on P-256 and P-384. */
export const strongAlgorithms: AlgorithmPolicy = {
  hashes: new Set<HashName>(['sha256', 'sha384', 'sha512']),
  minimumRsaBits: 2048,
  curves: new Set(['prime256v1', 'secp384r1']),
  dsa: false,
  ed25519: false,
};

/** All that RFC 3279, 4055, 5758 and 8410 name but MD5: for conformance suites and old archives, not for today's evidence. */
export const everyAlgorithm: AlgorithmPolicy = {
  hashes: new Set<HashName>(['sha1', 'sha224', 'sha256', 'sha384', 'sha512']),
  minimumRsaBits: 512,
  curves: new Set(['prime256v1', 'secp384r1', 'secp521r1', 'secp224r1', 'secp256k1']),
  dsa: true,
  ed25519: true,
};

/** Whether the policy trusts this algorithm with this key. The key's type is taken as fitting the scheme. */
export function policyAllows(
  policy: AlgorithmPolicy,
  algorithm: SignatureAlgorithm,
  key: KeyObject,
): boolean {
  if (algorithm.hash === undefined) return policy.ed25519;
  if (!policy.hashes.has(algorithm.hash)) return false;
  const details = key.asymmetricKeyDetails;
  if (algorithm.scheme === 'dsa') return policy.dsa;
  // A key over a curve without a name has no namedCurve, and no policy trusts it.
  if (algorithm.scheme === 'ecdsa') return policy.curves.has(String(details?.namedCurve));
  return Number(details?.modulusLength) >= policy.minimumRsaBits;
}
