import type { CurveName, PublicKey } from './public-key.js';
import type { HashName, SignatureAlgorithm } from './signature-algorithm.js';

/** Which keys and signature algorithms a caller accepts. */
export interface AlgorithmPolicy {
  readonly hashes: ReadonlySet<HashName>;
  /** Bits of an RSA modulus, at least and at most. A longer one only costs time. */
  readonly minimumRsaBits: number;
  readonly maximumRsaBits: number;
  readonly curves: ReadonlySet<CurveName>;
  readonly dsa: boolean;
  readonly ed25519: boolean;
}

/** What the protocol accepts: SHA-256 or better, RSA of 2,048 to 8,192 bits, ECDSA on P-256 and P-384. */
export const strongAlgorithms: AlgorithmPolicy = {
  hashes: new Set<HashName>(['sha256', 'sha384', 'sha512']),
  minimumRsaBits: 2048,
  maximumRsaBits: 8192,
  curves: new Set<CurveName>(['prime256v1', 'secp384r1']),
  dsa: false,
  ed25519: false,
};

/**
 * All that RFC 3279, RFC 4055, RFC 5758 and RFC 8410 name, except MD5. For conformance suites and old archives, not for
 * today's evidence. OpenSSL computes with no RSA modulus above 16,384 bits.
 */
export const everyAlgorithm: AlgorithmPolicy = {
  hashes: new Set<HashName>(['sha1', 'sha224', 'sha256', 'sha384', 'sha512']),
  minimumRsaBits: 512,
  maximumRsaBits: 16_384,
  curves: new Set<CurveName>(['prime256v1', 'secp384r1', 'secp521r1', 'secp224r1', 'secp256k1']),
  dsa: true,
  ed25519: true,
};

const keyKinds: Readonly<Record<SignatureAlgorithm['scheme'], readonly PublicKey['kind'][]>> = {
  rsa: ['rsa'],
  'rsa-pss': ['rsa', 'rsa-pss'],
  ecdsa: ['ec'],
  dsa: ['dsa'],
  ed25519: ['ed25519'],
};

/** Whether a key is of the kind that a signature algorithm needs. */
export function keyFits(key: PublicKey, { scheme }: SignatureAlgorithm): boolean {
  return keyKinds[scheme].includes(key.kind);
}

/** Whether a policy accepts this signature algorithm with this key. */
export function signatureAllowed(
  policy: AlgorithmPolicy,
  algorithm: SignatureAlgorithm,
  key: PublicKey,
): boolean {
  // Ed25519 has its hash built in (RFC 8032 §5.1).
  const hashAllowed = algorithm.hash === undefined || policy.hashes.has(algorithm.hash);
  return hashAllowed && keyFits(key, algorithm) && keyAllowed(policy, key);
}

/** Whether a policy accepts a key, whatever it is used for. */
export function keyAllowed(policy: AlgorithmPolicy, key: PublicKey): boolean {
  switch (key.kind) {
    case 'rsa':
    case 'rsa-pss':
      return key.modulusBits >= policy.minimumRsaBits && key.modulusBits <= policy.maximumRsaBits;
    case 'ec':
      return policy.curves.has(key.curve);
    case 'dsa':
      return policy.dsa;
    case 'ed25519':
      return policy.ed25519;
  }
}
