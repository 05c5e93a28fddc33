import { valueOf } from '../../../../src/devkit/index.js';
import { constants, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { der, parseDer } from '../../../../src/core/der/index.js';
import {
  type AlgorithmIdentifier,
  type AlgorithmPolicy,
  everyAlgorithm,
  Oid,
  readAlgorithmIdentifier,
  readPublicKey,
  strongAlgorithms,
} from '../../../../src/core/x509/index.js';
import { importPublicKey, verifySignature } from '../../../../src/core/x509/signature.js';

const data = Buffer.from('連署');
const spkiOf = (key: KeyObject): Uint8Array => Uint8Array.from(key.export({ format: 'der', type: 'spki' }));
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const smallRsa = generateKeyPairSync('rsa', { modulusLength: 1024 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const ec521 = generateKeyPairSync('ec', { namedCurve: 'P-521' });
const ed = generateKeyPairSync('ed25519');
const dsa = generateKeyPairSync('dsa', { modulusLength: 1024, divisorLength: 160 });
const pss = generateKeyPairSync('rsa-pss', {
  modulusLength: 2048,
  hashAlgorithm: 'sha512',
  mgf1HashAlgorithm: 'sha512',
});

const identifier = (...parts: readonly Uint8Array[]): AlgorithmIdentifier => {
  return valueOf(parseDer(der.sequence(...parts), 1024, readAlgorithmIdentifier));
};
const named = (id: string, ...parameters: readonly Uint8Array[]): AlgorithmIdentifier =>
  identifier(der.oid(id), ...parameters);

const verdict = (
  key: KeyObject,
  algorithm: AlgorithmIdentifier,
  signature: Uint8Array,
  policy: AlgorithmPolicy = everyAlgorithm,
): string => {
  const result = verifySignature({ publicKey: spkiOf(key), algorithm, data, signature }, policy);
  return result.ok ? 'valid' : result.failure.code;
};

const hash = (id: string): Uint8Array => der.sequence(der.oid(id), der.nullValue());
const pssParameters = (edit: {
  readonly hash?: Uint8Array;
  readonly mask?: Uint8Array;
  readonly salt?: Uint8Array;
  readonly trailer?: Uint8Array;
}): Uint8Array =>
  der.sequence(
    ...[edit.hash, edit.mask, edit.salt, edit.trailer].flatMap((field, n) =>
      field === undefined ? [] : [der.context(n, field)],
    ),
  );
const mask = (id: string, generator: string = Oid.mgf1): Uint8Array =>
  der.sequence(der.oid(generator), hash(id));
const sha256Pss = { hash: hash(Oid.sha256), mask: mask(Oid.sha256), salt: der.integer(32) };
const pssSignature = (saltLength: number, name = 'sha256', key = rsa.privateKey): Uint8Array =>
  sign(name, data, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength });

describe('verifySignature', () => {
  it.each<[string, KeyObject, AlgorithmIdentifier, Uint8Array]>([
    [
      'RSA SHA-256',
      rsa.publicKey,
      named(Oid.sha256WithRsa, der.nullValue()),
      sign('sha256', data, rsa.privateKey),
    ],
    ['RSA without NULL', rsa.publicKey, named(Oid.sha384WithRsa), sign('sha384', data, rsa.privateKey)],
    [
      'RSA SHA-1',
      smallRsa.publicKey,
      named(Oid.sha1WithRsa, der.nullValue()),
      sign('sha1', data, smallRsa.privateKey),
    ],
    ['ECDSA P-256', ec.publicKey, named(Oid.ecdsaSha256), sign('sha256', data, ec.privateKey)],
    ['ECDSA P-521', ec521.publicKey, named(Oid.ecdsaSha512), sign('sha512', data, ec521.privateKey)],
    ['DSA', dsa.publicKey, named(Oid.dsaSha1), sign('sha1', data, dsa.privateKey)],
    ['Ed25519', ed.publicKey, named(Oid.ed25519), sign(undefined, data, ed.privateKey)],
    ['PSS SHA-256', rsa.publicKey, named(Oid.rsaPss, pssParameters(sha256Pss)), pssSignature(32)],
    ['PSS by its defaults', rsa.publicKey, named(Oid.rsaPss, pssParameters({})), pssSignature(20, 'sha1')],
    [
      'PSS with its trailer',
      rsa.publicKey,
      named(Oid.rsaPss, pssParameters({ ...sha256Pss, trailer: der.integer(1) })),
      pssSignature(32),
    ],
    [
      'PSS hash without NULL',
      rsa.publicKey,
      named(Oid.rsaPss, pssParameters({ ...sha256Pss, hash: der.sequence(der.oid(Oid.sha256)) })),
      pssSignature(32),
    ],
    [
      'PSS by a PSS key',
      pss.publicKey,
      named(
        Oid.rsaPss,
        pssParameters({ hash: hash(Oid.sha512), mask: mask(Oid.sha512), salt: der.integer(64) }),
      ),
      pssSignature(64, 'sha512', pss.privateKey),
    ],
  ])('accepts %s, and no other bytes', (_what, key, algorithm, signature) => {
    expect(verdict(key, algorithm, signature)).toBe('valid');
    expect(
      verdict(
        key,
        algorithm,
        signature.map((octet, at) => (at === 9 ? octet ^ 1 : octet)),
      ),
    ).toBe('signature-invalid');
  });

  it.each<[string, KeyObject, AlgorithmIdentifier, AlgorithmPolicy]>([
    ['an unknown algorithm', rsa.publicKey, named('1.2.3'), everyAlgorithm],
    ['MD5', rsa.publicKey, named(Oid.md5WithRsa, der.nullValue()), everyAlgorithm],
    ['RSA parameters', rsa.publicKey, named(Oid.sha256WithRsa, der.integer(1)), everyAlgorithm],
    [
      'a NULL with content',
      rsa.publicKey,
      named(Oid.sha256WithRsa, der.encode(5, Uint8Array.of(1))),
      everyAlgorithm,
    ],
    ['ECDSA parameters', ec.publicKey, named(Oid.ecdsaSha256, der.nullValue()), everyAlgorithm],
    ['ECDSA by an RSA key', rsa.publicKey, named(Oid.ecdsaSha256), everyAlgorithm],
    ['PSS without parameters', rsa.publicKey, named(Oid.rsaPss), everyAlgorithm],
    ['PSS parameters that are none', rsa.publicKey, named(Oid.rsaPss, der.nullValue()), everyAlgorithm],
    [
      'PSS with two hashes',
      rsa.publicKey,
      named(Oid.rsaPss, pssParameters({ ...sha256Pss, mask: mask(Oid.sha384) })),
      everyAlgorithm,
    ],
    [
      'PSS with an unknown hash',
      rsa.publicKey,
      named(Oid.rsaPss, pssParameters({ ...sha256Pss, hash: hash('1.2.3'), mask: mask('1.2.3') })),
      everyAlgorithm,
    ],
    [
      'PSS with hash parameters',
      rsa.publicKey,
      named(
        Oid.rsaPss,
        pssParameters({ ...sha256Pss, hash: der.sequence(der.oid(Oid.sha256), der.integer(1)) }),
      ),
      everyAlgorithm,
    ],
    [
      'PSS with another mask',
      rsa.publicKey,
      named(Oid.rsaPss, pssParameters({ ...sha256Pss, mask: mask(Oid.sha256, '1.2.3') })),
      everyAlgorithm,
    ],
    [
      'PSS with another trailer',
      rsa.publicKey,
      named(Oid.rsaPss, pssParameters({ ...sha256Pss, trailer: der.integer(2) })),
      everyAlgorithm,
    ],
    [
      'PSS with a huge salt',
      rsa.publicKey,
      named(Oid.rsaPss, pssParameters({ ...sha256Pss, salt: der.integer(513) })),
      everyAlgorithm,
    ],
    ['SHA-1 today', rsa.publicKey, named(Oid.sha1WithRsa, der.nullValue()), strongAlgorithms],
    ['RSA-1024 today', smallRsa.publicKey, named(Oid.sha256WithRsa, der.nullValue()), strongAlgorithms],
    ['P-521 today', ec521.publicKey, named(Oid.ecdsaSha256), strongAlgorithms],
    ['DSA today', dsa.publicKey, named(Oid.dsaSha256), strongAlgorithms],
    ['Ed25519 today', ed.publicKey, named(Oid.ed25519), strongAlgorithms],
  ])('refuses %s', (_what, key, algorithm, policy) => {
    expect(verdict(key, algorithm, Uint8Array.of(1), policy)).toBe('signature-algorithm-refused');
  });

  it('refuses bytes that are no key', () => {
    const claim = { algorithm: named(Oid.sha256WithRsa), data, signature: data };
    const unusable = { ok: false, failure: { code: 'public-key-unusable' } };
    expect(verifySignature({ ...claim, publicKey: data }, everyAlgorithm)).toEqual(unusable);
    expect(verifySignature({ ...claim, publicKey: new Uint8Array(20_000) }, everyAlgorithm)).toEqual(
      unusable,
    );
  });

  it("keeps to a PSS key's own restrictions", () => {
    expect(verdict(pss.publicKey, named(Oid.rsaPss, pssParameters(sha256Pss)), pssSignature(32))).toBe(
      'signature-invalid',
    );
  });
});

describe('importPublicKey', () => {
  it('imports a key once', () => {
    const read = readPublicKey(spkiOf(ec.publicKey));
    if (read === undefined) throw new Error('not read');
    expect(importPublicKey(read)).toBe(importPublicKey(read));
  });

  it('refuses a point that is not on its curve', () => {
    const off = spkiOf(ec.publicKey).map((octet, at, { length }) => (at === length - 1 ? octet ^ 1 : octet));
    const read = readPublicKey(off);
    if (read === undefined) throw new Error('not read');
    expect(importPublicKey(read)).toBeUndefined();
    const claim = { publicKey: off, algorithm: named(Oid.ecdsaSha256), data, signature: data };
    expect(verifySignature(claim, everyAlgorithm)).toMatchObject({
      failure: { code: 'public-key-unusable' },
    });
  });
});
