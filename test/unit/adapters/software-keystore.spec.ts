import { createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SoftwareKeystore } from '../../../src/adapters/keys/software-keystore.js';
import type { CaseNumber, Commitment } from '../../../src/core/identifiers.js';
import { jwksOf, verifyReceipt } from '../../../src/core/receipt.js';
import type { TaipeiDate } from '../../../src/core/taipei-date.js';
import { demoPki } from '../../support/demo-pki.js';

const caseNumber = '9001' as CaseNumber;
const pki = demoPki({ at: new Date('2026-03-01T00:00:00Z') });
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'lianshu-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('SoftwareKeystore', () => {
  it('makes each key once and finds it again', async () => {
    const first = await new SoftwareKeystore(folder).intakeSigner();
    const second = await new SoftwareKeystore(folder).intakeSigner();
    expect(second.publicKey).toEqual(first.publicKey);
    const signature = await second.sign(Buffer.from('text'));
    const key = createPublicKey({ key: Buffer.from(first.publicKey), format: 'der', type: 'spki' });
    expect(verify('sha256', Buffer.from('text'), key, signature)).toBe(true);
  });

  it('makes out receipts under the key that countersigns', async () => {
    const keystore = new SoftwareKeystore(folder);
    const receipt = {
      issuer: 'https://connect.example.gov.tw',
      caseNumber,
      round: 1 as const,
      commitment: new Uint8Array(32) as Commitment,
      recordedOn: '2026-01-02' as TaipeiDate,
      issuedAt: new Date('2026-01-02T03:04:05Z'),
    };
    const [issuer, signer] = await Promise.all([keystore.receiptIssuer(), keystore.intakeSigner()]);
    const verified = await verifyReceipt(await issuer.issue(receipt), await jwksOf([signer]));
    expect(verified).toMatchObject({ ok: true, value: { caseNumber, recordedOn: '2026-01-02' } });
  });

  it('gives one key to all who ask at once', async () => {
    const keystores = Array.from({ length: 8 }, () => new SoftwareKeystore(folder));
    const keys = await Promise.all(keystores.map((each) => each.keyOf(caseNumber)));
    expect(new Set(keys.map((each) => Buffer.from(each).toString('hex'))).size).toBe(1);
  });

  it('tells secrets and cases apart', async () => {
    const keystore = new SoftwareKeystore(folder);
    expect(await keystore.secret('challenge')).not.toEqual(await keystore.secret('probe'));
    expect(await keystore.keyOf(caseNumber)).not.toEqual(await keystore.keyOf('9002' as CaseNumber));
  });

  it('never makes a key again for a case whose key was destroyed', async () => {
    const keystore = new SoftwareKeystore(folder);
    await keystore.keyOf(caseNumber);
    expect(await keystore.keyOf(caseNumber)).toHaveLength(32);
    await keystore.destroy(caseNumber);
    await expect(keystore.keyOf(caseNumber)).rejects.toThrow('destroyed');
    await expect(new SoftwareKeystore(folder).keyOf(caseNumber)).rejects.toThrow('destroyed');
    expect(readdirSync(path.join(folder, 'holder-tags'))).toEqual(['9001.destroyed']);
  });

  it('leaves every file to its owner alone', async () => {
    const keystore = new SoftwareKeystore(folder);
    await keystore.intakeSigner();
    await keystore.secret('challenge');
    for (const name of readdirSync(folder)) {
      expect(statSync(path.join(folder, name)).mode & 0o077).toBe(0);
    }
  });

  it('has no commission key until one is installed', async () => {
    expect(await new SoftwareKeystore(folder).commission()).toBeUndefined();
  });

  it('takes the commission’s key with its certificate, and those above it in the same file', async () => {
    install();
    const installed = await new SoftwareKeystore(folder).commission();
    expect(installed?.key.certificate).toEqual(Buffer.from(pki.commission.certificate));
    expect(installed?.certificatesPem).toBe(pki.commission.certificatePem + pki.anchorsPem());
  });

  it.each<[string, Parameters<typeof install>[0]]>([
    [
      'the key in the file of certificates, which is published',
      { certificates: (pem) => pem + pki.commission.privateKeyPem },
    ],
    ['text in the file of certificates', { certificates: (pem) => `subject=x\n${pem}` }],
    ['an empty file of certificates', { certificates: () => '' }],
    ['another key', { key: pki.moi.privateKeyPem }],
  ])('refuses %s', async (_what, edit) => {
    install(edit);
    await expect(new SoftwareKeystore(folder).commission()).rejects.toThrow();
  });

  function install({ key = pki.commission.privateKeyPem, certificates = (pem: string) => pem } = {}): void {
    const pem = certificates(pki.commission.certificatePem + pki.anchorsPem());
    writeFileSync(path.join(folder, 'commission.key.pem'), key, { mode: 0o600 });
    writeFileSync(path.join(folder, 'commission.pem'), pem, { mode: 0o600 });
  }
});
