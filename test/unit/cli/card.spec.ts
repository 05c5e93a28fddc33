import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { CardBackend, CardSettings } from '../../../src/cli/card.js';
import { encodePem } from '../../../src/core/pem.js';
import { demoCardPin, privateKeyPem } from '../../../src/devkit/index.js';
import { askCard } from '../../support/card-server/popup.js';
import { runCli } from '../../support/cli/run-cli.js';
import { Spawned } from '../../support/cli/spawned.js';
import { demoPki, holder } from '../../support/demo-pki.js';
import { OpensslFolder } from '../../support/openssl.js';

const openssl = new OpensslFolder();
afterAll(() => openssl.remove());
const mock = demoPki().issueCard(holder);

/** A backend that takes the settings down, and does not start. */
function backend(): { settings: CardSettings[]; card: () => Promise<CardBackend> } {
  const settings: CardSettings[] = [];
  const card = (): Promise<CardBackend> =>
    Promise.resolve({
      cardFaultNames: ['no-card', 'locked'],
      demoCardNames: ['good', 'lead'],
      serveCards: (each: CardSettings) => {
        settings.push(each);
        return Promise.reject(Object.assign(new Error('listen'), { code: 'EADDRINUSE', syscall: 'listen' }));
      },
    });
  return { settings, card };
}

const passphraseFile = join(openssl.path, openssl.put('passphrase', 'correct horse\n'));
chmodSync(passphraseFile, 0o600);

describe('lianshu card', () => {
  it.each<[string[], Partial<CardSettings>]>([
    [[], { source: { kind: 'demo', seed: 'lianshu', persons: [] }, port: 61161 }],
    [
      ['--person', 'good', 'lead', '--seed', 'x', '--port', '0', '--fault', 'locked'],
      { source: { kind: 'demo', seed: 'x', persons: ['good', 'lead'] }, port: 0, fault: 'locked' },
    ],
    [
      ['--pkcs12', 'a.p12', 'b.p12', '--passphrase-file', passphraseFile, '--site', 'https://a.example'],
      {
        source: { kind: 'pkcs12', files: ['a.p12', 'b.p12'], passphrase: 'correct horse' },
        sites: ['https://a.example'],
      },
    ],
    [
      ['--pkcs11', '/usr/lib/module.so', '--token', 'card'],
      { source: { kind: 'pkcs11', module: '/usr/lib/module.so', token: 'card' } },
    ],
  ])('serves what the options name: %j', async (words, expected) => {
    const { settings, card } = backend();
    await runCli(['card', ...words], { card });
    expect(settings).toEqual([expect.objectContaining(expected)]);
  });

  it.each<[string, string[]]>([
    ['There is no fault bent. Use one of: no-card, locked.', ['--fault', 'bent']],
    ['There is nobody me. Use one of: good, lead.', ['--person', 'good', 'me']],
    ['Give a port from 0 to 65535.', ['--port', '65536']],
    ['Give a port from 0 to 65535.', ['--port', '1e3']],
    ['Give one kind of card', ['--person', 'good', '--pkcs12', 'a.p12']],
    ['Give one kind of card', ['--pkcs11', 'm.so', '--pkcs12', 'a.p12']],
    ['Give one kind of card', ['--passphrase-file', 'a']],
    ['Give one kind of card', ['--token', 'card']],
  ])('says “%s” to %j', async (sentence, words) => {
    const { settings, card } = backend();
    const { error, code } = await runCli(['card', ...words], { card });
    expect([error.includes(sentence), code, settings]).toEqual([true, 2, []]);
  });

  it('uses no passphrase that others may read', async () => {
    const { settings, card } = backend();
    const open = join(openssl.path, 'open');
    writeFileSync(open, 'correct horse\n', { mode: 0o644 });
    const { error, code } = await runCli(['card', '--pkcs12', 'a.p12', '--passphrase-file', open], { card });
    expect([error.endsWith('[secret-file-readable]'), code, settings]).toEqual([true, 1, []]);
  });

  it('says in one sentence that the port is taken', async () => {
    const { error, out, code } = await runCli(['card'], { card: backend().card });
    expect([out, code]).toEqual(['', 1]);
    expect(error).toMatch(/^Another program uses port 61161: .+ \[card-port-in-use\]$/);
  });

  it('serves until Ctrl-C, and says whose card it is and its PIN', async () => {
    const files = [
      exported('signing', privateKeyPem(mock.signingKey), mock.signingCertificate),
      exported('encryption', privateKeyPem(mock.encryption.key), mock.encryptionCertificate),
    ];
    const words = ['--passphrase-file', passphraseFile, '--port', '0', '--pkcs12', ...files];
    const running = Spawned.lianshu(['card', '--lang', 'en', ...words], openssl.path);
    await running.untilSaid(`PIN: ${demoCardPin}`);
    const origin = /http:\/\/localhost:\d+/.exec(running.out)?.[0] ?? '';
    expect(running.out).toContain(`\n  ${holder.name}\n`);
    const request = { func: 'MakeSignature', signatureType: 'PKCS1', tbs: 'text', pin: demoCardPin };
    expect(await askCard({ origin }, request)).toMatchObject({ func: 'sign', ret_code: 0 });
    running.interrupt();
    expect(await running.ended).toMatchObject({ code: 0, error: 'Ending …\n' });
  });
});

function exported(name: string, key: string, certificate: Uint8Array): string {
  openssl.put('key.pem', key);
  openssl.put('certificate.pem', encodePem('CERTIFICATE', certificate));
  const words = ['-inkey', 'key.pem', '-in', 'certificate.pem', '-out', `${name}.p12`];
  openssl.must('pkcs12', '-export', ...words, '-passout', 'pass:correct horse');
  return join(openssl.path, `${name}.p12`);
}
