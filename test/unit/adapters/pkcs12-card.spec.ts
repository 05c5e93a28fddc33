import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import {
  AuthenticatedSafe,
  CertBag,
  Certificate,
  CryptoEngine,
  PFX,
  PrivateKeyInfo,
  SafeBag,
  SafeContents,
} from 'pkijs';
import { openPkcs12Card } from '../../../src/adapters/cards/pkcs12-card.js';
import { encodePem } from '../../../src/core/pem.js';
import { type CertifiedKey, type MockCard, privateKeyPem } from '../../../src/devkit/index.js';
import { putToWork, worksAsItShould } from '../../support/card-server/card-at-work.js';
import { begins, demoPki, holder } from '../../support/demo-pki.js';
import { OpensslFolder } from '../../support/openssl.js';

const pki = demoPki();
const mock = pki.issueCard(holder);
const openssl = new OpensslFolder();
afterAll(() => openssl.remove());

const passphrase = '密碼 correct horse';
const pin = '246810';
const clock = { now: () => begins };
const signingOf = (card: MockCard): CertifiedKey => ({
  certificate: card.signingCertificate,
  key: card.signingKey,
});

/** A file that `openssl pkcs12 -export` makes of one key and of the certificates. */
function exported(
  name: string,
  { key }: CertifiedKey,
  certificates: readonly Uint8Array[],
  ...more: readonly string[]
): string {
  openssl.put('key.pem', privateKeyPem(key));
  openssl.put('certificates.pem', certificates.map((each) => encodePem('CERTIFICATE', each)).join(''));
  const words = ['-inkey', 'key.pem', '-in', 'certificates.pem', '-out', name];
  openssl.must('pkcs12', '-export', ...words, '-passout', `pass:${passphrase}`, ...more);
  return join(openssl.path, name);
}

/** One file with both keys, which `openssl pkcs12 -export` can't make, but reads. */
async function withBothKeys(): Promise<string> {
  const bags = [signingOf(mock), mock.encryption].flatMap(({ certificate, key }) => [
    new SafeBag({
      bagId: '1.2.840.113549.1.12.10.1.1',
      bagValue: PrivateKeyInfo.fromBER(key.privateKey.export({ format: 'der', type: 'pkcs8' })),
    }),
    new SafeBag({
      bagId: '1.2.840.113549.1.12.10.1.3',
      bagValue: new CertBag({ parsedValue: Certificate.fromBER(certificate) }),
    }),
  ]);
  const safeContents = [{ privacyMode: 0, value: new SafeContents({ safeBags: bags }) }];
  const safe = new AuthenticatedSafe({ parsedValue: { safeContents } });
  const pfx = new PFX({ parsedValue: { integrityMode: 0, authenticatedSafe: safe } });
  const engine = new CryptoEngine({ name: 'node', crypto: globalThis.crypto });
  await safe.makeInternalValues({ safeContents: [{}] }, engine);
  const password = Uint8Array.from(Buffer.from(passphrase)).buffer;
  const mac = { pbkdf2HashAlgorithm: 'SHA-256', hmacHashAlgorithm: 'SHA-256' };
  await pfx.makeInternalValues({ password, iterations: 2048, ...mac }, engine);
  const file = openssl.put('both.p12', new Uint8Array(pfx.toSchema().toBER()));
  const read = openssl.must('pkcs12', '-in', file, '-nodes', '-passin', `pass:${passphrase}`).toString();
  expect(read.match(/BEGIN PRIVATE KEY/g)).toHaveLength(2);
  return join(openssl.path, file);
}

describe('a card in PKCS #12 files', () => {
  const chain = pki.intermediates;
  const signing = exported('signing.p12', signingOf(mock), [mock.signingCertificate, ...chain]);
  const encryption = exported('encryption.p12', mock.encryption, [mock.encryptionCertificate, ...chain]);

  it.each<[string, () => Promise<readonly string[]>]>([
    ['two files of openssl, with the chain', () => Promise.resolve([signing, encryption])],
    ['the same two the other way round', () => Promise.resolve([encryption, signing])],
    ['one file with both keys', async () => [await withBothKeys()]],
  ])('works: %s', async (_what, files) => {
    const card = await openPkcs12Card({ files: await files(), passphrase, clock });
    expect(Buffer.from(card.signingCertificate)).toEqual(Buffer.from(mock.signingCertificate));
    expect(Buffer.from(card.encryptionCertificate)).toEqual(Buffer.from(mock.encryptionCertificate));
    expect(await putToWork(card, 'any PIN will do', openssl)).toEqual(worksAsItShould);
  });

  it('works: one file of openssl, with one key and both certificates', async () => {
    const both = ['digitalSignature', 'keyEncipherment'] as const;
    const one = pki.issueCard(holder, { edition: 3, signingKeyUsage: both });
    const file = exported('one.p12', signingOf(one), [one.signingCertificate]);
    const card = await openPkcs12Card({ files: [file], passphrase, clock });
    expect(await putToWork(card, '', openssl)).toEqual(worksAsItShould);
  });

  it('needs its PIN for each operation where it was given one, and locks', async () => {
    const card = await openPkcs12Card({ files: [signing, encryption], passphrase, pin, clock });
    expect(await putToWork(card, pin, openssl)).toEqual(worksAsItShould);
    const refusal = (reason: string) => expect.objectContaining({ reason });
    await expect(card.sign(Buffer.from('text'), 'pkcs1')).rejects.toEqual(refusal('no-pin'));
    card.enterPin(pin);
    await expect(card.decrypt(Buffer.from('text'))).rejects.toEqual(refusal('malformed'));
    await expect(card.decryptPkcs1(new Uint8Array(256))).rejects.toEqual(refusal('no-pin'));
    card.enterPin(pin);
    await expect(card.decryptPkcs1(new Uint8Array(256))).rejects.toEqual(refusal('not-decryptable'));
    for (const reason of ['wrong-pin', 'wrong-pin', 'locked', 'locked'])
      expect(() => card.enterPin('111111')).toThrow(refusal(reason));
  });

  it.each<[string, string, () => { files: readonly string[]; passphrase?: string }]>([
    ['another passphrase', 'pkcs12-passphrase-wrong', () => ({ files: [signing], passphrase: 'wrong' })],
    ['a changed file', 'pkcs12-passphrase-wrong', () => ({ files: [changed(signing)] })],
    ['a file that is no PKCS #12', 'pkcs12-malformed', () => ({ files: [join(openssl.path, 'key.pem')] })],
    ['no MAC', 'pkcs12-not-supported', () => ({ files: [encryptedBy('-nomac')] })],
    ['3DES', 'pkcs12-not-supported', () => ({ files: [encryptedBy('-certpbe', 'PBE-SHA1-3DES')] })],
    ['no encryption certificate', 'card-certificate-missing', () => ({ files: [signing] })],
    ['no signing certificate', 'card-certificate-missing', () => ({ files: [encryption] })],
    ['no file', 'ENOENT', () => ({ files: [join(openssl.path, 'none.p12')] })],
  ])('refuses %s', async (_what, code, opening) => {
    const opened = openPkcs12Card({ passphrase, clock, ...opening() });
    const found = await opened.then(
      () => 'opened',
      (error: unknown) => {
        const { failure, code: systemCode } = error as { failure?: { code: string }; code?: string };
        return failure?.code ?? systemCode;
      },
    );
    expect(found).toBe(code);
  });

  function encryptedBy(...words: readonly string[]): string {
    return exported('other.p12', signingOf(mock), [mock.signingCertificate], ...words);
  }

  function changed(file: string): string {
    const bytes = openssl.get('signing.p12');
    bytes[bytes.length >> 1]! ^= 1;
    return join(openssl.path, openssl.put(`changed-${String(file.length)}.p12`, bytes));
  }
});
