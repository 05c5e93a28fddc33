import { createECDH, createPublicKey, verify } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Pkcs11Library } from '../../../src/adapters/pkcs11/pkcs11-library.js';
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
  sealingKey,
  sealToKey,
  signDocument,
} from '../../../src/core/cms/index.js';
import type { CaseNumber, Commitment, RoundId } from '../../../src/core/identifiers.js';
import { jwksOf } from '../../../src/core/jws-signing.js';
import { verifyReceipt } from '../../../src/core/receipt.js';
import { signReceipt } from '../../../src/core/receipt-signing.js';
import type { TaipeiDate } from '../../../src/core/taipei-date.js';
import { type Office, valueOf } from '../../../src/devkit/index.js';
import { demoPki } from '../../support/demo-pki.js';
import { libraryWithOaepSha256 } from '../../support/keys/oaep-library.js';
import { missingForTokens, SoftHsm } from '../../support/keys/softhsm.js';

const caseNumber = '9001' as CaseNumber;
const round = '01920000-0000-7000-8000-000000009001' as RoundId;
const otherRound = '01920000-0000-7000-8000-000000009002' as RoundId;
const pki = demoPki({ at: new Date('2026-03-01T00:00:00Z') });
const rsaReader = pki.office('讀卡', 'rsa-2048');

/** The commission's two keys, of either kind. */
const p256 = { signing: pki.commission, decryption: pki.commissionDecryption };
const rsa: typeof p256 = {
  signing: pki.office('中央選舉委員會', 'rsa-2048', 'signing'),
  decryption: pki.office('中央選舉委員會二', 'rsa-2048', 'decryption'),
};
const missing = missingForTokens();
const rsaToken = 'lianshu rsa';
const folders: string[] = [];
let softHsm: SoftHsm | undefined;

beforeAll(async () => {
  if (missing !== undefined) return;
  softHsm = new SoftHsm();
  softHsm.addToken('empty');
  softHsm.addToken(rsaToken);
  for (const [token, offices] of [[softHsm.settings.token, p256] as const, [rsaToken, rsa] as const]) {
    softHsm.importKey(tokenLabels.intake, pki.office('intake', 'p256').privateKeyPem, token);
    softHsm.importKey(tokenLabels.signing, offices.signing.privateKeyPem, token);
    softHsm.importKey(tokenLabels.decryption, offices.decryption.privateKeyPem, token);
  }
  await softHsm.allowAgreement(tokenLabels.decryption);
});
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
afterAll(() => softHsm?.remove());

/** A folder with the certificates, and the keys besides where no token holds them. */
async function installed(keysToo: boolean, offices = p256): Promise<string> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lianshu-key-store-'));
  folders.push(folder);
  const write = (name: string, text: string): void =>
    writeFileSync(path.join(folder, name), text, { mode: 0o600 });
  const installedOffices: [string, Office][] = [
    ['commission', offices.signing],
    ['commission-decryption', offices.decryption],
  ];
  for (const [name, office] of installedOffices) {
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

const fromToken = async (
  folder: string,
  changed: Partial<TokenSettings> = {},
  library?: Pkcs11Library,
): Promise<PlatformKeys> =>
  readPlatformKeys(folder, (keys, certificates) =>
    readTokenKeys({ ...settings(), ...changed }, keys, certificates, library),
  );

const stores: [string, () => Promise<PlatformKeys>, typeof p256, string | undefined][] = [
  ['files', async () => readPlatformKeys(await installed(true)), p256, undefined],
  ['files, RSA', async () => readPlatformKeys(await installed(true, rsa)), rsa, undefined],
  ['a PKCS #11 token', async () => fromToken(await installed(false)), p256, missing],
  [
    'a PKCS #11 token, RSA',
    async () => fromToken(await installed(false, rsa), { token: rsaToken }, await libraryWithOaepSha256()),
    rsa,
    missing,
  ],
];

describe.each(stores)('keys in %s', (_where, read, offices, lacking) => {
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
    expect(Buffer.from(signed.signer.der)).toEqual(Buffer.from(offices.signing.certificate));
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
      sealForCertificate(content, offices.signing.certificate),
      await encryptForCard(content, [rsaReader.certificate]),
      Buffer.from('nothing'),
    ];
    for (const message of refused) expect(await commissionDecryption.decrypt(message)).toBeUndefined();
  });

  it('tag holders: the same tag for the same holder and case, and no other', async () => {
    const { holderTagKeys } = await read();
    const holder = { identifier: '0000000112345678', issuerName: Buffer.from('C=TW') };
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

  it('open the evidence of a round, each round with a key of its own', async () => {
    const { commissionRoundKeys: keys } = await read();
    expect(await keys.find(round)).toBeUndefined();
    const made = await Promise.all(Array.from({ length: 4 }, () => keys.make(round)));
    expect(new Set(made.map(({ publicKey }) => Buffer.from(publicKey).toString('hex'))).size).toBe(1);
    const key = await keys.find(round);
    if (key === undefined) throw new Error('no key');
    const evidence = Buffer.from('evidence');
    const sealed = (to: Uint8Array) => ({
      nationalId: undefined,
      sealedEvidence: sealToKey(evidence, sealingKey(to)),
    });
    const record = sealed(key.publicKey);
    expect(Buffer.from(key.openEvidence(record) ?? [])).toEqual(evidence);
    const other = await keys.make(otherRound);
    expect(other.openEvidence(record)).toBeUndefined();
    expect(key.openEvidence(sealed(other.publicKey))).toBeUndefined();
    const changed = Buffer.from(record.sealedEvidence);
    changed[changed.length - 1]! ^= 1;
    expect(key.openEvidence({ ...record, sealedEvidence: changed })).toBeUndefined();
    await keys.destroy(round);
    await keys.destroy(round);
    expect(await keys.find(round)).toBeUndefined();
    await expect(keys.make(round)).rejects.toThrow('destroyed');
    expect((await keys.find(otherRound))?.publicKey).toEqual(other.publicKey);
  });
});

describe('a PKCS #11 token', () => {
  if (missing !== undefined) {
    it.skip(`NOT RUN: no ${missing} (README, Keys in a token)`, () => undefined);
    return;
  }

  it('holds the intake’s and the commission’s keys: no file does', async () => {
    const folder = await installed(false);
    const keys = await fromToken(folder);
    await keys.holderTagKeys.make(caseNumber);
    await keys.commissionRoundKeys.make(round);
    const files = readdirSync(folder, { recursive: true }).map(String).sort();
    expect(files).toEqual([
      'challenge.secret',
      'commission-decryption.pem',
      'commission-rounds',
      `commission-rounds/${round}.token-id`,
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
    token.destroy(id);
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

  it('stops a start where it can’t decrypt as it would have to after a submission', async () => {
    const folder = await installed(false, rsa);
    // SoftHSM2 has no RSA-OAEP with SHA-256.
    await expect(fromToken(folder, { token: rsaToken })).rejects.toMatchObject({
      failure: {
        code: 'start-token-unusable',
        values: { token: rsaToken, reason: expect.stringContaining('OAEP') },
      },
    });
  });

  it('keeps round keys that were made in files, until they are destroyed', async () => {
    const folder = await installed(true);
    const { publicKey } = await (await readPlatformKeys(folder)).commissionRoundKeys.make(round);
    const { commissionRoundKeys: keys } = await fromToken(folder);
    expect((await keys.find(round))?.publicKey).toEqual(publicKey);
    expect((await keys.make(round)).publicKey).toEqual(publicKey);
    await keys.destroy(round);
    expect(readdirSync(path.join(folder, 'commission-rounds'))).toEqual([`${round}.destroyed`]);
  });

  it('destroys a round’s key in the token', async () => {
    const folder = await installed(false);
    const { commissionRoundKeys: keys } = await fromToken(folder);
    await keys.make(round);
    const id = readFileSync(path.join(folder, 'commission-rounds', `${round}.token-id`));
    const token = await Pkcs11Token.open(settings());
    expect(token.findKeyPairById(id)).toBeDefined();
    await keys.destroy(round);
    expect((await Pkcs11Token.open(settings())).findKeyPairById(id)).toBeUndefined();
    expect(readdirSync(path.join(folder, 'commission-rounds'))).toEqual([`${round}.destroyed`]);
  });

  it('stops a start with a certificate of another key', async () => {
    const folder = await installed(false);
    writeFileSync(path.join(folder, 'commission.pem'), pki.commissionDecryption.certificatePem);
    await expect(fromToken(folder)).rejects.toThrow('do not belong together');
  });
});
