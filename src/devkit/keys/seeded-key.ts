import { checkPrimeSync, createECDH } from 'node:crypto';
import { der } from '../../core/der/index.js';
import { Oid } from '../../core/x509/index.js';
import type { SeededRandom } from '../random.js';
import { invert, toInteger, toOctets } from './big-integer.js';
import { type KeyKind, type KeyPair, keyPairFrom } from './key-pair.js';

/** How many keys of each kind the cards share. Making a key takes far longer than making a certificate. */
const poolSizes: Record<KeyKind, number> = { 'rsa-2048': 8, 'rsa-4096': 1, 'rsa-1024': 1, p256: 4, p384: 2 };

/** Keeps the keys of one seed by their label, beyond one pool. Reading a key takes far less time than making it. */
export interface KeyStore {
  /** The private key of this label: PrivateKeyInfo (RFC 5208 §5), DER. Undefined if it was never kept. */
  find(label: string): Uint8Array | undefined;
  keep(label: string, privateKey: Uint8Array): void;
}

/** Keys by name, made when first needed. The key of a name depends only on the seed, the name and the kind. */
export class KeyPool {
  private readonly keys = new Map<string, KeyPair>();

  /** What is in the store is not made again; it must be the store of this seed. */
  constructor(
    private readonly random: SeededRandom,
    private readonly store?: KeyStore,
  ) {}

  /** The key of this name and kind. Every call returns the same object. */
  key(name: string, kind: KeyKind): KeyPair {
    const label = `${kind}/${name}`;
    const known = this.keys.get(label);
    if (known !== undefined) return known;
    const kept = this.store?.find(label);
    const key = kept === undefined ? this.make(label, kind) : keyPairFrom(kind, kept, 'pkcs8');
    this.keys.set(label, key);
    return key;
  }

  private make(label: string, kind: KeyKind): KeyPair {
    const made = makeKey(this.random.fork(label), kind);
    this.store?.keep(label, made.privateKey.export({ format: 'der', type: 'pkcs8' }));
    return made;
  }

  /** One of the keys of this kind that cards share; `random` chooses it. */
  shared(kind: KeyKind, random: SeededRandom): KeyPair {
    return this.key(`card ${random.below(poolSizes[kind])}`, kind);
  }

  /**
   * An RSA-2048 key that hardly any other card has: one prime each of two of {@link pairs} keys, which `random` chooses, so that 16,384
   * different ones are made in the time of 128. Whoever knows two of them may factor a third: for measuring, never for keeping a secret.
   */
  own(random: SeededRandom): KeyPair {
    const [one, other] = ['p', 'q'].map((prime) => {
      const pair = this.key(`pair ${random.below(pairs)}`, 'rsa-2048');
      const jwk = pair.privateKey.export({ format: 'jwk' });
      return toInteger(Buffer.from(String(prime === 'p' ? jwk.p : jwk.q), 'base64url'));
    });
    if (one === undefined || other === undefined) throw new Error('two primes');
    return rsaKeyOf('rsa-2048', one, other);
  }
}

/** How many keys {@link KeyPool.own} takes primes of. */
const pairs = 128;

/** Makes a key of this kind. The same generator state gives the same key. */
export function makeKey(random: SeededRandom, kind: KeyKind): KeyPair {
  switch (kind) {
    case 'rsa-1024':
      return seededRsaKey(random, 1024);
    case 'rsa-2048':
      return seededRsaKey(random, 2048);
    case 'rsa-4096':
      return seededRsaKey(random, 4096);
    case 'p256':
    case 'p384':
      return seededEcKey(random, kind);
  }
}

const publicExponent = 65_537n;

/** An RSA key whose two primes come from seeded candidates; built as an RSAPrivateKey (RFC 8017 §A.1.2). */
function seededRsaKey(random: SeededRandom, bits: 1024 | 2048 | 4096): KeyPair {
  return rsaKeyOf(
    `rsa-${bits}`,
    seededPrime(random.fork('p'), bits / 2),
    seededPrime(random.fork('q'), bits / 2),
  );
}

/** The RSA key of two primes. */
function rsaKeyOf(kind: KeyKind, one: bigint, other: bigint): KeyPair {
  const [p, q] = one > other ? [one, other] : [other, one];
  const d = invert(publicExponent, (p - 1n) * (q - 1n));
  const fields = [0n, p * q, publicExponent, d, p, q, d % (p - 1n), d % (q - 1n), invert(q, p)];
  return keyPairFrom(kind, der.sequence(...fields.map((field) => der.integer(field))), 'pkcs1');
}

const sieveSpan = 1 << 14;
const smallPrimes = primesBelow(sieveSpan);

/**
 * The first suitable prime from a seeded starting point. It is exactly `bits` long with the two top bits set, so the product of two
 * such primes has twice as many bits. p − 1 does not have the factor 65537.
 */
function seededPrime(random: SeededRandom, bits: number): bigint {
  for (;;) {
    const start = toInteger(random.bytes(bits / 8)) | (3n << BigInt(bits - 2)) | 1n;
    for (const offset of unsieved(start)) {
      const candidate = start + BigInt(offset);
      if (candidate >> BigInt(bits) !== 0n) break;
      if ((candidate - 1n) % publicExponent !== 0n && checkPrimeSync(candidate)) return candidate;
    }
  }
}

/** Even offsets from an odd start where no small prime divides the sum. This saves nine of ten Miller–Rabin tests. */
function unsieved(start: bigint): number[] {
  const composite = new Uint8Array(sieveSpan);
  for (const prime of smallPrimes) {
    const first = (prime - Number(start % BigInt(prime))) % prime;
    for (let offset = first; offset < sieveSpan; offset += prime) composite[offset] = 1;
  }
  return Array.from({ length: sieveSpan / 2 }, (_, i) => i * 2).filter((offset) => composite[offset] === 0);
}

function primesBelow(limit: number): number[] {
  const primes: number[] = [];
  for (let n = 3; n < limit; n += 2) {
    if (primes.every((prime) => prime * prime > n || n % prime !== 0)) primes.push(n);
  }
  return primes;
}

/** The NIST curves used here, with their order n (SP 800-186). */
export const curves = {
  p256: {
    name: 'prime256v1',
    oid: Oid.p256,
    octets: 32,
    order: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
  },
  p384: {
    name: 'secp384r1',
    oid: Oid.p384,
    octets: 48,
    order:
      0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
  },
} as const;

/** A key on a NIST curve whose scalar comes from the generator; built as an ECPrivateKey (RFC 5915). */
function seededEcKey(random: SeededRandom, kind: 'p256' | 'p384'): KeyPair {
  const curve = curves[kind];
  const scalar = (toInteger(random.bytes(curve.octets + 8)) % (curve.order - 1n)) + 1n;
  const privateOctets = toOctets(scalar, curve.octets);
  const agreement = createECDH(curve.name);
  agreement.setPrivateKey(privateOctets);
  const encoded = der.sequence(
    der.integer(1),
    der.octetString(privateOctets),
    der.context(0, der.oid(curve.oid)),
    der.context(1, der.bitString(agreement.getPublicKey())),
  );
  return keyPairFrom(kind, encoded, 'sec1');
}
