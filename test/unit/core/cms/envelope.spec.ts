import { constants, publicEncrypt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { issuerAndSerialNumberOf } from '../../../../src/core/cms/certificate-identifier.js';
import { encodeEnvelopedData } from '../../../../src/core/cms/enveloped-data.js';
import { openEnvelopeWithKey } from '../../../../src/core/cms/card-decryption.js';
import { encryptForCard, openWithPassphrase } from '../../../../src/core/cms/index.js';
import { CmsOid } from '../../../../src/core/cms/oids.js';
import { encodeKeyTransport } from '../../../../src/core/cms/recipient-info.js';
import { der } from '../../../../src/core/der/index.js';
import { Oid } from '../../../../src/core/x509/index.js';
import { ecPair, certified, pemOf, pkcs8Of, rsaPair } from '../../../support/cms/certificates.js';
import { OpensslFolder } from '../../../support/openssl.js';

const content = pkcs8Of(ecPair().privateKey);
const lead = certified(rsaPair());
const deputy = certified(rsaPair(), { serial: 8 });
const p256 = certified(ecPair(), { serial: 9 });
const passphrase = '正確的馬 電池 staple';
const openssl = new OpensslFolder();
afterAll(() => openssl.remove());

let envelope: Uint8Array;
beforeAll(async () => {
  envelope = await encryptForCard(content, [lead.certificate.der, deputy.certificate.der], passphrase);
  openssl.put('envelope.der', envelope);
});

const decrypt = ['cms', '-decrypt', '-binary', '-inform', 'DER', '-in'];

describe('an envelope for cards', () => {
  it.each([
    ['lead', lead],
    ['deputy', deputy],
  ])('opens with the key of the %s, here and with openssl', async (name, recipient) => {
    const opened = await openEnvelopeWithKey(
      envelope,
      recipient.certificate.der,
      pkcs8Of(recipient.privateKey),
    );
    expect(opened).toEqual({ ok: true, value: Uint8Array.from(content) });
    openssl.put(`${name}.key`, recipient.privateKey.export({ format: 'pem', type: 'pkcs8' }));
    openssl.put(`${name}.pem`, pemOf(recipient.certificate));
    const theirs = openssl.must(...decrypt, 'envelope.der', '-inkey', `${name}.key`, '-recip', `${name}.pem`);
    expect(theirs).toEqual(content);
  });

  it('opens with the passphrase, here and with openssl', async () => {
    const opened = await openWithPassphrase(envelope, passphrase);
    expect(opened).toEqual({ ok: true, value: Uint8Array.from(content) });
    expect(openssl.must(...decrypt, 'envelope.der', '-pwri_password', passphrase)).toEqual(content);
  });

  it('opens with the passphrase in whatever normal form it was typed', async () => {
    const composed = await encryptForCard(content, [], 'caf\u00e9');
    expect((await openWithPassphrase(composed, 'cafe\u0301')).ok).toBe(true);
  });

  it('of openssl’s opens here', async () => {
    openssl.put('content', content);
    openssl.put('lead.pem', pemOf(lead.certificate));
    openssl.must(
      ...['cms', '-encrypt', '-binary', '-aes256', '-in', 'content', '-outform', 'DER', '-out', 'theirs.der'],
      'lead.pem',
    );
    const opened = await openEnvelopeWithKey(
      openssl.get('theirs.der'),
      lead.certificate.der,
      lead.privateKey,
    );
    expect(opened).toEqual({ ok: true, value: Uint8Array.from(content) });
  });

  it('holds a long list as well as a key', async () => {
    const list = Buffer.alloc(3_000_000, 'A123456789\r\n');
    const long = await encryptForCard(list, [lead.certificate.der]);
    const opened = await openEnvelopeWithKey(long, lead.certificate.der, lead.privateKey);
    expect(opened.ok && list.equals(opened.value)).toBe(true);
  });

  it('needs a recipient', async () => {
    await expect(encryptForCard(content, [])).rejects.toThrow('no recipient');
  });

  it.each([
    ['a P-256 key', p256.certificate.der],
    ['RSA of 1024 bits', certified(rsaPair(1024)).certificate.der],
    ['no certificate', new Uint8Array()],
  ])('can’t be made for %s', async (_kind, certificate) => {
    await expect(encryptForCard(content, [certificate])).rejects.toThrow(TypeError);
  });
});

/** PasswordRecipientInfo written field by field. */
interface PasswordEdit {
  readonly version?: Uint8Array;
  readonly derivation?: Uint8Array;
  readonly parameters?: Uint8Array;
  readonly encryption?: Uint8Array;
  readonly key?: Uint8Array;
}

const prf = der.sequence(der.oid(CmsOid.hmacSha256), der.nullValue());
const pbkdf2 = (iterations: number, ...rest: Uint8Array[]): Uint8Array =>
  der.sequence(der.octetString(Buffer.alloc(16)), der.integer(iterations), ...rest);
const pwriKek = (iv: number, cipher: string = CmsOid.aes256Cbc): Uint8Array =>
  der.sequence(der.oid(CmsOid.pwriKek), der.sequence(der.oid(cipher), der.octetString(Buffer.alloc(iv))));

const withPassword = (edit: PasswordEdit): Uint8Array =>
  envelopeOf(
    der.context(
      3,
      edit.version ?? der.integer(0),
      edit.derivation ?? der.context(0, der.oid(CmsOid.pbkdf2), edit.parameters ?? pbkdf2(1000, prf)),
      edit.encryption ?? pwriKek(16),
      der.octetString(edit.key ?? Buffer.alloc(48)),
    ),
  );
const envelopeOf = (...recipients: Uint8Array[]): Uint8Array =>
  encodeEnvelopedData({
    version: 3,
    recipients,
    initialVector: Buffer.alloc(16),
    ciphertext: Buffer.alloc(32),
  });

describe('openWithPassphrase', () => {
  it.each<[string, () => Uint8Array, string]>([
    ['random bytes', () => Buffer.from('random'), 'envelope-malformed'],
    ['an envelope of another kind', () => der.sequence(der.oid(CmsOid.data)), 'envelope-malformed'],
    ['no recipient', () => envelopeOf(), 'envelope-not-for-this-key'],
    ['a wrong key', () => withPassword({}), 'envelope-undecryptable'],
    [
      'a stated key length',
      () => withPassword({ parameters: pbkdf2(1000, der.integer(32), prf) }),
      'envelope-undecryptable',
    ],
    [
      'another key length',
      () => withPassword({ parameters: pbkdf2(1000, der.integer(16), prf) }),
      'envelope-undecryptable',
    ],
    ['no iterations', () => withPassword({ parameters: pbkdf2(0, prf) }), 'envelope-undecryptable'],
    [
      'iterations without end',
      () => withPassword({ parameters: pbkdf2(10_000_001, prf) }),
      'envelope-undecryptable',
    ],
    [
      'another PRF',
      () => withPassword({ parameters: pbkdf2(1000, der.sequence(der.oid(Oid.sha1))) }),
      'envelope-undecryptable',
    ],
    [
      'another derivation',
      () => withPassword({ derivation: der.context(0, der.oid('1.2.3'), der.nullValue()) }),
      'envelope-undecryptable',
    ],
    ['no derivation', () => withPassword({ derivation: new Uint8Array() }), 'envelope-malformed'],
    ['another version', () => withPassword({ version: der.integer(1) }), 'envelope-malformed'],
    [
      'another encryption',
      () => withPassword({ encryption: der.sequence(der.oid('1.2.3')) }),
      'envelope-undecryptable',
    ],
    [
      'encryption without parameters',
      () => withPassword({ encryption: der.sequence(der.oid(CmsOid.pwriKek)) }),
      'envelope-undecryptable',
    ],
    [
      'encryption with bad parameters',
      () => withPassword({ encryption: der.sequence(der.oid(CmsOid.pwriKek), der.nullValue()) }),
      'envelope-undecryptable',
    ],
    [
      'another cipher',
      () => withPassword({ encryption: pwriKek(16, CmsOid.aes256Gcm) }),
      'envelope-undecryptable',
    ],
    [
      'an initial vector of 8 bytes',
      () => withPassword({ encryption: pwriKek(8) }),
      'envelope-undecryptable',
    ],
    ['a key of another length', () => withPassword({ key: Buffer.alloc(64) }), 'envelope-undecryptable'],
  ])('refuses %s', async (_what, bytes, code) => {
    expect(await openWithPassphrase(bytes(), passphrase)).toMatchObject({ failure: { code } });
  });

  it('refuses another passphrase', async () => {
    const opened = await openWithPassphrase(envelope, 'wrong');
    expect(opened).toMatchObject({ failure: { code: 'envelope-undecryptable' } });
  });
});

describe('openEnvelopeWithKey', () => {
  const rsa = der.sequence(der.oid(Oid.rsaEncryption), der.nullValue());
  const forLead = (encryptedKey: Uint8Array, algorithm = rsa): Uint8Array =>
    envelopeOf(encodeKeyTransport(issuerAndSerialNumberOf(lead.certificate), algorithm, encryptedKey));
  const encrypted = (key: Uint8Array): Uint8Array =>
    publicEncrypt({ key: lead.publicKey, padding: constants.RSA_PKCS1_PADDING }, key);
  const raw = (start: number[], separator: number): Uint8Array => {
    const block = Buffer.alloc(256, 1);
    block.set(start);
    if (separator > 0) block[separator] = 0;
    return publicEncrypt({ key: lead.publicKey, padding: constants.RSA_NO_PADDING }, block);
  };

  it.each<[string, () => Uint8Array, string]>([
    ['random bytes', () => Buffer.from('random'), 'envelope-malformed'],
    ['no recipient', () => envelopeOf(), 'envelope-not-for-this-key'],
    [
      'OAEP',
      () => forLead(Buffer.alloc(256), der.sequence(der.oid(CmsOid.rsaOaep))),
      'envelope-not-for-this-key',
    ],
    [
      'another recipient',
      () =>
        envelopeOf(encodeKeyTransport(issuerAndSerialNumberOf(deputy.certificate), rsa, Buffer.alloc(256))),
      'envelope-not-for-this-key',
    ],
    ['a key of 16 bytes', () => forLead(encrypted(Buffer.alloc(16))), 'envelope-undecryptable'],
    ['content whose padding is wrong', () => forLead(encrypted(Buffer.alloc(32))), 'envelope-undecryptable'],
    ['a key too long for RSA', () => forLead(Buffer.alloc(257, 0xff)), 'envelope-undecryptable'],
    ['padding of another type', () => forLead(raw([0, 1], 223)), 'envelope-undecryptable'],
    ['padding that does not begin with zero', () => forLead(raw([1, 2], 223)), 'envelope-undecryptable'],
    ['padding that is too short', () => forLead(raw([0, 2], 9)), 'envelope-undecryptable'],
    ['padding without end', () => forLead(raw([0, 2], 0)), 'envelope-undecryptable'],
  ])('refuses %s', async (_what, bytes, code) => {
    const opened = await openEnvelopeWithKey(bytes(), lead.certificate.der, lead.privateKey);
    expect(opened).toMatchObject({ failure: { code } });
  });

  it.each([
    ['no certificate', new Uint8Array(), lead.privateKey, 'envelope-not-for-this-key'],
    ['no key', lead.certificate.der, new Uint8Array(), 'envelope-undecryptable'],
  ])('refuses %s', async (_what, certificate, key, code) => {
    expect(await openEnvelopeWithKey(envelope, certificate, key)).toMatchObject({ failure: { code } });
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['another content type', (bytes) => edit(bytes, CmsOid.data, '1.2.840.113549.1.7.2')],
    ['another cipher', (bytes) => edit(bytes, CmsOid.aes256Cbc, CmsOid.aes256Gcm)],
  ])('refuses %s', async (_what, change) => {
    const bytes = change(Buffer.from(forLead(Buffer.alloc(256))));
    expect(await openEnvelopeWithKey(bytes, lead.certificate.der, lead.privateKey)).toMatchObject({
      failure: { code: 'envelope-malformed' },
    });
  });

  it('refuses an initial vector of 8 bytes', async () => {
    const bytes = encodeEnvelopedData({
      version: 0,
      recipients: [],
      initialVector: Buffer.alloc(8),
      ciphertext: Buffer.alloc(16),
    });
    expect(await openEnvelopeWithKey(bytes, lead.certificate.der, lead.privateKey)).toMatchObject({
      failure: { code: 'envelope-malformed' },
    });
  });
});

/** Puts one object identifier in place of another of the same length. */
function edit(bytes: Buffer, from: string, to: string): Buffer {
  const at = bytes.indexOf(der.oid(from));
  bytes.set(der.oid(to), at);
  return bytes;
}
