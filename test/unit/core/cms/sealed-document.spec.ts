import { createECDH, publicEncrypt } from 'node:crypto';
import { afterAll, describe, expect, it } from '@jest/globals';
import { encodeAuthEnvelopedData } from '../../../../src/core/cms/auth-enveloped-data.js';
import { issuerAndSerialNumberOf } from '../../../../src/core/cms/certificate-identifier.js';
import { canSealFor, openSealed, sealForCertificate } from '../../../../src/core/cms/index.js';
import { CmsOid } from '../../../../src/core/cms/oids.js';
import { encodeKeyAgreement, encodeKeyTransport } from '../../../../src/core/cms/recipient-info.js';
import { der } from '../../../../src/core/der/index.js';
import { Oid } from '../../../../src/core/x509/index.js';
import { ecPair, certified, pemOf, pkcs8Of, rsaPair } from '../../../support/cms/certificates.js';
import { OpensslFolder } from '../../../support/openssl.js';

const content = Buffer.from('seq,national_id\r\n1,A123456789\r\n');
const rsa = certified(rsaPair());
const p256 = certified(ecPair(), { serial: 8 });
const p384 = certified(ecPair('P-384'), { serial: 9 });
const weak = certified(rsaPair(1024), { serial: 10 });
const twin = certified(rsaPair(), { serial: 7 });
const openssl = new OpensslFolder();
afterAll(() => openssl.remove());

describe.each([
  [
    'RSA',
    rsa,
    ['-keyopt', 'rsa_padding_mode:oaep', '-keyopt', 'rsa_oaep_md:sha256', '-keyopt', 'rsa_mgf1_md:sha256'],
  ],
  ['P-256', p256, []],
])('a document sealed to a certificate of %s', (_kind, recipient, options) => {
  const { der: certificate } = recipient.certificate;

  it('opens with its key', () => {
    const sealed = sealForCertificate(content, certificate);
    for (const key of [recipient.privateKey, pkcs8Of(recipient.privateKey)]) {
      expect(openSealed(sealed, certificate, key)).toEqual({ ok: true, value: content });
    }
  });

  it('opens with openssl', () => {
    openssl.put('sealed.der', sealForCertificate(content, certificate));
    openssl.put('key.pem', recipient.privateKey.export({ format: 'pem', type: 'pkcs8' }));
    openssl.put('cert.pem', pemOf(recipient.certificate));
    const out = openssl.must(
      ...['cms', '-decrypt', '-binary', '-inform', 'DER', '-in', 'sealed.der', '-inkey', 'key.pem'],
      ...['-recip', 'cert.pem'],
    );
    expect(out).toEqual(content);
  });

  it.each([[[]], [['-keyid']]])('of openssl’s opens here %s', (naming) => {
    openssl.put('content', content);
    openssl.put('cert.pem', pemOf(recipient.certificate));
    openssl.must(
      ...['cms', '-encrypt', '-binary', '-aes-256-gcm', ...naming, '-in', 'content', '-outform', 'DER'],
      ...['-out', 'theirs.der', '-recip', 'cert.pem', ...options],
    );
    const opened = openSealed(openssl.get('theirs.der'), certificate, recipient.privateKey);
    expect(opened).toEqual({ ok: true, value: content });
  });

  it('is refused with a bit flipped in any byte', () => {
    const sealed = sealForCertificate(content, certificate);
    for (let index = 0; index < sealed.length; index++) {
      const flipped = Uint8Array.from(sealed);
      flipped[index]! ^= 1 << (index & 7);
      const opened = openSealed(flipped, certificate, recipient.privateKey);
      if (opened.ok) throw new Error(`byte ${index} makes no difference`);
    }
  });
});

describe('openSealed', () => {
  const sealed = sealForCertificate(content, rsa.certificate.der);
  const transported = (algorithm: Uint8Array, encryptedKey: Uint8Array): Uint8Array =>
    encodeAuthEnvelopedData({
      recipients: encodeKeyTransport(issuerAndSerialNumberOf(rsa.certificate), algorithm, encryptedKey),
      nonce: Buffer.alloc(12),
      ciphertext: content,
      tag: Buffer.alloc(16),
    });
  const agreedFor = encodeAuthEnvelopedData({
    recipients: encodeKeyAgreement(
      issuerAndSerialNumberOf(rsa.certificate),
      createECDH('prime256v1').generateKeys(),
      Buffer.alloc(40),
    ),
    nonce: Buffer.alloc(12),
    ciphertext: content,
    tag: Buffer.alloc(16),
  });
  const key = Buffer.alloc(256, 1);
  const oaep = (...parameters: Uint8Array[]): Uint8Array =>
    der.sequence(der.oid(CmsOid.rsaOaep), ...parameters);
  const sha256 = der.sequence(der.oid(Oid.sha256));
  const mgf1 = (hash: Uint8Array): Uint8Array => der.context(1, der.sequence(der.oid(Oid.mgf1), hash));

  it.each<[string, Uint8Array, Uint8Array, Parameters<typeof openSealed>[2], string]>([
    ['random bytes', Buffer.from('random'), rsa.certificate.der, rsa.privateKey, 'sealed-malformed'],
    ['another’s certificate', sealed, p256.certificate.der, p256.privateKey, 'sealed-not-for-this-key'],
    ['no certificate', sealed, new Uint8Array(), rsa.privateKey, 'sealed-not-for-this-key'],
    ['no key', sealed, rsa.certificate.der, new Uint8Array(), 'sealed-not-for-this-key'],
    [
      'another key under the same name',
      sealed,
      twin.certificate.der,
      twin.privateKey,
      'sealed-authentication-failed',
    ],
    ['a key of another kind', sealed, rsa.certificate.der, p256.privateKey, 'sealed-authentication-failed'],
    [
      'key agreement for an RSA key',
      agreedFor,
      rsa.certificate.der,
      rsa.privateKey,
      'sealed-authentication-failed',
    ],
    [
      'PKCS #1 v1.5',
      transported(der.sequence(der.oid(Oid.rsaEncryption), der.nullValue()), key),
      rsa.certificate.der,
      rsa.privateKey,
      'sealed-authentication-failed',
    ],
    [
      'OAEP with SHA-1',
      transported(oaep(), key),
      rsa.certificate.der,
      rsa.privateKey,
      'sealed-authentication-failed',
    ],
    [
      'OAEP with nothing said',
      transported(oaep(der.sequence()), key),
      rsa.certificate.der,
      rsa.privateKey,
      'sealed-authentication-failed',
    ],
    [
      'OAEP whose mask is SHA-1',
      transported(oaep(der.sequence(der.context(0, sha256), mgf1(der.sequence(der.oid(Oid.sha1))))), key),
      rsa.certificate.der,
      rsa.privateKey,
      'sealed-authentication-failed',
    ],
    [
      'OAEP with another mask',
      transported(oaep(der.sequence(der.context(0, sha256), der.context(1, sha256))), key),
      rsa.certificate.der,
      rsa.privateKey,
      'sealed-authentication-failed',
    ],
    [
      'a content key of 16 bytes',
      transported(
        oaep(der.sequence(der.context(0, sha256), mgf1(sha256))),
        publicEncrypt({ key: rsa.publicKey, oaepHash: 'sha256' }, Buffer.alloc(16)),
      ),
      rsa.certificate.der,
      rsa.privateKey,
      'sealed-authentication-failed',
    ],
    [
      'a key that OAEP does not open',
      transported(oaep(der.sequence(der.context(0, sha256), mgf1(sha256))), key),
      rsa.certificate.der,
      rsa.privateKey,
      'sealed-authentication-failed',
    ],
  ])('refuses %s', (_what, bytes, certificate, privateKey, code) => {
    expect(openSealed(bytes, certificate, privateKey)).toMatchObject({ failure: { code } });
  });
});

describe('canSealFor', () => {
  it.each([
    ['RSA of 2048 bits', rsa.certificate.der, true],
    ['P-256', p256.certificate.der, true],
    ['P-384', p384.certificate.der, false],
    ['RSA of 1024 bits', weak.certificate.der, false],
    ['no certificate', new Uint8Array(), false],
  ])('%s', (_kind, certificate, expected) => {
    expect(canSealFor(certificate)).toBe(expected);
    if (!expected) expect(() => sealForCertificate(content, certificate)).toThrow(TypeError);
  });
});
