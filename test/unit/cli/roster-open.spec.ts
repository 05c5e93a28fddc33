import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Command } from 'commander';
import { registerRosterOpen } from '../../../src/cli/roster-open.js';
import { sealForCertificate, signDocument } from '../../../src/core/cms/index.js';
import { pki } from '../../support/checking/signed-records.js';
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
  let said = '';
  const listen = (...words: unknown[]): void => void (said += `${words.join(' ')}\n`);
  beforeEach(() => {
    said = '';
    jest.spyOn(console, 'log').mockImplementation(listen);
    jest.spyOn(console, 'error').mockImplementation(listen);
  });
  afterEach(() => {
    jest.restoreAllMocks();
    process.exitCode = undefined;
  });
  afterAll(() => folder.remove());
  const run = async (...args: string[]): Promise<string | number | undefined> => {
    const program = new Command();
    registerRosterOpen(program);
    await program.parseAsync(['roster', 'open', ...args], { from: 'user' });
    return process.exitCode;
  };

  it('shows a summary and no number', async () => {
    expect(await run(path('part'), ...own, '--commission', path('commission.pem'))).toBeUndefined();
    expect(said).toContain('lines: 2');
    expect(said).not.toContain('A123456789');
  });

  it('writes the clear roster where --clear says so, for its owner alone, and overwrites nothing', async () => {
    await run(path('part'), ...own, '--clear', '--out', path('clear.csv'));
    expect(readFileSync(path('clear.csv'), 'utf8')).toBe(csv);
    expect(statSync(path('clear.csv')).mode & 0o777).toBe(0o600);
    await expect(run(path('part'), ...own, '--clear', '--out', path('clear.csv'))).rejects.toThrow('EEXIST');
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
      'another’s key',
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
    ['what is no sealed file', ['moi.pem', ...own, '--clear', '--out', path('never.csv')], 1],
  ])('refuses %s and writes nothing', async (_what, [name, ...args], code) => {
    expect(await run(path(name), ...args)).toBe(code);
    expect(existsSync(path('never.csv'))).toBe(false);
  });
});
