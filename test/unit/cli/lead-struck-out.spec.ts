import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { encryptForCard, signForCard } from '../../../src/core/cms/index.js';
import { pki } from '../../support/checking/signed-records.js';
import { runCli } from '../../support/cli/run-cli.js';
import { OpensslFolder } from '../../support/openssl.js';

const csv = 'national_id,code,reason\r\nA123456789,R05,…\r\n';
const at = new Date('2026-02-01T00:00:00Z');
const folder = new OpensslFolder();
const path = (name: string): string => join(folder.path, name);
/** An RSA key stands for the lead's encryption card. */
const lead = pki.moi;
const listBy = (signer = pki.commission.signer): Promise<Uint8Array> =>
  signForCard(Buffer.from(csv), signer, at, lead.certificate);
folder.put('list', await listBy());
folder.put('forged', await listBy(pki.moi.signer));
folder.put('unsigned', await encryptForCard(Buffer.from(csv), [lead.certificate]));
folder.put('lead.key', lead.privateKeyPem);
folder.put('lead.pem', lead.certificatePem);
folder.put('other.key', pki.office('another', 'rsa-2048').privateKeyPem);
folder.put('commission.pem', pki.commission.certificatePem);
const card = ['--encryption-certificate', path('lead.pem'), '--encryption-key', path('lead.key')];
const commission = ['--commission', path('commission.pem')];

describe('lianshu lead struck-out', () => {
  afterAll(() => folder.remove());
  const run = (...args: string[]) => runCli(['lead', 'struck-out', ...args]);

  it('shows who signed and a summary, and no number', async () => {
    const { out, error, code } = await run(path('list'), ...card, ...commission);
    expect({ error, code }).toEqual({ error: '', code: 0 });
    expect(out).toContain('lines: 2');
    expect(out).toContain('the commission’s certificate that you gave');
    expect(out).not.toContain('A123456789');
  });

  it('writes clear text only with --clear, readable by its owner alone', async () => {
    await run(path('list'), ...card, ...commission, '--clear', '--out', path('clear.csv'));
    expect(readFileSync(path('clear.csv'), 'utf8')).toBe(csv);
    expect(statSync(path('clear.csv')).mode & 0o777).toBe(0o600);
  });

  it.each<[string, string, string[], object]>([
    ['a list signed by another', 'forged', card, { failure: 'card-document-signed-by-another' }],
    ['a list that nobody signed', 'unsigned', card, { failure: 'evidence-malformed' }],
    [
      'the key of another card',
      'list',
      ['--encryption-certificate', path('lead.pem'), '--encryption-key', path('other.key')],
      { failure: 'card-document-not-opened' },
    ],
    ['a file that is no envelope', 'lead.pem', card, { failure: 'card-document-not-opened' }],
  ])('refuses %s and writes nothing', async (_what, name, keys, failure) => {
    const output = ['--clear', '--out', path('never.csv'), '--json'];
    const { out, code } = await run(path(name), ...keys, ...commission, ...output);
    expect({ out: JSON.parse(out) as unknown, code }).toEqual({ out: failure, code: 1 });
    expect(existsSync(path('never.csv'))).toBe(false);
  });

  it('needs the commission’s certificate', async () => {
    expect((await run(path('list'), ...card)).code).toBe(2);
  });
});
