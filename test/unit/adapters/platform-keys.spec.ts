import { createPrivateKey, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  CommissionRoundKeyFiles,
  HolderTagKeyFiles,
  SoftwareCommissionRoundKey,
} from '../../../src/adapters/keys/case-key-files.js';
import { KeyFolder } from '../../../src/adapters/keys/key-folder.js';
import {
  makePlatformKeys,
  readPlatformKeys,
  rotateIntakeKey,
} from '../../../src/adapters/keys/platform-keys.js';
import { encryptForCard, sealForCertificate, sealingKey, sealToKey } from '../../../src/core/cms/index.js';
import type { CaseNumber, Commitment, RoundId } from '../../../src/core/identifiers.js';
import { jwksOf } from '../../../src/core/jws-signing.js';
import { verifyReceipt } from '../../../src/core/receipt.js';
import { signReceipt } from '../../../src/core/receipt-signing.js';
import type { TaipeiDate } from '../../../src/core/taipei-date.js';
import { type Office } from '../../../src/devkit/index.js';
import { demoPki } from '../../support/demo-pki.js';

const caseNumber = '9001' as CaseNumber;
const pki = demoPki({ at: new Date('2026-03-01T00:00:00Z') });
const own = ['intake.pem', 'challenge.secret', 'opening-probe.secret'];
const installed = [
  'commission.key.pem',
  'commission.pem',
  'commission-decryption.key.pem',
  'commission-decryption.pem',
  'moi.pem',
];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'lianshu-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string): void =>
  writeFileSync(path.join(folder, name), text, { mode: 0o600 });

/** Writes what an operator installs. */
function install({ key = pki.commission.privateKeyPem, certificates = (pem: string) => pem } = {}): void {
  write('commission.key.pem', key);
  write('commission.pem', certificates(pki.commission.certificatePem + pki.anchorsPem()));
  write('commission-decryption.key.pem', pki.commissionDecryption.privateKeyPem);
  write('commission-decryption.pem', pki.commissionDecryption.certificatePem);
  write('moi.pem', pki.moi.certificatePem);
}

/** Puts this office in the place of one of the commission's two keys. */
function installOffice(name: 'commission' | 'commission-decryption', office: Office): void {
  write(`${name}.key.pem`, office.privateKeyPem);
  write(`${name}.pem`, office.certificatePem);
}

describe('the platform’s own keys', () => {
  it('are made once, each readable only by its owner, and found again', async () => {
    install();
    expect(await makePlatformKeys(folder)).toEqual(own);
    expect(await makePlatformKeys(folder)).toEqual([]);
    const [first, second] = [await readPlatformKeys(folder), await readPlatformKeys(folder)];
    expect(second.intakeSigner.publicKey).toEqual(first.intakeSigner.publicKey);
    expect(first.challengeSecret).not.toEqual(first.openingProbeSecret);
    const signature = await second.intakeSigner.sign(Buffer.from('text'));
    const key = createPublicKey({
      key: Buffer.from(first.intakeSigner.publicKey),
      format: 'der',
      type: 'spki',
    });
    expect(verify('sha256', Buffer.from('text'), key, signature)).toBe(true);
    for (const name of readdirSync(folder)) expect(statSync(path.join(folder, name)).mode & 0o077).toBe(0);
  });

  it.each([...own, ...installed])(
    'are not made by reading: without %s a start fails and names it',
    async (name) => {
      install();
      await makePlatformKeys(folder);
      rmSync(path.join(folder, name));
      await expect(readPlatformKeys(folder)).rejects.toMatchObject({
        failure: { code: 'start-keys-missing', values: { folder, names: name } },
      });
      expect(readdirSync(folder)).not.toContain(name);
    },
  );

  it('sign receipts with the key that countersigns', async () => {
    install();
    await makePlatformKeys(folder);
    const { intakeSigner, intakeJws } = await readPlatformKeys(folder);
    const receipt = {
      issuer: 'https://connect.example.gov.tw',
      caseNumber,
      round: 1 as const,
      commitment: new Uint8Array(32) as Commitment,
      recordedOn: '2026-01-02' as TaipeiDate,
      issuedAt: new Date('2026-01-02T03:04:05Z'),
    };
    const verified = await verifyReceipt(await signReceipt(receipt, intakeJws), await jwksOf([intakeSigner]));
    expect(verified).toMatchObject({ ok: true, value: { caseNumber, recordedOn: '2026-01-02' } });
  });
});

describe('the installed keys', () => {
  it('are the commission’s key with its certificate, and those above it in the same file', async () => {
    install();
    await makePlatformKeys(folder);
    const keys = await readPlatformKeys(folder);
    expect(keys.commission.certificate).toEqual(Buffer.from(pki.commission.certificate));
    expect(keys.commissionCertificatesPem).toBe(pki.commission.certificatePem + pki.anchorsPem());
  });

  it.each<[string, Parameters<typeof install>[0]]>([
    [
      'the key in the file of certificates, which is published',
      { certificates: (pem) => pem + pki.commission.privateKeyPem },
    ],
    ['text in the file of certificates', { certificates: (pem) => `subject=x\n${pem}` }],
    ['an empty file of certificates', { certificates: () => '' }],
    ['another key', { key: pki.moi.privateKeyPem }],
  ])('are refused with %s', async (_what, edit) => {
    install(edit);
    await makePlatformKeys(folder);
    await expect(readPlatformKeys(folder)).rejects.toThrow();
  });

  it.each<['commission' | 'commission-decryption', string, Office, string]>([
    ['commission', 'for decryption alone', pki.office('甲', 'p256', 'decryption'), 'digitalSignature'],
    ['commission', 'for decryption alone', pki.office('甲', 'rsa-2048', 'decryption'), 'digitalSignature'],
    ['commission-decryption', 'for signing alone', pki.office('甲', 'p256', 'signing'), 'keyAgreement'],
    [
      'commission-decryption',
      'for signing alone',
      pki.office('甲', 'rsa-2048', 'signing'),
      'keyEncipherment',
    ],
    [
      'commission-decryption',
      'that nothing is sealed to',
      pki.office('甲', 'p384', 'decryption'),
      'P-256, RSA',
    ],
  ])('are refused with a %s.pem %s', async (name, _what, office, lacking) => {
    install();
    await makePlatformKeys(folder);
    installOffice(name, office);
    await expect(readPlatformKeys(folder)).rejects.toMatchObject({
      failure: { code: 'start-certificate-unfit', values: { file: `${name}.pem`, lacking } },
    });
  });

  it('are refused where the commission signs and decrypts with one key, whatever its certificates say', async () => {
    install();
    await makePlatformKeys(folder);
    const both = pki.office('一把', 'p256');
    installOffice('commission', both);
    installOffice('commission-decryption', both);
    await expect(readPlatformKeys(folder)).rejects.toMatchObject({
      failure: {
        code: 'start-keys-not-apart',
        values: { names: 'commission.key.pem, commission-decryption.key.pem' },
      },
    });
  });

  it('may be RSA keys, which open RSA-OAEP and no PKCS #1 v1.5', async () => {
    install();
    await makePlatformKeys(folder);
    installOffice('commission', pki.office('甲', 'rsa-2048', 'signing'));
    const office = pki.office('乙', 'rsa-2048', 'decryption');
    installOffice('commission-decryption', office);
    const { commissionDecryption } = await readPlatformKeys(folder);
    const content = Buffer.from('text');
    expect(await commissionDecryption.decrypt(sealForCertificate(content, office.certificate))).toEqual(
      content,
    );
    expect(
      await commissionDecryption.decrypt(await encryptForCard(content, [office.certificate])),
    ).toBeUndefined();
  });
});

describe('keys that others may read', () => {
  // What else lies in the folder of an installation that has run for a while.
  const more = ['intake.retired-0123456789abcdef.pem', 'holder-tags/9001.key'];

  it.each<[string, number, string, string]>([
    ['the group may read', 0o640, 'commission.key.pem', 'commission.key.pem'],
    ['all may read', 0o644, 'commission-decryption.key.pem', 'commission-decryption.key.pem'],
    ['all may read', 0o604, 'intake.pem', 'intake.pem'],
    ['the group may write', 0o620, 'challenge.secret', 'challenge.secret'],
    ['all may execute', 0o601, 'opening-probe.secret', 'opening-probe.secret'],
    ['all may read', 0o644, 'intake.retired-0123456789abcdef.pem', 'intake.retired-0123456789abcdef.pem'],
    ['all may read', 0o644, 'holder-tags/9001.key', 'holder-tags/9001.key'],
    ['all may look into', 0o711, 'holder-tags', 'holder-tags'],
    ['the group may look into', 0o750, '.', '.'],
  ])('stop a start, and are named: %s (%o) %s', async (_what, mode, name, names) => {
    await installMore();
    await readPlatformKeys(folder);
    chmodSync(path.join(folder, name), mode);
    await expect(readPlatformKeys(folder)).rejects.toMatchObject({
      failure: { code: 'start-keys-readable', values: { folder, names } },
    });
  });

  it('are all named at once', async () => {
    await installMore();
    for (const name of ['intake.pem', 'challenge.secret']) chmodSync(path.join(folder, name), 0o644);
    await expect(readPlatformKeys(folder)).rejects.toMatchObject({
      failure: { values: { names: 'challenge.secret, intake.pem' } },
    });
  });

  it.each(['commission.pem', 'commission-decryption.pem', 'moi.pem'])(
    'are not certificates: %s',
    async (name) => {
      await installMore();
      chmodSync(path.join(folder, name), 0o644);
      expect((await readPlatformKeys(folder)).challengeSecret).toHaveLength(32);
    },
  );

  async function installMore(): Promise<void> {
    install();
    await makePlatformKeys(folder);
    mkdirSync(path.join(folder, 'holder-tags'), { mode: 0o700 });
    for (const name of more) write(name, 'key');
  }
});

describe('a rotation of the intake key', () => {
  const text = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

  it('publishes the new key before it takes its place, and keeps the old one', async () => {
    install();
    await makePlatformKeys(folder);
    const before = text('intake.pem');
    const published: Uint8Array[] = [];
    const { retired } = await rotateIntakeKey(folder, (publicKey) => {
      expect(text('intake.pem')).toBe(before);
      return Promise.resolve(void published.push(publicKey));
    });
    expect(text(retired)).toBe(before);
    expect([(await readPlatformKeys(folder)).intakeSigner.publicKey]).toEqual(published);
    expect(readdirSync(folder)).not.toContain('intake.next.pem');
  });

  it('that could not publish changes nothing, and goes on with the same new key', async () => {
    install();
    await makePlatformKeys(folder);
    const before = text('intake.pem');
    const offered: Uint8Array[] = [];
    const refuse = (publicKey: Uint8Array): Promise<void> => {
      offered.push(publicKey);
      return Promise.reject(new Error('the database is away'));
    };
    await expect(rotateIntakeKey(folder, refuse)).rejects.toThrow('away');
    expect(text('intake.pem')).toBe(before);
    await rotateIntakeKey(folder, (publicKey) => Promise.resolve(void offered.push(publicKey)));
    expect(offered[0]).toEqual(offered[1]);
  });

  it('of a key that is not there fails', async () => {
    await expect(rotateIntakeKey(folder, () => Promise.resolve())).rejects.toMatchObject({
      failure: { code: 'start-keys-missing', values: { folder, names: 'intake.pem' } },
    });
  });
});

describe('holder-tag keys', () => {
  const keys = (): HolderTagKeyFiles => new HolderTagKeyFiles(new KeyFolder(folder));

  it('are the same for all who make one at the same time', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => keys().make(caseNumber)));
    expect(new Set(made.map((each) => Buffer.from(each.check).toString('hex'))).size).toBe(1);
    expect((await keys().find(caseNumber))?.check).toEqual(made[0]?.check);
  });

  it('differ from case to case, and are not made by looking for one', async () => {
    const files = keys();
    expect(await files.find(caseNumber)).toBeUndefined();
    const [one, other] = [await files.make(caseNumber), await files.make('9002' as CaseNumber)];
    expect(one.check).not.toEqual(other.check);
    expect(await files.find('9003' as CaseNumber)).toBeUndefined();
  });

  it('are never made again for a case whose key was destroyed', async () => {
    const files = keys();
    expect((await files.make(caseNumber)).check).toHaveLength(32);
    expect((await files.find(caseNumber))?.check).toHaveLength(32);
    await files.destroy(caseNumber);
    expect(await files.find(caseNumber)).toBeUndefined();
    await expect(files.make(caseNumber)).rejects.toThrow('destroyed');
    await expect(keys().make(caseNumber)).rejects.toThrow('destroyed');
    expect(readdirSync(path.join(folder, 'holder-tags'))).toEqual(['9001.destroyed']);
  });
});

describe('the commission’s round keys', () => {
  const keys = (): CommissionRoundKeyFiles => new CommissionRoundKeyFiles(new KeyFolder(folder));
  const round = '01950000-0000-7000-8000-000000000001' as RoundId;
  const evidence = Buffer.from('evidence');

  it('are the same for all who make one at the same time, and open what is sealed to them', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => keys().make(round)));
    expect(new Set(made.map(({ publicKey }) => Buffer.from(publicKey).toString('hex'))).size).toBe(1);
    const sealedEvidence = sealToKey(evidence, sealingKey(made[0]!.publicKey));
    const found = await keys().find(round);
    expect(found?.openEvidence({ nationalId: undefined, sealedEvidence })).toEqual(evidence);
    expect(found?.openEvidence({ nationalId: undefined, sealedEvidence: evidence })).toBeUndefined();
  });

  it('differ from round to round, and are not made by looking for one', async () => {
    const files = keys();
    const other = '01950000-0000-7000-8000-000000000002' as RoundId;
    expect(await files.find(round)).toBeUndefined();
    expect((await files.make(round)).publicKey).not.toEqual((await files.make(other)).publicKey);
  });

  it('are PEM that openssl reads', async () => {
    await keys().make(round);
    const pem = readFileSync(path.join(folder, 'commission-rounds', `${round}.key`), 'utf8');
    expect(createPrivateKey(pem).asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' });
  });

  it('are never made again once destroyed', async () => {
    const files = keys();
    await files.make(round);
    await files.find(round);
    await files.destroy(round);
    await files.destroy(round);
    expect(await files.find(round)).toBeUndefined();
    await expect(keys().make(round)).rejects.toThrow('destroyed');
    expect(readdirSync(path.join(folder, 'commission-rounds'))).toEqual([`${round}.destroyed`]);
  });

  it('on another curve are refused', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
    expect(() => new SoftwareCommissionRoundKey(privateKey)).toThrow('P-256');
  });
});
