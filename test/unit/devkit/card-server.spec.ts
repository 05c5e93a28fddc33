import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { encryptForCard } from '../../../src/core/cms/index.js';
import { encodePem } from '../../../src/core/pem.js';
import {
  CardServer,
  cardFaultNames,
  cardFaults,
  type DemoCard,
  demoCardPin,
  DemoPki,
  issueDemoCardsOfEveryKind,
  popupBehaviours,
} from '../../../src/devkit/index.js';
import { askCard, popupToken, post, siteOrigin } from '../../support/card-server/popup.js';
import { fileOf, openssl, seconds } from './openssl.js';

const at = new Date('2026-03-02T04:00:00Z');
const statement = Buffer.from('公民投票案連署\n案號：9001\n>>>???', 'utf8');
const pki = DemoPki.create({ seed: 'card server', at });
let cards: readonly DemoCard[];
let server: CardServer;

beforeAll(async () => {
  cards = issueDemoCardsOfEveryKind(pki);
  server = await CardServer.start({ cards, port: 0 });
});
beforeEach(() => {
  server.fault = undefined;
  server.insert('good');
});
afterAll(() => server.close());

const cardOf = (name: string): DemoCard => {
  const found = cards.find((each) => each.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};
const base64 = (octets: Uint8Array): string => Buffer.from(octets).toString('base64');
const fromBase64 = (text: unknown): Buffer => Buffer.from(String(text), 'base64');

const signing = {
  func: 'MakeSignature',
  signatureType: 'PKCS7',
  tbs: base64(statement),
  tbsEncoding: 'base64',
  hashAlgorithm: 'SHA256',
  withCardSN: 'false',
  pin: demoCardPin,
  nonce: '',
  slotDescription: 'Lianshu Mock Reader 0',
};
const decrypting = {
  func: 'DecryptData',
  cipher: base64(statement),
  cipherType: 'PKCS7',
  plainEncoding: 'base64',
  pin: demoCardPin,
};
const listing = { func: 'GetUserCert' };

describe('what the card program answers', () => {
  it('signs attached CMS that openssl verifies', async () => {
    const answer = await askCard(server, signing);
    const { card } = cardOf('good');
    expect(answer).toEqual({
      func: 'sign',
      ret_code: 0,
      last_error: 0,
      cardSN: expect.stringMatching(/^MOCK[0-9A-F]{12}$/),
      certb64: base64(card.signingCertificate),
      signature: expect.any(String),
    });
    const verified = openssl(
      ...['cms', '-verify', '-binary', '-inform', 'DER', '-in', fileOf(fromBase64(answer.signature))],
      ...['-CAfile', fileOf(pki.anchorsPem()), '-purpose', 'any', '-attime', seconds(at)],
    );
    expect(verified.output).toContain('CMS Verification successful');
    expect(verified.stdout).toEqual(statement);
  });

  it.each([
    ['base64', base64(statement), statement],
    ['NONE', '案號：9001 +%41', Buffer.from('案號：9001 +%41')],
    [undefined, 'text', Buffer.from('text')],
  ])('makes a bare signature over %s text that openssl verifies', async (tbsEncoding, tbs, content) => {
    const answer = await askCard(server, { ...signing, signatureType: 'PKCS1', tbs, tbsEncoding });
    const certificate = fileOf(encodePem('CERTIFICATE', fromBase64(answer.certb64)));
    const key = openssl('x509', '-in', certificate, '-noout', '-pubkey').stdout;
    const signature = fileOf(fromBase64(answer.signature));
    const words = ['dgst', '-sha256', '-verify', fileOf(key), '-signature', signature, fileOf(content)];
    expect(openssl(...words).output).toContain('Verified OK');
  });

  it('lists both certificates', async () => {
    const { card, person } = cardOf('good');
    const answer = await askCard(server, listing);
    const [slot] = answer.slots as [{ slotDescription: string; token: { certs: object[] } }];
    expect(answer).toMatchObject({ func: 'pkcs11info', ret_code: 0 });
    expect(slot).toMatchObject({
      slotDescription: 'Lianshu Mock Reader 0',
      token: { serialNumber: expect.stringMatching(/^MOCK/) },
    });
    expect(slot.token.certs).toEqual([
      expect.objectContaining({ usage: 'digitalSignature', certb64: base64(card.signingCertificate) }),
      expect.objectContaining({
        usage: 'keyEncipherment|dataEncipherment',
        certb64: base64(card.encryptionCertificate),
      }),
    ]);
    const subjectDN = `C=TW,CN=${person.name},serialNumber=${person.holderSerialNumber}`;
    const issuerDN = 'C=TW,O=行政院,OU=內政部憑證管理中心';
    expect(slot.token.certs[0]).toMatchObject({
      subjectDN,
      issuerDN,
      sn: expect.stringMatching(/^[0-9A-F]+$/),
    });
  });

  it.each<[string, string, () => Promise<Uint8Array>]>([
    ['CMS of core', 'PKCS7', () => encryptForCard(statement, [cardOf('good').card.encryptionCertificate])],
    [
      'CMS of openssl',
      'PKCS7',
      () => {
        const recipient = fileOf(encodePem('CERTIFICATE', cardOf('good').card.encryptionCertificate));
        const words = ['-binary', '-outform', 'DER', '-aes256', '-in', fileOf(statement), recipient];
        return Promise.resolve(openssl('cms', '-encrypt', ...words).stdout);
      },
    ],
    [
      'RSAES-PKCS1-v1_5 of openssl',
      'PKCS1',
      () => {
        const certificate = fileOf(encodePem('CERTIFICATE', cardOf('good').card.encryptionCertificate));
        const words = ['-encrypt', '-certin', '-inkey', certificate, '-in', fileOf(statement)];
        return Promise.resolve(openssl('pkeyutl', ...words).stdout);
      },
    ],
  ])('decrypts %s', async (_what, cipherType, encrypt) => {
    const request = { ...decrypting, cipherType, cipher: base64(await encrypt()) };
    const plain = base64(statement);
    expect(await askCard(server, request)).toEqual({ func: 'decrypt', ret_code: 0, last_error: 0, plain });
    const asText = await askCard(server, { ...request, plainEncoding: 'NONE' });
    expect(asText.plain).toBe(statement.toString());
  });
});
