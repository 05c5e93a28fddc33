import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { encryptForCard } from '../../../src/core/cms/index.js';
import { encodePem } from '../../../src/core/pem.js';
import {
  cardFaultNames,
  cardFaults,
  CardServer,
  type DemoCard,
  demoCardPin,
  issueDemoCardsOfEveryKind,
} from '../../../src/devkit/index.js';
import { demoPki } from '../../support/demo-pki.js';
import { askCard, popupToken, post, siteOrigin } from '../../support/card-server/popup.js';
import { fileOf, openssl, seconds } from './openssl.js';

const at = new Date('2026-03-02T04:00:00Z');
const statement = Buffer.from('公民投票案連署\n案號：9001\n>>>???', 'utf8');
const pki = demoPki({ at });
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

describe('what the card program refuses', () => {
  const requests = { sign: signing, certificates: listing, decrypt: decrypting } as const;
  const answers = { sign: 'sign', certificates: 'pkcs11info', decrypt: 'decrypt' } as const;
  const operations = ['sign', 'certificates', 'decrypt'] as const;
  const everyFault = Object.entries(cardFaults).flatMap(([name, fault]) =>
    operations.map((operation) => [name as keyof typeof cardFaults, operation, fault] as const),
  );

  it.each(everyFault)('fault %s, %s', async (name, operation, fault) => {
    server.fault = name;
    const answer = await askCard(server, requests[operation]);
    const concerned = fault.operations.includes(operation);
    if (name === 'no-card' && operation === 'certificates') {
      expect(answer).toMatchObject({ ret_code: 0, slots: [{ token: expect.any(String) }] });
    } else if (concerned) {
      const code = { ret_code: fault.returnCode | 0, last_error: fault.lastError };
      expect(answer).toEqual({ func: answers[operation], ...code });
    } else {
      // The statement is no envelope: what the card itself says of it.
      expect(answer.ret_code).toBe(operation === 'decrypt' ? 0x76400001 : 0);
    }
  });

  it('by a name that the docs explain', () => {
    const docs = readFileSync('docs/cli.md', 'utf8');
    expect(cardFaultNames.filter((name) => !docs.includes(`\`${name}\``))).toEqual([]);
  });

  it('writes codes as int32, as HiPKI does', async () => {
    server.fault = 'unknown-code';
    expect((await askCard(server, listing)).ret_code).toBe(0xe0000012 - 2 ** 32);
  });

  const someoneElse = (): Uint8Array => cardOf('another').card.encryptionCertificate;
  const changed = (envelope: Uint8Array): Uint8Array => {
    const copy = Buffer.from(envelope);
    copy[copy.length - 200]! ^= 1;
    return copy;
  };
  const own = (): Uint8Array => cardOf('good').card.encryptionCertificate;
  const refused: [string, () => unknown, keyof typeof cardFaults][] = [
    ['what is no text', () => 7, 'malformed-json'],
    ['an empty text', () => '', 'malformed-json'],
    ['text that is no JSON', () => '{', 'malformed-json'],
    ['a list', () => '[]', 'malformed-json'],
    ['a member twice', () => '{"func":"GetUserCert","func":"GetUserCert"}', 'malformed-json'],
    ['a number for a text', () => ({ ...signing, pin: 135790 }), 'malformed-json'],
    ['a function that there is not', () => ({ func: 'FormatCard' }), 'unknown-function'],
    ['no function', () => '{}', 'unknown-function'],
    ['nothing to sign', () => ({ ...signing, tbs: '' }), 'nothing-to-sign'],
    ['another signature type', () => ({ ...signing, signatureType: 'RAW' }), 'wrong-parameter'],
    ['SHA-1', () => ({ ...signing, hashAlgorithm: 'SHA1' }), 'wrong-parameter'],
    ['a nonce', () => ({ ...signing, nonce: '1' }), 'wrong-parameter'],
    ['the card’s number among the attributes', () => ({ ...signing, withCardSN: 'true' }), 'wrong-parameter'],
    ['another encoding', () => ({ ...signing, tbsEncoding: 'hex' }), 'wrong-parameter'],
    ['bad base64', () => ({ ...signing, tbs: 'YWJj!' }), 'base64-malformed'],
    ['base64 that is not percent-encoded', () => JSON.stringify(signing), 'base64-malformed'],
    ['no PIN to sign', () => ({ ...signing, pin: '' }), 'no-pin'],
    ['another reader', () => ({ ...signing, slotDescription: 'Reader 7' }), 'no-reader'],
    ['nothing to decrypt', () => ({ ...decrypting, cipher: '' }), 'nothing-to-decrypt'],
    ['another cipher type', () => ({ ...decrypting, cipherType: 'OAEP' }), 'wrong-parameter'],
    [
      'another encoding of the plain text',
      () => ({ ...decrypting, plainEncoding: 'hex' }),
      'wrong-parameter',
    ],
    ['no PIN to decrypt', () => ({ ...decrypting, pin: undefined }), 'no-pin'],
    ['what is no envelope', () => decrypting, 'envelope-malformed'],
  ];
  it.each(refused)('%s', async (_what, request, name) => {
    // The statement's base64 has a plus sign, which a form takes for a space.
    expect(signing.tbs).toContain('+');
    const { returnCode, lastError } = cardFaults[name];
    expect(await askCard(server, request())).toMatchObject({ ret_code: returnCode, last_error: lastError });
  });

  it.each<[string, 'PKCS1' | 'PKCS7', () => Promise<Uint8Array>, keyof typeof cardFaults]>([
    ['for someone else', 'PKCS7', () => encryptForCard(statement, [someoneElse()]), 'key-not-found'],
    ['changed', 'PKCS7', async () => changed(await encryptForCard(statement, [own()])), 'decryption-failed'],
    ['of random octets', 'PKCS1', () => Promise.resolve(new Uint8Array(256).fill(1)), 'decryption-failed'],
    ['too short', 'PKCS1', () => Promise.resolve(statement), 'decryption-failed'],
  ])('a ciphertext %s', async (_what, cipherType, encrypt, name) => {
    const answer = await askCard(server, { ...decrypting, cipherType, cipher: base64(await encrypt()) });
    expect(answer).toEqual({ func: 'decrypt', ret_code: cardFaults[name].returnCode, last_error: 0 });
  });

  it('a wrong PIN, with the tries left, until the card is locked', async () => {
    server.insert('another');
    const pins = [
      '111111',
      '12345',
      '123456789',
      '222222',
      demoCardPin,
      '111111',
      '222222',
      '333333',
      demoCardPin,
    ];
    const errors: number[] = [];
    for (const pin of pins) errors.push((await askCard(server, { ...signing, pin })).last_error);
    const [two, one, length, locked] = [-2147483646, -2147483647, 0xa2, 0xa4];
    expect(errors).toEqual([two, length, length, one, 0, two, one, locked, locked]);
    expect(await askCard(server, listing)).toMatchObject({ ret_code: 0 });
  });

  it('a port that is taken, with the system’s error', async () => {
    const port = Number(new URL(server.origin).port);
    await expect(CardServer.start({ cards, port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('a site that is not on the list', async () => {
    const strict = await CardServer.start({ cards, port: 0, allowedSites: ['https://other.example'] });
    const { returnCode } = cardFaults['site-not-allowed'];
    expect((await askCard(strict, listing)).ret_code).toBe(returnCode);
    await strict.close();
    const open = await CardServer.start({ cards, port: 0, allowedSites: [siteOrigin] });
    expect((await askCard(open, listing)).ret_code).toBe(0);
    await open.close();
  });

  it('without a card that the person chose, or when the person cancelled', async () => {
    server.insert(undefined);
    const empty = await askCard(server, listing);
    expect(empty).toMatchObject({ ret_code: 0, slots: [{ token: expect.any(String) }] });
    expect((await askCard(server, signing)).ret_code).toBe(cardFaults['no-card'].returnCode);
    expect((await askCard(server, signing, { card: 'nobody' })).ret_code).toBe(
      cardFaults['no-card'].returnCode,
    );
    expect((await askCard(server, signing, { cancelled: true })).ret_code).toBe(
      cardFaults.cancelled.returnCode,
    );
    const chosen = await askCard(server, signing, { card: 'expired' });
    expect(chosen.certb64).toBe(base64(cardOf('expired').card.signingCertificate));
  });
});

describe('who may use the card server', () => {
  const body = { origin: siteOrigin, request: JSON.stringify(listing) };

  it.each<[string, number, (token: string) => Readonly<Record<string, string>>]>([
    ['its own popup', 200, (token) => ({ 'x-popup-token': token })],
    ['no token', 403, () => ({})],
    ['a token that it made up', 403, () => ({ 'x-popup-token': 'AAAAAAAAAAAAAAAAAAAAAA' })],
    ['another site', 403, (token) => ({ 'x-popup-token': token, origin: siteOrigin })],
    ['a page without an origin', 403, (token) => ({ 'x-popup-token': token, origin: 'null' })],
    ['a form', 415, (token) => ({ 'x-popup-token': token, 'content-type': 'text/plain' })],
  ])('%s: %d', async (_who, status, headers) => {
    const answer = await post(server, body, headers(await popupToken(server)));
    expect(answer.status).toBe(status);
    if (status !== 200) expect(await answer.text()).toBe('');
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('each token once', async () => {
    const headers = { 'x-popup-token': await popupToken(server) };
    expect((await post(server, body, headers)).status).toBe(200);
    expect((await post(server, body, headers)).status).toBe(403);
  });

  it('not under another name of the host (DNS rebinding)', async () => {
    const { port } = new URL(server.origin);
    const statuses = await Promise.all(
      [`localhost:${port}`, `127.0.0.1:${port}`, `rebound.example:${port}`, 'localhost'].map((host) =>
        statusOf(Number(port), host),
      ),
    );
    expect(statuses).toEqual([200, 200, 403, 403]);
  });

  it('shows its popup in no frame, and runs no other script', async () => {
    const { headers } = await fetch(`${server.origin}/popupForm`);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; connect-src 'self'; script-src 'sha256-[\w+/=]+'; .*frame-ancestors 'none'$/,
    );
    expect(headers.get('cross-origin-opener-policy')).toBeNull();
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

/** The HTTP status of the popup's page under this host name. `fetch` would not send another. */
function statusOf(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path: '/popupForm', headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).on('error', reject);
  });
}

describe('the control of tests', () => {
  const control = async (change?: unknown, headers: Readonly<Record<string, string>> = {}) => {
    const answer = await fetch(`${server.origin}/control`, {
      method: change === undefined ? 'GET' : 'PUT',
      headers: { 'content-type': 'application/json', ...headers },
      ...(change === undefined ? {} : { body: JSON.stringify(change) }),
    });
    return { status: answer.status, state: answer.status === 200 ? await answer.json() : undefined };
  };
  const names = { cards: expect.arrayContaining(['good', 'lead']), faults: cardFaultNames };

  it('changes the fault and the card', async () => {
    expect(await control()).toEqual({ status: 200, state: { fault: null, card: 'good', ...names } });
    const changed = await control({ fault: 'no-reader', card: 'lead' });
    expect(changed.state).toEqual({ fault: 'no-reader', card: 'lead', ...names });
    expect((await askCard(server, listing)).ret_code).toBe(cardFaults['no-reader'].returnCode);
    expect((await control({ fault: null })).state).toEqual({ fault: null, card: 'lead', ...names });
    expect((await control({ card: null })).state).toEqual({ fault: null, card: null, ...names });
  });

  it.each<[string, unknown, Readonly<Record<string, string>>, number]>([
    ['an unknown fault', { fault: 'bent', card: 'lead' }, {}, 400],
    ['an unknown card', { fault: 'no-card', card: 'nobody' }, {}, 400],
    ['a list', [], {}, 400],
    ['another site', { fault: 'no-card' }, { origin: siteOrigin }, 403],
    ['a form', { fault: 'no-card' }, { 'content-type': 'text/plain' }, 415],
  ])('refuses %s, and changes nothing', async (_what, change, headers, status) => {
    expect((await control(change, headers)).status).toBe(status);
    expect((await control()).state).toEqual({ fault: null, card: 'good', ...names });
    expect(() => server.insert('nobody')).toThrow(RangeError);
  });
});
