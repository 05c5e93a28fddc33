import { afterAll, describe, expect, it } from '@jest/globals';
import {
  type Card,
  cardSignedDocument,
  parseSignedDocument,
  signDocument,
} from '../../../../src/core/cms/index.js';
import {
  certifiedSignerOf,
  ecPair,
  certified,
  pemOf,
  rsaPair,
  testCa,
} from '../../../support/cms/certificates.js';
import { signedDataBy } from '../../../support/cms/signed-data.js';
import { OpensslFolder } from '../../../support/openssl.js';

const content = Buffer.from('seq,national_id\r\n1,A123456789\r\n');
const at = new Date('2026-02-03T04:05:06Z');
const rsa = certified(rsaPair());
const p256 = certified(ecPair(), { serial: 8 });
const openssl = new OpensslFolder();
afterAll(() => openssl.remove());

describe.each([
  ['RSA', rsa],
  ['P-256', p256],
])('a document signed by %s', (_kind, signer) => {
  it('reads back, with the signer and the time claimed', async () => {
    const signed = await signDocument(content, certifiedSignerOf(signer), at);
    const read = parseSignedDocument(signed);
    expect(read).toMatchObject({ ok: true, value: { content: Uint8Array.from(content), signedAt: at } });
    expect(read.ok && read.value.signer.der).toEqual(signer.certificate.der);
    expect(read.ok && read.value.certificates).toHaveLength(1);
  });

  it('is what openssl verifies, signing-certificate and all', async () => {
    openssl.put('ca.pem', pemOf(testCa));
    openssl.put('signed.der', await signDocument(content, certifiedSignerOf(signer), at));
    const out = openssl.must(
      ...['cms', '-verify', '-binary', '-cades', '-inform', 'DER', '-in', 'signed.der', '-CAfile', 'ca.pem'],
      ...['-purpose', 'any', '-attime', '1800000000'],
    );
    expect(out).toEqual(content);
  });

  it('refuses any bit flipped in content or signature', async () => {
    const signed = await signDocument(content, certifiedSignerOf(signer), at);
    const start = Buffer.from(signed).indexOf(content);
    for (let bit = start * 8; bit < (start + content.length) * 8; bit++) {
      const flipped = Uint8Array.from(signed);
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      expect(parseSignedDocument(flipped)).toMatchObject({
        failure: { code: 'evidence-message-digest-wrong' },
      });
    }
    const forged = Uint8Array.from(signed);
    forged[forged.length - 1]! ^= 1;
    expect(parseSignedDocument(forged)).toMatchObject({ failure: { code: 'evidence-signature-wrong' } });
  });

  it('is read as openssl signs it', () => {
    openssl.put('cert.pem', pemOf(signer.certificate));
    openssl.put('key.pem', signer.privateKey.export({ format: 'pem', type: 'pkcs8' }));
    openssl.put('content', content);
    for (const options of [[], ['-noattr'], ['-cades'], ['-keyid']]) {
      openssl.must(
        ...['cms', '-sign', '-binary', '-nodetach', '-md', 'sha256', ...options, '-in', 'content'],
        ...['-signer', 'cert.pem', '-inkey', 'key.pem', '-outform', 'DER', '-out', 'theirs.der'],
      );
      expect(parseSignedDocument(openssl.get('theirs.der'))).toMatchObject({ ok: true });
    }
  });
});

describe('parseSignedDocument', () => {
  it.each<[string, Uint8Array, string]>([
    ['detached', signedDataBy(rsa, content, { attached: false }), 'evidence-content-missing'],
    ['without certificate', signedDataBy(rsa, content, { certificates: [] }), 'evidence-certificate-missing'],
    ['random bytes', Buffer.from('not a document'), 'evidence-malformed'],
  ])('refuses what is %s', (_what, bytes, code) => {
    expect(parseSignedDocument(bytes)).toMatchObject({ failure: { code } });
  });

  it('reads a document without signing-time or attributes', () => {
    for (const attributes of [undefined, null]) {
      const read = parseSignedDocument(signedDataBy(rsa, content, { attributes }));
      expect(read.ok && read.value.signedAt).toBeUndefined();
    }
  });
});

describe('signDocument', () => {
  it('throws where the signer has no readable certificate', async () => {
    const signer = { ...certifiedSignerOf(rsa), certificate: new Uint8Array() };
    await expect(signDocument(content, signer, at)).rejects.toThrow('no readable certificate');
  });
});

describe('cardSignedDocument', () => {
  const card = (sign: Card['sign']): Card => ({
    signingCertificate: rsa.certificate.der,
    encryptionCertificate: rsa.certificate.der,
    sign,
    decrypt: () => Promise.reject(new Error('not asked')),
  });

  it.each([
    ['attached', true],
    ['detached', false],
  ])('attaches the content, whatever the card answers: %s', async (_form, attached) => {
    const answers = card((bytes) =>
      Promise.resolve({ form: 'cms', signedData: signedDataBy(rsa, bytes, { attached }) }),
    );
    const signed = parseSignedDocument(await cardSignedDocument(answers, content));
    expect(signed.ok && Buffer.from(signed.value.content)).toEqual(content);
  });

  it('throws where the card answers nonsense', async () => {
    const nonsense = card(() => Promise.resolve({ form: 'cms', signedData: new Uint8Array(3) }));
    await expect(cardSignedDocument(nonsense, content)).rejects.toThrow('evidence-trailing-bytes');
  });
});
