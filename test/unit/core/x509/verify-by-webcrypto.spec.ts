import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { der, parseDer } from '../../../../src/core/der/index.js';
import {
  type AlgorithmPolicy,
  everyAlgorithm,
  Oid,
  readAlgorithmIdentifier,
  strongAlgorithms,
} from '../../../../src/core/x509/index.js';
import { verifyByWebCrypto } from '../../../../src/core/x509/verify-by-webcrypto.js';
import { valueOf } from '../../../../src/devkit/index.js';
import { spkiOf } from '../../../support/cms/certificates.js';

const data = Buffer.from('連署');
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const p521 = generateKeyPairSync('ec', { namedCurve: 'P-521' });
const ed25519 = generateKeyPairSync('ed25519');
const pss = generateKeyPairSync('rsa-pss', { modulusLength: 2048 });
const offCurve = Uint8Array.from(spkiOf(p256.publicKey)).fill(1, -32);

async function verdict(
  publicKey: Uint8Array,
  algorithm: string,
  signature: Uint8Array,
  policy: AlgorithmPolicy = everyAlgorithm,
): Promise<string> {
  const identifier = valueOf(parseDer(der.sequence(der.oid(algorithm)), 64, readAlgorithmIdentifier));
  const claim = { publicKey, algorithm: identifier, data, signature };
  const verified = await verifyByWebCrypto(claim, policy);
  return verified.ok ? 'valid' : verified.failure.code;
}

const by = (key: KeyObject, hash: string | null = 'sha256'): Buffer => sign(hash, data, key);

describe('verifyByWebCrypto', () => {
  it.each<[string, string, Uint8Array, string, Uint8Array]>([
    ['RSA', 'valid', spkiOf(rsa.publicKey), Oid.sha256WithRsa, by(rsa.privateKey)],
    ['P-256', 'valid', spkiOf(p256.publicKey), Oid.ecdsaSha256, by(p256.privateKey)],
    [
      'an algorithm of another key',
      'signature-algorithm-refused',
      spkiOf(rsa.publicKey),
      Oid.ecdsaSha256,
      by(rsa.privateKey),
    ],
    [
      'another hash than named',
      'signature-invalid',
      spkiOf(rsa.publicKey),
      Oid.sha384WithRsa,
      by(rsa.privateKey),
    ],
    [
      'SHA-1',
      'signature-algorithm-refused',
      spkiOf(rsa.publicKey),
      Oid.sha1WithRsa,
      by(rsa.privateKey, 'sha1'),
    ],
    [
      'Ed25519',
      'signature-algorithm-refused',
      spkiOf(ed25519.publicKey),
      Oid.ed25519,
      by(ed25519.privateKey, null),
    ],
    ['P-521', 'public-key-unusable', spkiOf(p521.publicKey), Oid.ecdsaSha256, by(p521.privateKey)],
    [
      'a point that is not on its curve',
      'public-key-unusable',
      offCurve,
      Oid.ecdsaSha256,
      by(p256.privateKey),
    ],
    ['no key', 'public-key-unusable', Uint8Array.of(0x30, 0), Oid.ecdsaSha256, by(p256.privateKey)],
    [
      'an algorithm for another key',
      'signature-algorithm-refused',
      spkiOf(rsa.publicKey),
      Oid.ecdsaSha256,
      by(rsa.privateKey),
    ],
    [
      'an unknown algorithm',
      'signature-algorithm-refused',
      spkiOf(rsa.publicKey),
      '1.2.3',
      by(rsa.privateKey),
    ],
  ])('%s: %s', async (_what, code, publicKey, algorithm, signature) => {
    expect(await verdict(publicKey, algorithm, signature)).toBe(code);
  });

  it('refuses what the caller’s policy does not allow', async () => {
    const small = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const signature = by(small.privateKey);
    const publicKey = spkiOf(small.publicKey);
    expect(await verdict(publicKey, Oid.sha256WithRsa, signature)).toBe('valid');
    expect(await verdict(publicKey, Oid.sha256WithRsa, signature, strongAlgorithms)).toBe(
      'signature-algorithm-refused',
    );
  });

  it('takes no key for PSS alone', async () => {
    const parameters = der.sequence(
      der.context(0, der.sequence(der.oid(Oid.sha256))),
      der.context(1, der.sequence(der.oid(Oid.mgf1), der.sequence(der.oid(Oid.sha256)))),
      der.context(2, der.integer(32)),
    );
    const encoded = der.sequence(der.oid(Oid.rsaPss), parameters);
    const algorithm = valueOf(parseDer(encoded, 256, readAlgorithmIdentifier));
    const claim = { publicKey: spkiOf(pss.publicKey), algorithm, data, signature: new Uint8Array(256) };
    expect(await verifyByWebCrypto(claim, strongAlgorithms)).toMatchObject({
      failure: { code: 'public-key-unusable' },
    });
  });
});
