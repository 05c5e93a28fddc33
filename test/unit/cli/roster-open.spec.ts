import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { sealForCertificate, signDocument } from '../../../src/core/cms/index.js';
import { pki } from '../../support/checking/signed-records.js';
import { runCli } from '../../support/cli/run-cli.js';
import { OpensslFolder } from '../../support/openssl.js';

const csv = 'seq,national_id\r\n1,A123456789\r\n';
const at = new Date('2026-02-01T00:00:00Z');
const folder = new OpensslFolder();
const path = (name: string): string => join(folder.path, name);
const sealed = async (signer = pki.commission.signer): Promise<Uint8Array> =>
  sealForCertificate(await signDocument(Buffer.from(csv), signer, at), pki.moi.certificate);
folder.put('part', await sealed());
folder.put('forged', await sealed(pki.moi.signer));
folder.put('moi.key', pki.moi.privateKeyPem);
folder.put('moi.pem', pki.moi.certificatePem);
folder.put('commission.pem', pki.commission.certificatePem);
folder.put('commission.key', pki.commission.privateKeyPem);
const own = ['--key', path('moi.key'), '--certificate', path('moi.pem')];

describe('lianshu roster open', () => {
  afterAll(() => folder.remove());
  const run = (...args: string[]) => runCli(['roster', 'open', ...args]);

  it('shows a summary and no number', async () => {
    const { out, error, code } = await run(path('part'), ...own, '--commission', path('commission.pem'));
    expect({ error, code }).toEqual({ error: '', code: 0 });
    expect(out).toContain('lines: 2');
    expect(out).toContain('the commission’s certificate that you gave');
    expect(out).not.toContain('A123456789');
  });

  it('prints the summary as JSON', async () => {
    const { out } = await run(path('part'), ...own, '--json');
    expect(JSON.parse(out)).toMatchObject({ bytes: csv.length, lines: 2, signedAt: at.toISOString() });
    expect(out).not.toContain('A123456789');
  });

  it('writes clear text only with --clear, readable by its owner alone, and overwrites nothing', async () => {
    await run(path('part'), ...own, '--clear', '--out', path('clear.csv'));
    expect(readFileSync(path('clear.csv'), 'utf8')).toBe(csv);
    expect(statSync(path('clear.csv')).mode & 0o777).toBe(0o600);
    const again = await run(path('part'), ...own, '--clear', '--out', path('clear.csv'));
    expect(again).toMatchObject({ code: 1, error: expect.stringContaining('[file-exists]') });
  });

  it.each([
    ['--out without --clear', ['part', ...own, '--out', path('never.csv')], 2],
    ['--clear without --out', ['part', ...own, '--clear'], 2],
    [
      'a file signed by another',
      ['forged', ...own, '--commission', path('commission.pem'), '--clear', '--out', path('never.csv')],
      1,
    ],
    [
      'the key of another office',
      [
        'part',
        '--key',
        path('commission.key'),
        '--certificate',
        path('commission.pem'),
        '--clear',
        '--out',
        path('never.csv'),
      ],
      1,
    ],
    ['a file that is not encrypted', ['moi.pem', ...own, '--clear', '--out', path('never.csv')], 1],
  ])('refuses %s and writes nothing', async (_what, [name, ...args], code) => {
    expect((await run(path(name!), ...args)).code).toBe(code);
    expect(existsSync(path('never.csv'))).toBe(false);
  });
});
