import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodePem } from '../../../src/core/pem.js';
import { type DemoPki, DemoPkiServer, ManualClock, type MockCard } from '../../../src/devkit/index.js';
import { demoPki } from '../../support/demo-pki.js';
import { fileOf, openssl } from './openssl.js';

/** Runs openssl without blocking this process, which runs the server. */
async function opensslBeside(...args: readonly string[]): Promise<string> {
  const child = spawn('openssl', args);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await new Promise((resolve) => child.on('close', resolve));
  return output;
}

describe('DemoPkiServer', () => {
  // openssl's OCSP client has no -attime, so the server's clock starts at the real time.
  const clock = new ManualClock(new Date());
  const at = clock.now();
  let server: DemoPkiServer;
  let pki: DemoPki;
  let card: MockCard;
  beforeAll(async () => {
    server = await DemoPkiServer.start({ clock });
    pki = demoPki({ at, address: server.address });
    server.serve(pki);
    card = pki.issueCard({ name: '王', nationalId: 'A123456789', holderSerialNumber: '1'.repeat(16) });
  });
  afterAll(() => server.close());

  const ask = (...more: string[]): Promise<string> =>
    opensslBeside(
      'ocsp',
      ...more,
      '-issuer',
      fileOf(encodePem('CERTIFICATE', pki.authorities.moicaG2.certificate)),
      '-cert',
      fileOf(encodePem('CERTIFICATE', card.signingCertificate)),
      '-CAfile',
      fileOf(pki.anchorsPem()),
      '-url',
      `${server.address}/moica-g2/ocsp`,
    );

  it('answers OCSP requests of openssl, with their nonce', async () => {
    const output = await ask();
    expect(output).toContain('Response verify OK');
    expect(output).toContain(': good');
    expect(output).not.toContain('nonce');
    expect(await ask('-sha256')).toContain(': good');
  });

  it('publishes CRLs at the addresses in certificates, and keeps them until the next publish()', async () => {
    const url = `${server.address}/moica-g2/complete.crl`;
    const text = async (): Promise<string> => {
      const response = await fetch(url);
      expect(response.headers.get('content-type')).toBe('application/pkix-crl');
      const file = fileOf(new Uint8Array(await response.arrayBuffer()));
      return openssl(
        'crl',
        '-inform',
        'DER',
        '-in',
        file,
        '-noout',
        '-text',
        '-CAfile',
        fileOf(pki.anchorsPem()),
      ).output;
    };
    expect(Buffer.from(card.signingCertificate).includes(url)).toBe(true);
    expect(await text()).toContain('No Revoked Certificates');
    server.publish();
    pki.revoke(card.signingCertificate, at, 'keyCompromise');
    expect(await text()).toContain('No Revoked Certificates');
    server.publish();
    const after = await text();
    expect(after).toContain('verify OK');
    expect(after).toContain('Key Compromise');
    expect(await ask()).toMatch(/: revoked[^]*keyCompromise/);
  });

  it('serves the issuers’ certificates', async () => {
    const response = await fetch(`${server.address}/moica-g3/issuer.cer`);
    expect(Buffer.from(await response.arrayBuffer()).equals(pki.authorities.moicaG3.certificate)).toBe(true);
  });

  it('answers OCSP by GET, and refuses a malformed request', async () => {
    const request = fileOf('');
    openssl(
      'ocsp',
      '-issuer',
      fileOf(encodePem('CERTIFICATE', pki.authorities.moicaG2.certificate)),
      '-serial',
      '5',
      '-reqout',
      request,
    );
    const { readFileSync } = await import('node:fs');
    const encoded = encodeURIComponent(readFileSync(request).toString('base64'));
    const response = await fetch(`${server.address}/moica-g2/ocsp/${encoded}`);
    const shown = openssl(
      'ocsp',
      '-respin',
      fileOf(new Uint8Array(await response.arrayBuffer())),
      '-resp_text',
      '-noverify',
    );
    expect(shown.output).toContain('Cert Status: good');
    const refused = await fetch(`${server.address}/moica-g2/ocsp`, { method: 'POST', body: 'nonsense' });
    expect([...new Uint8Array(await refused.arrayBuffer())]).toEqual([0x30, 3, 0x0a, 1, 1]);
  });

  it('answers a malformed percent-escape with 400', async () => {
    expect((await fetch(`${server.address}/moica-g2/ocsp/%E0%A4%A`)).status).toBe(400);
  });

  it.each(['/', '/moica-g9/complete.crl', '/moica-g2/other'])('answers %s with 404', async (path) => {
    expect((await fetch(server.address + path)).status).toBe(404);
  });

  it('answers with 503 while it is unavailable', async () => {
    server.unavailable = true;
    expect((await fetch(`${server.address}/moica-g2/complete.crl`)).status).toBe(503);
    server.unavailable = false;
  });
});
