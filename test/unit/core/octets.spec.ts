import { describe, expect, it } from '@jest/globals';
import { digestSha256 } from '../../../src/core/cryptography.js';
import { compareOctets, equalOctets, hex, octetAt } from '../../../src/core/octets.js';
import { equalSecrets, octetKey } from '../../../src/core/native-octets.js';
import { SerialChainsBuilder } from '../../../src/core/revocation/crl/serial-table.js';
import { uint32At } from '../../../src/core/revocation/crl/uint32-list.js';
import { sha256, sha256Hex } from '../../../src/core/sha256.js';

const octets = (...values: number[]): Uint8Array => Uint8Array.from(values);
/** The same octets as a view into the middle of a larger buffer. */
const viewOf = (...values: number[]): Uint8Array => octets(9, ...values, 9).subarray(1, -1);

describe.each([
  ['equalOctets', equalOctets],
  ['equalSecrets', equalSecrets],
])('%s', (_, equal) => {
  it.each<[string, Uint8Array, Uint8Array, boolean]>([
    ['nothing and nothing', octets(), octets(), true],
    ['the same octets elsewhere', octets(1, 2, 3), viewOf(1, 2, 3), true],
    ['a Buffer and a Uint8Array', Buffer.from([1, 2, 3]), octets(1, 2, 3), true],
    ['another first octet', octets(0, 2, 3), octets(1, 2, 3), false],
    ['another last octet', octets(1, 2, 2), octets(1, 2, 3), false],
    ['one octet more', octets(1, 2, 3, 0), octets(1, 2, 3), false],
    ['one octet less', octets(1, 2), octets(1, 2, 3), false],
  ])('%s', (_name, a, b, expected) => {
    expect(equal(a, b)).toBe(expected);
    expect(equal(b, a)).toBe(expected);
  });

  it('a value and itself', () => {
    const value = octets(1, 2, 3);
    expect(equal(value, value)).toBe(true);
  });
});

describe('octetAt and uint32At', () => {
  it.each([-1, 2, 0.5])('find nothing at %d of two', (index) => {
    expect(() => octetAt(Uint8Array.of(0, 255), index)).toThrow(RangeError);
    expect(() => new SerialChainsBuilder(Uint8Array.of(0, 255), 1).add(index, 3)).toThrow(RangeError);
    expect(() => uint32At(Uint32Array.of(0, 2 ** 32 - 1), index)).toThrow(RangeError);
  });

  it('read what is there', () => {
    expect([0, 1].map((index) => octetAt(Uint8Array.of(0, 255), index))).toEqual([0, 255]);
    expect([0, 1].map((index) => uint32At(Uint32Array.of(0, 2 ** 32 - 1), index))).toEqual([0, 2 ** 32 - 1]);
  });
});

describe('compareOctets', () => {
  it.each<[Uint8Array, Uint8Array]>([
    [octets(), octets(0)],
    [octets(1), octets(1, 0)],
    [octets(1, 255), octets(2)],
    [octets(127), octets(128)],
  ])('orders by unsigned octets, the beginning of another first: %p before %p', (a, b) => {
    expect(compareOctets(a, b)).toBeLessThan(0);
    expect(compareOctets(b, a)).toBeGreaterThan(0);
    expect(compareOctets(a, Uint8Array.from(a))).toBe(0);
  });
});

describe('hex', () => {
  it.each<[Uint8Array, string]>([
    [octets(), ''],
    [octets(0, 10, 171, 255), '000aabff'],
    [viewOf(0, 1), '0001'],
  ])('%p is %p', (value, text) => {
    expect(hex(value)).toBe(text);
  });
});

describe('octetKey', () => {
  it('tells every two octets apart, and no view from its copy', () => {
    const all = Array.from({ length: 256 }, (_, octet) => octetKey(octets(octet)));
    expect(new Set(all).size).toBe(256);
    expect(octetKey(viewOf(0, 128, 255))).toBe(octetKey(octets(0, 128, 255)));
    expect(octetKey(octets(1, 2))).not.toBe(octetKey(octets(1, 2, 0)));
  });
});

describe('SHA-256', () => {
  // FIPS 180-4: the example of one block.
  const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

  it('of octets, of a text by its UTF-8, and by WebCrypto', async () => {
    expect(hex(sha256(Buffer.from('abc')))).toBe(abc);
    expect(sha256Hex('abc')).toBe(abc);
    expect(hex(await digestSha256(Buffer.from('abc')))).toBe(abc);
    expect(sha256Hex('連署')).toBe(sha256Hex(Buffer.from('連署', 'utf8')));
  });
});
