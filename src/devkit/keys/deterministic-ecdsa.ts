import { createECDH, createHash, createHmac } from 'node:crypto';
import { der } from '../../core/der/index.js';
import { invert, toInteger, toOctets } from './big-integer.js';
import type { KeyPair } from './key-pair.js';
import { curves } from './seeded-key.js';

/**
 * ECDSA with the deterministic nonce of RFC 6979. Returns a DER Ecdsa-Sig-Value. node:crypto uses a random nonce, so two runs of
 * the demo would give different bytes. This code is not constant-time: use it for demo keys only.
 */
export function signEcdsa(
  key: KeyPair,
  hash: 'sha1' | 'sha256' | 'sha384' | 'sha512',
  data: Uint8Array,
): Uint8Array {
  const curve = key.kind === 'p384' ? curves.p384 : curves.p256;
  const secret = privateScalar(key);
  const digest = createHash(hash).update(data).digest();
  const message = leftmostBits(digest, curve.octets) % curve.order;
  for (const nonce of nonces(hash, curve, secret, message)) {
    const point = createECDH(curve.name);
    point.setPrivateKey(toOctets(nonce, curve.octets));
    const r = toInteger(point.getPublicKey().subarray(1, 1 + curve.octets)) % curve.order;
    const s = (invert(nonce, curve.order) * (message + r * secret)) % curve.order;
    if (r !== 0n && s !== 0n) return der.sequence(der.integer(r), der.integer(s));
  }
  throw new Error('unreachable: the generator of nonces does not end');
}

function privateScalar(key: KeyPair): bigint {
  const { d } = key.privateKey.export({ format: 'jwk' });
  // An RSA key has a `d` too, with another meaning.
  if (d === undefined || key.kind.startsWith('rsa')) throw new Error('not an EC private key');
  return toInteger(Buffer.from(d, 'base64url'));
}

/** bits2int of RFC 6979 §2.3.2. The hashes and curve orders used here are whole octets long. */
function leftmostBits(digest: Uint8Array, octets: number): bigint {
  return toInteger(digest.subarray(0, octets));
}

/** The candidates for k (RFC 6979 §3.2, steps b to h). */
function* nonces(
  hash: string,
  curve: { readonly octets: number; readonly order: bigint },
  secret: bigint,
  message: bigint,
): Generator<bigint> {
  const hmac = (key: Uint8Array, ...parts: readonly Uint8Array[]): Uint8Array =>
    createHmac(hash, key).update(Buffer.concat(parts)).digest();
  const seed = Buffer.concat([toOctets(secret, curve.octets), toOctets(message, curve.octets)]);
  const size = createHash(hash).digest().length;
  let v: Uint8Array = Buffer.alloc(size, 1);
  let k: Uint8Array = hmac(Buffer.alloc(size), v, Uint8Array.of(0), seed);
  v = hmac(k, v);
  k = hmac(k, v, Uint8Array.of(1), seed);
  v = hmac(k, v);
  for (;;) {
    let octets: Uint8Array = Buffer.alloc(0);
    while (octets.length < curve.octets) {
      v = hmac(k, v);
      octets = Buffer.concat([octets, v]);
    }
    const candidate = leftmostBits(octets, curve.octets);
    if (candidate > 0n && candidate < curve.order) yield candidate;
    k = hmac(k, v, Uint8Array.of(0));
    v = hmac(k, v);
  }
}
