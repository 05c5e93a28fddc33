import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { valueOf } from '../../../src/devkit/index.js';
import {
  countersign,
  openEvidence,
  parseCardSignature,
  parseEvidence,
  sealingKey,
  sealRecord,
  sealToKey,
  verifySignedData,
} from '../../../src/core/cms/index.js';
import type { CaseNumber, Commitment } from '../../../src/core/identifiers.js';
import { jwksOf, jwsSigner } from '../../../src/core/jws-signing.js';
import { signReceipt } from '../../../src/core/receipt-signing.js';
import type { TaipeiDate } from '../../../src/core/taipei-date.js';
import { runCli } from '../../support/cli/run-cli.js';
import { ecPair, certified, signerOf, spkiOf } from '../../support/cms/certificates.js';
import { signedDataBy } from '../../support/cms/signed-data.js';
import { OpensslFolder } from '../../support/openssl.js';

const folder = new OpensslFolder();
afterAll(() => folder.remove());
const file = (name: string): string => join(folder.path, name);
const nationalId = 'A123456789';
const statement = Buffer.from(`公民投票案電子連署書\n案號：9001\n國民身分證統一編號：${nationalId}\n`);
const round = ecPair();
const commissionRound = ecPair();
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
  const keys = {
    lead: sealingKey(spkiOf(round.publicKey)),
    commission: sealingKey(spkiOf(commissionRound.publicKey)),
  };
  const records = {
    'record.der': { nationalId, evidence },
    'two-key.der': { nationalId: undefined, evidence },
    'another-number.der': { nationalId: 'B123456780', evidence },
    'empty.der': { nationalId, evidence: new Uint8Array() },
  };
  for (const [name, content] of Object.entries(records)) writeFileSync(file(name), sealRecord(content, keys));
  writeFileSync(file('one-layer.der'), sealToKey(evidence, keys.lead));
  writeFileSync(
    file('commission-round.key'),
    commissionRound.privateKey.export({ format: 'pem', type: 'pkcs8' }),
  );
  writeFileSync(file('round.key'), round.privateKey.export({ format: 'pem', type: 'pkcs8' }));
  writeFileSync(file('other.key'), ecPair().privateKey.export({ format: 'pem', type: 'pkcs8' }));
  writeFileSync(file('jwks.json'), JSON.stringify(await jwksOf([signerOf(intake)])));
  writeFileSync(file('other.json'), JSON.stringify(await jwksOf([signerOf(ecPair())])));
});

describe('lianshu record open', () => {
  const openOuter = (name: string, ...args: string[]): ReturnType<typeof run> =>
    run('record', 'open', file(name), '--key', file('round.key'), ...args);
  const openBoth = (name: string, ...args: string[]): ReturnType<typeof run> =>
    openOuter(name, '--commission-key', file('commission-round.key'), ...args);

  it('shows the statement and verifies the signatures with both keys', async () => {
    const out = file('evidence.der');
    const opened = await openBoth('record.der', '--keys', file('jwks.json'), '--out', out);
    expect(opened.out).toContain('National ID number: A123456789');
    expect(opened.out).toContain('案號：9001');
    expect(opened.out).toContain('Signature: good');
    expect(opened.out).toContain('Countersignature: good, 1970-01-01T00:00:00.000Z');
    expect(opened.code).toBe(0);
    expect(parseEvidence(folder.get('evidence.der')).ok).toBe(true);
  });

  it('opens the outer layer alone with the lead’s key, and writes the evidence as it is sealed', async () => {
    const { out, code } = await openOuter('record.der', '--out', file('sealed-evidence.der'));
    expect(out).toContain('National ID number: A123456789');
    expect(out).toContain('sealed to the commission’s round key');
    expect(out).not.toContain('案號');
    expect(code).toBe(0);
    const sealedEvidence = folder.get('sealed-evidence.der');
    expect(openEvidence({ nationalId: undefined, sealedEvidence }, commissionRound.privateKey).ok).toBe(true);
  });

  it('prints what was not checked', async () => {
    const both = await openBoth('record.der', '--json');
    expect(JSON.parse(both.out)).toMatchObject({
      nationalId,
      number: 'good',
      signature: 'good',
      countersignature: 'not-checked',
    });
    expect(both.code).toBe(0);
    const outer = await openOuter('record.der', '--json');
    expect(JSON.parse(outer.out)).toEqual({ commitment: expect.any(String), nationalId });
  });

  it('prints that there is no number in two-key mode', async () => {
    expect((await openOuter('two-key.der')).out).toContain('two-key');
    const { out, code } = await openBoth('two-key.der', '--json');
    expect(JSON.parse(out)).toMatchObject({ nationalId: null, number: 'good', signature: 'good' });
    expect(code).toBe(0);
  });

  it('fails where the number outside is not the one signed', async () => {
    const text = await openBoth('another-number.der');
    expect(text).toMatchObject({ code: 1, out: expect.stringContaining('E05') });
    const json = await openBoth('another-number.der', '--json');
    expect(JSON.parse(json.out)).toMatchObject({ number: 'differs', signature: 'good' });
  });

  it('fails with keys that are not the platform’s', async () => {
    const { out, code } = await openBoth('record.der', '--keys', file('other.json'));
    expect(out).toContain('evidence-countersignature-wrong');
    expect(code).toBe(1);
  });

  it('asks for both keys before it verifies a countersignature', async () => {
    const { error, code } = await openOuter('record.der', '--keys', file('jwks.json'));
    expect([code, error]).toEqual([2, expect.stringContaining('--commission-key')]);
  });

  it('fails with another key, outside and inside', async () => {
    const outside = await run('record', 'open', file('record.der'), '--key', file('other.key'));
    expect(outside).toMatchObject({ code: 1, error: expect.stringContaining('record-not-for-this-key') });
    const inside = await openOuter('record.der', '--commission-key', file('other.key'));
    expect(inside).toMatchObject({ code: 1, error: expect.stringContaining('record-not-for-this-key') });
    const json = await openOuter('record.der', '--commission-key', file('other.key'), '--json');
    expect(JSON.parse(json.out)).toMatchObject({ nationalId, failure: 'record-not-for-this-key' });
  });

  it('fails with a record that holds no LeadRecord, and with one that holds no evidence', async () => {
    const one = await openBoth('one-layer.der', '--json');
    expect(one).toMatchObject({ code: 1, out: '{"failure":"record-content-malformed"}' });
    const empty = await openBoth('empty.der', '--json');
    expect(empty.code).toBe(1);
    expect(JSON.parse(empty.out)).toMatchObject({ failure: 'evidence-malformed' });
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
      await jwsSigner(intake.privateKey),
    );

  it('reads a receipt given as text or in a file', async () => {
    writeFileSync(file('receipt.txt'), `${await receipt()}\n`);
    writeFileSync(file('from-the-page.txt'), `# 連署收據\n# 案號：9001\n${await receipt()}\n`);
    for (const given of [await receipt(), file('receipt.txt'), file('from-the-page.txt')]) {
      const { out, code } = await run('receipt', 'verify', given, '--keys', file('jwks.json'));
      expect(out).toContain('recorded the co-signature on 2026-01-02');
      expect(code).toBe(0);
    }
  });

  it('takes a file of remarks alone for no receipt', async () => {
    writeFileSync(file('remarks.txt'), '# 連署收據\n');
    const { code } = await run('receipt', 'verify', file('remarks.txt'), '--keys', file('jwks.json'));
    expect(code).toBe(1);
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
