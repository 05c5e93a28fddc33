import { createPrivateKey, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
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
import { sealingKey, sealToKey } from '../../../src/core/cms/index.js';
import type { CaseNumber, Commitment, RoundId } from '../../../src/core/identifiers.js';
import { jwksOf, verifyReceipt } from '../../../src/core/receipt.js';
import type { TaipeiDate } from '../../../src/core/taipei-date.js';
import { DemoPki } from '../../../src/devkit/index.js';

const caseNumber = '9001' as CaseNumber;
const pki = DemoPki.create({ seed: 'keystore', at: new Date('2026-03-01T00:00:00Z') });
const own = ['intake.pem', 'challenge.secret', 'opening-probe.secret'];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'lianshu-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes what an operator installs. */
function install({ key = pki.commission.privateKeyPem, certificates = (pem: string) => pem } = {}): void {
  const pem = certificates(pki.commission.certificatePem + pki.anchorsPem());
  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text, { mode: 0o600 });
  write('commission.key.pem', key);
  write('commission.pem', pem);
  write('moi.pem', pki.moi.certificatePem);
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

  it.each([...own, 'commission.key.pem', 'commission.pem', 'moi.pem'])(
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
    const { intakeSigner, receiptIssuer } = await readPlatformKeys(folder);
    const receipt = {
      issuer: 'https://connect.example.gov.tw',
      caseNumber,
      round: 1 as const,
      commitment: new Uint8Array(32) as Commitment,
      recordedOn: '2026-01-02' as TaipeiDate,
      issuedAt: new Date('2026-01-02T03:04:05Z'),
    };
    const verified = await verifyReceipt(await receiptIssuer.issue(receipt), await jwksOf([intakeSigner]));
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
    expect(new Set(made.map((each) => Buffer.from(each).toString('hex'))).size).toBe(1);
    expect(await keys().find(caseNumber)).toEqual(made[0]);
  });

  it('differ from case to case, and are not made by looking for one', async () => {
    const files = keys();
    expect(await files.find(caseNumber)).toBeUndefined();
    expect(await files.make(caseNumber)).not.toEqual(await files.make('9002' as CaseNumber));
    expect(await files.find('9003' as CaseNumber)).toBeUndefined();
  });

  it('are never made again for a case whose key was destroyed', async () => {
    const files = keys();
    expect(await files.make(caseNumber)).toHaveLength(32);
    expect(await files.find(caseNumber)).toHaveLength(32);
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
