import { der } from '../../core/der/index.js';
import type { SeededRandom } from '../random.js';
import { invert } from './big-integer.js';
import { type KeyPair, keyPairFrom } from './key-pair.js';
import { seededPrime } from './prime.js';

const publicExponent = 65_537n;

/** A deterministic RSA key: both primes from seeded candidates, encoded as RSAPrivateKey (RFC 8017 A.1.2). */
export function seededRsaKey(random: SeededRandom, bits: 1024 | 2048 | 4096): KeyPair {
  const primes = [seededPrime(random.fork('p'), bits / 2), seededPrime(random.fork('q'), bits / 2)];
  const [p, q] = primes[0] > primes[1] ? primes : primes.toReversed();
  const d = invert(publicExponent, (p - 1n) * (q - 1n));
  const fields = [0n, p * q, publicExponent, d, p, q, d % (p - 1n), d % (q - 1n), invert(q, p)];
  return keyPairFrom(`rsa-${bits}`, der.sequence(...fields.map((field) => der.integer(field))), 'pkcs1');
}
