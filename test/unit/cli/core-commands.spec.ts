import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { valueOf } from '../../../src/devkit/index.js';
import {
  countersign,
  parseCardSignature,
  sealingKey,
  sealRecord,
  verifySignedData,
} from '../../../src/core/cms/index.js';
import type { CaseNumber, Commitment } from '../../../src/core/identifiers.js';
import { jwksOf, receiptKey, signReceipt } from '../../../src/core/receipt.js';
import type { TaipeiDate } from '../../../src/core/taipei-date.js';
import { runCli } from '../../support/cli/run-cli.js';
import { ecPair, certified, signerOf, spkiOf } from '../../support/cms/certificates.js';
import { signedDataBy } from '../../support/cms/signed-data.js';
import { OpensslFolder } from '../../support/openssl.js';

const folder = new OpensslFolder();
afterAll(() => folder.remove());
const file = (name: string): string => join(folder.path, name);
const statement = Buffer.from('公民投票案電子連署書\n案號：9001\n');
const round = ecPair();
const intake = ecPair();

const run = (...words: string[]) => runCli(words);

beforeAll(async () => {
  const signedData = signedDataBy(certified(ecPair()), statement);
  const parsed = valueOf(parseCardSignature({ form: 'cms', signedData }));
  const evidence = await countersign(valueOf(verifySignedData(parsed, statement)), {
    signer: signerOf(intake),
    at: new Date(0),
    references: [],
  });
  writeFileSync(file('record.der'), sealRecord(evidence, sealingKey(spkiOf(round.publicKey))));
  writeFileSync(file('empty.der'), sealRecord(new Uint8Array(), sealingKey(spkiOf(round.publicKey))));
  writeFileSync(file('round.key'), round.privateKey.export({ format: 'pem', type: 'pkcs8' }));
  writeFileSync(file('other.key'), ecPair().privateKey.export({ format: 'pem', type: 'pkcs8' }));
  writeFileSync(file('jwks.json'), JSON.stringify(await jwksOf([signerOf(intake)])));
  writeFileSync(file('other.json'), JSON.stringify(await jwksOf([signerOf(ecPair())])));
});

describe('lianshu record open', () => {
  const open = (...args: string[]): ReturnType<typeof run> =>
    run('record', 'open', file('record.der'), '--key', file('round.key'), ...args);

  it('shows the statement and verifies the signatures', async () => {
    const { out, code } = await open('--keys', file('jwks.json'), '--out', file('evidence.der'));
    expect(out).toContain('案號：9001');
    expect(out).toContain('Signature: good');
    expect(out).toContain('Countersignature: good, 1970-01-01T00:00:00.000Z');
    expect(code).toBe(0);
    expect(folder.get('evidence.der').length).toBeGreaterThan(300);
  });

  it('prints what was not checked', async () => {
    const { out, code } = await open('--json');
    expect(JSON.parse(out)).toMatchObject({ signature: 'good', countersignature: 'not-checked' });
    expect(code).toBe(0);
  });

  it('fails with keys that are not the platform’s', async () => {
    const { out, code } = await open('--keys', file('other.json'));
    expect(out).toContain('evidence-countersignature-wrong');
    expect(code).toBe(1);
  });

  it('fails with another key, and with a record that holds no evidence', async () => {
    const other = await run('record', 'open', file('record.der'), '--key', file('other.key'));
    expect(other).toMatchObject({ code: 1, error: expect.stringContaining('record-not-for-this-key') });
    const empty = await run('record', 'open', file('empty.der'), '--key', file('round.key'), '--json');
    expect(empty).toMatchObject({ code: 1, out: '{"failure":"evidence-malformed"}' });
  });
});

describe('lianshu receipt verify', () => {
  const receipt = async (): Promise<string> =>
    signReceipt(
      {
        issuer: 'https://connect.example.gov.tw',
        caseNumber: '9001' as CaseNumber,
        round: 1,
        commitment: new Uint8Array(32) as Commitment,
        recordedOn: '2026-01-02' as TaipeiDate,
        issuedAt: new Date('2026-01-02T03:04:05Z'),
      },
      await receiptKey(intake.privateKey),
    );

  it('reads a receipt given as text or in a file', async () => {
    writeFileSync(file('receipt.txt'), `${await receipt()}\n`);
    for (const given of [await receipt(), file('receipt.txt')]) {
      const { out, code } = await run('receipt', 'verify', given, '--keys', file('jwks.json'));
      expect(out).toContain('recorded the co-signature on 2026-01-02');
      expect(code).toBe(0);
    }
  });

  it('prints JSON', async () => {
    const { out } = await run('receipt', 'verify', await receipt(), '--keys', file('jwks.json'), '--json');
    expect(JSON.parse(out)).toMatchObject({ valid: true, case: '9001', commitment: '00'.repeat(32) });
  });

  it('fails with other keys', async () => {
    const bad = await run('receipt', 'verify', await receipt(), '--keys', file('other.json'));
    expect(bad).toMatchObject({ code: 1, error: expect.stringContaining('receipt-invalid') });
    const json = await run('receipt', 'verify', await receipt(), '--keys', file('other.json'), '--json');
    expect(json).toMatchObject({ code: 1, out: '{"valid":false,"failure":"receipt-invalid"}' });
  });
});
