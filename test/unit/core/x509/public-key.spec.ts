import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { der, parseDer } from '../../../../src/core/der/index.js';
import {
  type AlgorithmPolicy,
  completeKey,
  everyAlgorithm,
  hasInheritedParameters,
  keyAllowed,
  Oid,
  publicKeyBits,
  readPublicKey,
  strongAlgorithms,
} from '../../../../src/core/x509/index.js';
import { subjectKeyIdentifier } from '../../../../src/core/x509/key-identifier.js';
import { refusedEncodings } from '../../../support/keys/key-encodings.js';

const spkiOf = (key: KeyObject): Uint8Array => Uint8Array.from(key.export({ format: 'der', type: 'spki' }));
const ecKey = (namedCurve: string): Uint8Array => spkiOf(generateKeyPairSync('ec', { namedCurve }).publicKey);
const p256 = ecKey('P-256');
const rsa = spkiOf(generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey);
const dsa = spkiOf(generateKeyPairSync('dsa', { modulusLength: 1024, divisorLength: 160 }).publicKey);
const pss = spkiOf(generateKeyPairSync('rsa-pss', { modulusLength: 2048 }).publicKey);
const boundPss = spkiOf(
  generateKeyPairSync('rsa-pss', {
    modulusLength: 2048,
    hashAlgorithm: 'sha512',
    mgf1HashAlgorithm: 'sha512',
  }).publicKey,
);
const ed25519 = spkiOf(generateKeyPairSync('ed25519').publicKey);

/** RSA with a modulus of this many bits, of which only the first and the last are ones. */
function rsaOf(bits: number): Uint8Array {
  const modulus = der.integer((1n << BigInt(bits - 1)) | 1n);
  return der.sequence(
    der.sequence(der.oid(Oid.rsaEncryption), der.nullValue()),
    der.bitString(der.sequence(modulus, der.integer(65537))),
  );
}

const keyOf = (algorithm: readonly Uint8Array[], bits: Uint8Array): Uint8Array =>
  der.sequence(der.sequence(...algorithm), der.bitString(bits));
const bitsOf = (publicKey: Uint8Array): Uint8Array => publicKeyBits(publicKey) ?? new Uint8Array();
const dsaParameters = (...integers: readonly number[]): Uint8Array =>
  der.sequence(...integers.map((each) => der.integer(each)));

describe('readPublicKey', () => {
  it.each<[string, Uint8Array, object]>([
    ['P-256', p256, { kind: 'ec', curve: 'prime256v1', point: bitsOf(p256) }],
    ['P-384', ecKey('P-384'), { kind: 'ec', curve: 'secp384r1' }],
    ['P-521', ecKey('P-521'), { kind: 'ec', curve: 'secp521r1' }],
    ['P-224', ecKey('secp224r1'), { kind: 'ec', curve: 'secp224r1' }],
    ['secp256k1', ecKey('secp256k1'), { kind: 'ec', curve: 'secp256k1' }],
    ['RSA', rsa, { kind: 'rsa', modulusBits: 2048 }],
    ['RSA of 2,047 bits', rsaOf(2047), { kind: 'rsa', modulusBits: 2047 }],
    ['RSA of 2,041 bits', rsaOf(2041), { kind: 'rsa', modulusBits: 2041 }],
    ['RSA of 16,384 bits', rsaOf(16_384), { kind: 'rsa', modulusBits: 16_384 }],
    ['PSS', pss, { kind: 'rsa-pss', modulusBits: 2048 }],
    ['PSS with parameters', boundPss, { kind: 'rsa-pss', modulusBits: 2048 }],
    ['DSA', dsa, { kind: 'dsa' }],
    ['Ed25519', ed25519, { kind: 'ed25519' }],
  ])('reads %s', (_what, spki, expected) => {
    expect(readPublicKey(spki)).toMatchObject({ ...expected, der: spki });
  });

  it.each(refusedEncodings)('refuses $of with $name', ({ of, edit }) => {
    const spki = of === 'rsa' ? rsa : p256;
    expect(readPublicKey(spki)).toBeDefined();
    expect(readPublicKey(edit(spki))).toBeUndefined();
  });

  it.each<[string, Uint8Array]>([
    ['X25519', spkiOf(generateKeyPairSync('x25519').publicKey)],
    ['Ed25519 with parameters', keyOf([der.oid(Oid.ed25519), der.nullValue()], bitsOf(ed25519))],
    ['Ed25519 of 31 octets', keyOf([der.oid(Oid.ed25519)], bitsOf(ed25519).subarray(1))],
    ['DSA without parameters', keyOf([der.oid(Oid.dsa)], bitsOf(dsa))],
    ['DSA with two parameters', keyOf([der.oid(Oid.dsa), dsaParameters(7, 3)], bitsOf(dsa))],
    ['DSA with a fourth parameter', keyOf([der.oid(Oid.dsa), dsaParameters(7, 3, 2, 1)], bitsOf(dsa))],
    ['DSA with a parameter of zero', keyOf([der.oid(Oid.dsa), dsaParameters(7, 3, 0)], bitsOf(dsa))],
    ['DSA with two keys', keyOf([der.oid(Oid.dsa), dsaParameters(7, 3, 2)], Buffer.of(2, 1, 5, 2, 1, 6))],
    [
      'an RSA key whose bits are no RSAPublicKey',
      keyOf([der.oid(Oid.rsaEncryption), der.nullValue()], bitsOf(p256)),
    ],
    [
      'an octet after RSAPublicKey',
      keyOf([der.oid(Oid.rsaEncryption), der.nullValue()], Buffer.of(...bitsOf(rsa), 0)),
    ],
    ['an octet after the key', Uint8Array.of(...p256, 0)],
    ['a length in more octets than it needs', Uint8Array.of(0x30, 0x81, ...p256.subarray(1))],
    ['more than 4,096 octets', rsaOf(40_000)],
    ['no key', new Uint8Array()],
  ])('refuses %s', (_what, spki) => {
    expect(readPublicKey(spki)).toBeUndefined();
  });

  it('keeps 512 keys, and drops the least recently used', () => {
    const key = readPublicKey(p256);
    expect(readPublicKey(p256.slice())).toBe(key);
    const others = Array.from({ length: 512 }, (_, n) =>
      keyOf([der.oid(Oid.ed25519)], Buffer.alloc(32).fill(Uint8Array.of(n >> 8, n & 0xff))),
    );
    for (const other of others.slice(0, 511)) readPublicKey(other);
    expect(readPublicKey(p256)).toBe(key);
    for (const other of others) readPublicKey(other);
    expect(readPublicKey(p256)).not.toBe(key);
  });

  it('keeps a copy, so that the bytes may change', () => {
    const bytes = p256.slice();
    const key = readPublicKey(bytes);
    bytes.fill(0);
    expect(key?.der).toEqual(p256);
  });
});

describe('keyAllowed', () => {
  it.each<[string, Uint8Array, AlgorithmPolicy, boolean]>([
    ['P-256', p256, strongAlgorithms, true],
    ['P-384', ecKey('P-384'), strongAlgorithms, true],
    ['P-521', ecKey('P-521'), strongAlgorithms, false],
    ['P-521', ecKey('P-521'), everyAlgorithm, true],
    ['RSA of 2,047 bits', rsaOf(2047), strongAlgorithms, false],
    ['RSA of 2,048 bits', rsaOf(2048), strongAlgorithms, true],
    ['RSA of 8,192 bits', rsaOf(8192), strongAlgorithms, true],
    ['RSA of 8,193 bits', rsaOf(8193), strongAlgorithms, false],
    ['RSA of 511 bits', rsaOf(511), everyAlgorithm, false],
    ['RSA of 16,384 bits', rsaOf(16_384), everyAlgorithm, true],
    ['RSA of 16,385 bits', rsaOf(16_385), everyAlgorithm, false],
    ['PSS', pss, strongAlgorithms, true],
    ['DSA', dsa, strongAlgorithms, false],
    ['DSA', dsa, everyAlgorithm, true],
    ['Ed25519', ed25519, strongAlgorithms, false],
    ['Ed25519', ed25519, everyAlgorithm, true],
  ])('%s (%#)', (_what, spki, policy, expected) => {
    const key = readPublicKey(spki);
    if (key === undefined) throw new Error('not read');
    expect(keyAllowed(policy, key)).toBe(expected);
  });
});

describe('subjectKeyIdentifier', () => {
  it('needs a SubjectPublicKeyInfo', () => {
    expect(publicKeyBits(Uint8Array.of(1, 2))).toBeUndefined();
    expect(() => subjectKeyIdentifier(new Uint8Array())).toThrow(TypeError);
  });
});

describe('completeKey', () => {
  const whole = dsa;
  const parts = parseDer(whole, 4096, (reader) => {
    const fields = reader.into();
    fields.element();
    return fields.element().der;
  });
  const bits = parts.ok ? parts.value : new Uint8Array();
  const without = der.sequence(der.sequence(der.oid(Oid.dsa)), bits);
  const withNull = der.sequence(der.sequence(der.oid(Oid.dsa), der.nullValue()), bits);

  it.each([
    ['no parameters', without],
    ['null parameters', withNull],
  ])("gives a DSA key with %s its issuer's", (_what, key) => {
    expect(hasInheritedParameters(key)).toBe(true);
    expect(Buffer.from(completeKey(key, whole))).toEqual(Buffer.from(whole));
  });

  it.each([
    ['an RSA key', rsa, whole],
    ['a whole DSA key', whole, whole],
    ['a DSA key under an RSA key', without, rsa],
    ['a DSA key under one that has none either', without, without],
    ['what only looks like a DSA key', der.sequence(der.oid(Oid.dsa)), whole],
  ])('leaves %s as it is', (_what, key, issuer) => {
    expect(completeKey(key, issuer)).toBe(key);
  });

  it('says that other keys inherit nothing', () => {
    expect(hasInheritedParameters(p256)).toBe(false);
    expect(hasInheritedParameters(whole)).toBe(false);
  });
});
