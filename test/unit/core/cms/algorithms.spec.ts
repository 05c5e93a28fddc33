import { describe, expect, it } from '@jest/globals';
import {
  digestAlgorithmFor,
  resolveAlgorithms,
  signatureAlgorithmFor,
} from '../../../../src/core/cms/algorithms.js';
import { publicKeyBits, readSignerKey } from '../../../../src/core/cms/signer-key.js';
import { der } from '../../../../src/core/der/index.js';
import { Oid } from '../../../../src/core/x509/index.js';
import { ecPair, spkiOf } from '../../../support/cms/certificates.js';

const rsaKey = (modulus: Uint8Array): Uint8Array =>
  der.sequence(
    der.sequence(der.oid(Oid.rsaEncryption), der.nullValue()),
    der.bitString(der.sequence(der.encode(0x02, modulus), der.integer(65537))),
  );
const key = (...parts: Uint8Array[]): Uint8Array =>
  der.sequence(der.sequence(...parts), der.bitString(Buffer.alloc(65, 4)));

/** The same point with the form octet that tells its sign as well (SEC 1 2.3.3 does not have it, X9.62 does). */
const hybrid = (spki: Uint8Array): Uint8Array => {
  const copy = Buffer.from(spki);
  copy[copy.length - 65] = 6 + (copy[copy.length - 1]! & 1);
  return copy;
};

describe('readSignerKey', () => {
  it.each<[string, Uint8Array, unknown]>([
    ['P-256', spkiOf(ecPair().publicKey), { kind: 'ec', curve: 'P-256' }],
    ['P-384', spkiOf(ecPair('P-384').publicKey), { kind: 'ec', curve: 'P-384' }],
    [
      '2048 bits',
      rsaKey(Buffer.concat([Buffer.alloc(1), Buffer.alloc(256, 0x80)])),
      { kind: 'rsa', modulusBits: 2048 },
    ],
    ['2047 bits', rsaKey(Buffer.alloc(256, 0x40)), { kind: 'rsa', modulusBits: 2047 }],
    ['a modulus of zero', rsaKey(Buffer.alloc(1)), { kind: 'rsa', modulusBits: 0 }],
    [
      'an RSA key that is none',
      key(der.oid(Oid.rsaEncryption), der.nullValue()),
      { kind: 'rsa', modulusBits: 0 },
    ],
    ['an RSA key without parameters', key(der.oid(Oid.rsaEncryption)), undefined],
    ['an RSA key with parameters', key(der.oid(Oid.rsaEncryption), der.octetString(Buffer.of())), undefined],
    ['a point in hybrid form', hybrid(spkiOf(ecPair().publicKey)), undefined],
    ['another curve', key(der.oid(Oid.ecPublicKey), der.oid('1.3.132.0.35')), undefined],
    ['a curve without name', key(der.oid(Oid.ecPublicKey)), undefined],
    ['a curve by its parameters', key(der.oid(Oid.ecPublicKey), der.sequence()), undefined],
    ['another kind of key', key(der.oid('1.3.101.112')), undefined],
    [
      'a key that counts unused bits',
      der.sequence(
        der.sequence(der.oid(Oid.ecPublicKey), der.oid(Oid.p256)),
        der.bitString(Buffer.alloc(65, 4), 1),
      ),
      undefined,
    ],
    ['no key', new Uint8Array(), undefined],
  ])('%s', (_what, spki, expected) => {
    expect(readSignerKey(spki)).toEqual(expected);
  });

  it('reads no bits where there is no key', () => {
    expect(publicKeyBits(Uint8Array.of(1, 2))).toBeUndefined();
  });
});

describe('resolveAlgorithms', () => {
  it.each([
    [2048, 'ok'],
    [8192, 'ok'],
    [8200, 'evidence-algorithm-unsupported'],
    [2040, 'evidence-weak-key'],
  ])('an RSA key of %i bits: %s', (bits, expected) => {
    const spki = rsaKey(Buffer.concat([Buffer.alloc(1), Buffer.alloc(bits / 8, 0x80)]));
    const resolved = resolveAlgorithms(
      digestAlgorithmFor('sha256'),
      signatureAlgorithmFor('rsa', 'sha256'),
      spki,
    );
    expect(resolved.ok ? 'ok' : resolved.failure.code).toBe(expected);
  });
});
