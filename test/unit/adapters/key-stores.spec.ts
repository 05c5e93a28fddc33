import { createECDH, createPublicKey, verify } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Pkcs11Token } from '../../../src/adapters/pkcs11/pkcs11-token.js';
import {
  makePlatformKeys,
  type PlatformKeys,
  readPlatformKeys,
} from '../../../src/adapters/keys/platform-keys.js';
import { readTokenKeys, tokenLabels } from '../../../src/adapters/pkcs11/token-platform-keys.js';
import type { TokenSettings } from '../../../src/configuration/configuration.js';
import {
  encryptForCard,
  parseSignedDocument,
  sealForCertificate,
  signDocument,
} from '../../../src/core/cms/index.js';
import type { CaseNumber, Commitment } from '../../../src/core/identifiers.js';
import { jwksOf } from '../../../src/core/jws-signing.js';
import { verifyReceipt } from '../../../src/core/receipt.js';
import { signReceipt } from '../../../src/core/receipt-signing.js';
import type { TaipeiDate } from '../../../src/core/taipei-date.js';
import { DemoPki, type Office, valueOf } from '../../../src/devkit/index.js';
import { missingForTokens, SoftHsm } from '../../support/keys/softhsm.js';

const caseNumber = '9001' as CaseNumber;
const pki = DemoPki.create({ seed: 'keystore', at: new Date('2026-03-01T00:00:00Z') });
const rsaReader = pki.office('讀卡', 'rsa-2048');
const missing = missingForTokens();
const folders: string[] = [];
let softHsm: SoftHsm | undefined;

beforeAll(async () => {
  if (missing !== undefined) return;
  softHsm = new SoftHsm();
  softHsm.addToken('empty');
  softHsm.importKey(tokenLabels.intake, pki.office('intake', 'p256').privateKeyPem);
  softHsm.importKey(tokenLabels.signing, pki.commission.privateKeyPem);
  softHsm.importKey(tokenLabels.decryption, pki.commissionDecryption.privateKeyPem);
  await softHsm.allowAgreement(tokenLabels.decryption);
});
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
afterAll(() => softHsm?.remove());

/** A folder with the certificates, and the keys besides where no token holds them. */
async function installed(keysToo: boolean): Promise<string> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lianshu-key-store-'));
  folders.push(folder);
  const write = (name: string, text: string): void =>
    writeFileSync(path.join(folder, name), text, { mode: 0o600 });
  const offices: [string, Office][] = [
    ['commission', pki.commission],
    ['commission-decryption', pki.commissionDecryption],
  ];
  for (const [name, office] of offices) {
    write(`${name}.pem`, office.certificatePem);
    if (keysToo) write(`${name}.key.pem`, office.privateKeyPem);
  }
  write('moi.pem', pki.moi.certificatePem);
  await makePlatformKeys(folder, !keysToo);
  return folder;
}

function settings(): TokenSettings {
  if (softHsm === undefined) throw new Error('no token');
  return softHsm.settings;
}

const fromToken = async (folder: string, changed: Partial<TokenSettings> = {}): Promise<PlatformKeys> =>
  readPlatformKeys(folder, (keys, certificates) =>
    readTokenKeys({ ...settings(), ...changed }, keys, certificates),
  );

const stores: [string, () => Promise<PlatformKeys>, string | undefined][] = [
  ['files', async () => readPlatformKeys(await installed(true)), undefined],
  ['a PKCS #11 token', async () => fromToken(await installed(false)), missing],
];

describe.each(stores)('keys in %s', (_where, read, lacking) => {
  if (lacking !== undefined) {
    it.skip(`NOT RUN: no ${lacking} (README, Keys in a token)`, () => undefined);
    return;
  }

  it.each(['intakeSigner', 'commission'] as const)('sign: %s', async (name) => {
    const signer = (await read())[name];
    const key = createPublicKey({ key: Buffer.from(signer.publicKey), format: 'der', type: 'spki' });
    // Of 40 signatures, some have an r or s with a leading zero or a first bit that is set.
    for (let i = 0; i < 40; i++) {
      const data = Buffer.from(`text ${String(i)}`);
      expect(verify('sha256', data, key, await signer.sign(data))).toBe(true);
    }
    expect(verify('sha256', Buffer.from('other'), key, await signer.sign(Buffer.from('text')))).toBe(false);
  });

  it('sign documents as the commission', async () => {
    const { commission } = await read();
    const signed = valueOf(
      parseSignedDocument(await signDocument(Buffer.from('text'), commission, new Date(0))),
    );
    expect(Buffer.from(signed.signer.der)).toEqual(Buffer.from(pki.commission.certificate));
  });

  it('sign receipts with the key that countersigns', async () => {
    const { intakeSigner, intakeJws } = await read();
    const receipt = {
      issuer: 'https://connect.example.gov.tw',
      caseNumber,
      round: 1 as const,
      commitment: new Uint8Array(32) as Commitment,
      recordedOn: '2026-01-02' as TaipeiDate,
      issuedAt: new Date('2026-01-02T03:04:05Z'),
    };
    const verified = await verifyReceipt(await signReceipt(receipt, intakeJws), await jwksOf([intakeSigner]));
    expect(verified).toMatchObject({ ok: true, value: { ...receipt, commitment: expect.anything() } });
  });

  it('open what is sealed to the decryption certificate, and nothing else', async () => {
    const { commissionDecryption } = await read();
    const content = Buffer.from('the round key');
    const sealed = sealForCertificate(content, commissionDecryption.certificate);
    expect(await commissionDecryption.decrypt(sealed)).toEqual(content);
    const changed = Buffer.from(sealed);
    changed[changed.length - 1]! ^= 1;
    const refused = [
      changed,
      sealForCertificate(content, pki.commission.certificate),
      await encryptForCard(content, [rsaReader.certificate]),
      Buffer.from('nothing'),
    ];
    for (const message of refused) expect(await commissionDecryption.decrypt(message)).toBeUndefined();
  });

  it('tag holders: the same tag for the same holder and case, and no other', async () => {
    const { holderTagKeys } = await read();
    const holder = { serialNumber: '0000000112345678', issuerName: Buffer.from('C=TW') };
    expect(await holderTagKeys.find(caseNumber)).toBeUndefined();
    const made = await Promise.all(Array.from({ length: 4 }, () => holderTagKeys.make(caseNumber)));
    expect(new Set(made.map(({ check }) => Buffer.from(check).toString('hex'))).size).toBe(1);
    const found = await holderTagKeys.find(caseNumber);
    expect(Buffer.from((await found?.tag(holder)) ?? [])).toEqual(
      Buffer.from((await made[0]?.tag(holder)) ?? [1]),
    );
    expect(await found?.tag(holder)).toHaveLength(16);
    const other = await holderTagKeys.make('9002' as CaseNumber);
    expect(other.check).not.toEqual(found?.check);
    await holderTagKeys.destroy(caseNumber);
    await holderTagKeys.destroy(caseNumber);
    expect(await holderTagKeys.find(caseNumber)).toBeUndefined();
    await expect(holderTagKeys.make(caseNumber)).rejects.toThrow('destroyed');
    expect((await holderTagKeys.find('9002' as CaseNumber))?.check).toEqual(other.check);
  });
});

describe('a PKCS #11 token', () => {
  if (missing !== undefined) {
    it.skip(`NOT RUN: no ${missing} (README, Keys in a token)`, () => undefined);
    return;
  }

  it('holds the intake’s and the commission’s keys: no file does', async () => {
    const folder = await installed(false);
    await (await fromToken(folder)).holderTagKeys.make(caseNumber);
    const files = readdirSync(folder, { recursive: true }).map(String).sort();
    expect(files).toEqual([
      'challenge.secret',
      'commission-decryption.pem',
      'commission.pem',
      'holder-tags',
      'holder-tags/9001.token-id',
      'moi.pem',
      'opening-probe.secret',
    ]);
  });

  it('makes, finds and destroys HMAC keys', async () => {
    const token = await Pkcs11Token.open(settings());
    const id = Buffer.from('an identifier');
    token.makeHmacKey('a key', id);
    const key = token.findHmacKey(id);
    if (key === undefined) throw new Error('no key');
    expect(token.hmac(key, Buffer.from('text'))).toHaveLength(32);
    token.destroyHmacKey(id);
    expect(token.findHmacKey(id)).toBeUndefined();
  });

  it('agrees on nothing with what is no point of the curve', async () => {
    const token = await Pkcs11Token.open(settings());
    const pair = token.findKeyPair(tokenLabels.decryption);
    if (pair === undefined) throw new Error('no key');
    const point = createECDH('prime256v1').generateKeys();
    expect(token.agree(pair.privateKey, point)).toHaveLength(32);
    for (const wrong of [Buffer.alloc(65, 4), point.subarray(0, 64), Buffer.alloc(0)])
      expect(token.agree(pair.privateKey, wrong)).toBeUndefined();
  });

  it.each<[string, () => Partial<TokenSettings>, object]>([
    ['another label', () => ({ token: 'none' }), { code: 'start-token-unusable', values: { token: 'none' } }],
    ['a module that isn’t one', () => ({ module: '/dev/null' }), { code: 'start-token-unusable' }],
    [
      'a token without keys',
      () => ({ token: 'empty' }),
      {
        code: 'start-keys-missing',
        values: { folder: 'empty', names: Object.values(tokenLabels).join(', ') },
      },
    ],
    ['no PIN file', () => ({ pinFile: '/nowhere/pin' }), { code: 'start-keys-missing' }],
  ])('stops a start with %s', async (_what, changed, failure) => {
    await expect(fromToken(await installed(false), changed())).rejects.toMatchObject({ failure });
  });

  it('stops a start with a PIN that others may read', async () => {
    const folder = await installed(false);
    const pinFile = path.join(folder, '..', `${path.basename(folder)}.pin`);
    folders.push(pinFile);
    writeFileSync(pinFile, '1234', { mode: 0o600 });
    chmodSync(pinFile, 0o640);
    await expect(fromToken(folder, { pinFile })).rejects.toMatchObject({
      failure: { code: 'start-keys-readable', values: { names: path.basename(pinFile) } },
    });
  });

  it('stops a start with a certificate of another key', async () => {
    const folder = await installed(false);
    writeFileSync(path.join(folder, 'commission.pem'), pki.commissionDecryption.certificatePem);
    await expect(fromToken(folder)).rejects.toThrow('do not belong together');
  });
});
