import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { encodePem } from '../../../src/core/pem.js';
import {
  commonName,
  country,
  crlNumber,
  deltaCrlIndicator,
  distinguishedNameOfSets,
  holderSerial,
} from '../../../src/devkit/index.js';
import { runCli } from '../../support/cli/run-cli.js';
import { crlBytes, yesterday } from '../../support/revocation/authority.js';

const folder = mkdtempSync(join(tmpdir(), 'lianshu-cli-'));
const issuer = distinguishedNameOfSets(
  [country('TW')],
  [commonName('內政部\u001b[31m'), holderSerial('1')],
  [{ type: '1.2.3.4', text: 'x' }],
);
const bytes = crlBytes('ca', { issuer, entries: [{ serialNumber: 5, revokedAt: yesterday }] });

function fileOf(content: Uint8Array | string): string {
  const file = join(folder, `${Math.random().toString(36).slice(2)}.crl`);
  writeFileSync(file, content);
  return file;
}

const run = (...parameters: readonly string[]) => runCli(['pki', 'crl', ...parameters]);

afterAll(() => rmSync(folder, { recursive: true }));

describe('lianshu pki crl', () => {
  it.each([
    ['DER', bytes],
    ['PEM', encodePem('X509 CRL', bytes)],
  ])('prints the data of a CRL in %s', async (_form, content) => {
    const { out } = await run(fileOf(content));
    expect(out).toContain('C=TW, serialNumber=1 + CN=內政部\ufffd[31m, 1.2.3.4=x');
    expect(out).toMatch(/Number +10 \(complete\)/);
    expect(out).toMatch(/This update +2026-02-28T00:00:00.000Z/);
    expect(out).toMatch(/Next update +2026-03-02T00:00:00.000Z/);
    expect(out).toMatch(/Entries +1\n/);
    expect(out).toContain('The signature was not checked.');
  });

  it('prints JSON', async () => {
    const { out } = await run('--json', fileOf(bytes));
    expect(JSON.parse(out)).toMatchObject({
      number: '10',
      baseNumber: null,
      entries: 1,
      bytes: bytes.length,
    });
  });

  it('prints a delta CRL, and a CRL without number or nextUpdate', async () => {
    const delta = await run(fileOf(crlBytes('ca', { extensions: [crlNumber(12), deltaCrlIndicator(10)] })));
    expect(delta.out).toContain('12 (changes since number 10)');
    const bare = fileOf(crlBytes('ca', { extensions: [], nextUpdate: undefined }));
    expect((await run(bare)).out).toMatch(/Next update +not stated/);
    expect(JSON.parse((await run(bare, '--json')).out)).toMatchObject({
      number: null,
      nextUpdate: null,
    });
  });

  it.each([
    ['an empty file', ''],
    ['text', 'hello'],
    ['a CRL cut short', bytes.subarray(0, -1)],
  ])('refuses %s', async (_what, content) => {
    const file = fileOf(content);
    expect(await run(file)).toMatchObject({ code: 1, error: expect.stringContaining('[crl-malformed]') });
    expect((await run('--json', file)).out).toBe('{"failure":"crl-malformed"}');
  });
});
