import { hex } from '../../core/octets.js';

/** Big-endian octets as a non-negative integer. */
export function toInteger(octets: Uint8Array): bigint {
  return octets.length === 0 ? 0n : BigInt(`0x${hex(octets)}`);
}

/** A non-negative integer as exactly `length` big-endian octets. */
export function toOctets(value: bigint, length: number): Uint8Array {
  return Buffer.from(value.toString(16).padStart(length * 2, '0'), 'hex');
}

/** The inverse of `value` modulo `modulus` (extended Euclid). Throws if the two have a common factor. */
export function invert(value: bigint, modulus: bigint): bigint {
  let [a, b] = [value % modulus, modulus];
  let [x, y] = [1n, 0n];
  while (b !== 0n) {
    const quotient = a / b;
    [a, b] = [b, a - quotient * b];
    [x, y] = [y, x - quotient * y];
  }
  if (a !== 1n) throw new Error('not invertible');
  return ((x % modulus) + modulus) % modulus;
}
