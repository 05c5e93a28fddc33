import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FolderRevocationArchive } from '../../../src/adapters/archive/folder-revocation-archive.js';
import { HttpRevocationFetcher } from '../../../src/adapters/fetch/http-revocation-fetcher.js';
import {
  buildCrl,
  crlNumber,
  DemoPki,
  DemoPkiServer,
  ManualClock,
  valueOf,
} from '../../../src/devkit/index.js';
import {
  naturalPerson,
  type TrustConfiguration,
  TrustService,
  type ValidatedCertificate,
} from '../../../src/trust/index.js';
import { certificateOf, demoTrust, ManualTimer } from '../../support/trust/trust-dependencies.js';

const start = new Date('2026-03-01T00:00:00Z');
const hour = 3_600_000;
const holder = { name: '王小明', nationalId: 'A123456789', holderSerialNumber: '0000000112345678' };
const clock = new ManualClock(start);
let server: DemoPkiServer;
let pki: DemoPki;
let configuration: TrustConfiguration;
let folder: string;
let trust: TrustService;

beforeAll(async () => {
  server = await DemoPkiServer.start({ clock });
  pki = DemoPki.create({ seed: 'trust', at: start, address: server.address });
  server.serve(pki);
  configuration = demoTrust(pki);
});
afterAll(() => server.close());
beforeEach(async () => {
  clock.set(start);
  server.unavailable = false;
  server.publish();
  folder = await mkdtemp(join(tmpdir(), 'lianshu-trust-'));
  trust = await open();
});
afterEach(async () => {
  await trust.onModuleDestroy();
  await rm(folder, { recursive: true, force: true });
});

async function open(
  edit: (source: TrustConfiguration['sources'][number]) => object = () => ({}),
): Promise<TrustService> {
  return new TrustService({
    configuration: {
      ...configuration,
      sources: configuration.sources.map((source) => ({ ...source, ...edit(source) })),
    },
    archive: await FolderRevocationArchive.open(folder),
    fetcher: new HttpRevocationFetcher(),
    clock,
    random: () => 0,
    timer: new ManualTimer(),
  });
}

const card = (edition = 0): Uint8Array => pki.issueCard(holder, { edition }).signingCertificate;
const question = (edition = 0): Parameters<TrustService['validateCertificate']>[0] => ({
  target: certificateOf(card(edition)),
  candidates: [],
  at: clock.now(),
});
async function verdict(edition = 0): Promise<string> {
  const result = await trust.validateCertificate(question(edition));
  return result.ok ? result.value.policy : result.failure.code;
}
async function judged(edition = 0): Promise<ValidatedCertificate> {
  return valueOf(await trust.validateCertificate(question(edition)));
}
const moica = (): ReturnType<TrustService['health']>['sources'][number] =>
  trust.health().sources.find(({ source }) => source === 'moica-g2')!;

describe('TrustService', () => {
  it('is not ready before the first fetch, and says when to try again', async () => {
    server.unavailable = true;
    await trust.refresh();
    expect(trust.health()).toMatchObject({ ready: false, anchorSet: 'demo-1' });
    expect(moica()).toMatchObject({ state: 'missing', failures: 1, lastFailure: 'fetch-refused' });
    expect(await trust.validateCertificate(question())).toEqual({
      ok: false,
      failure: { code: 'revocation-unavailable', values: { seconds: 15 } },
    });
  });

  it('judges once it has fetched', async () => {
    await trust.refresh();
    expect(trust.health()).toMatchObject({ ready: true });
    expect(await verdict()).toBe('natural-person');
  });

  it('fetches in the background from its start on', async () => {
    await trust.onModuleInit();
    await trust.refresh();
    expect(trust.health().ready).toBe(true);
  });

  it('knows a revocation from the next list on', async () => {
    await trust.refresh();
    pki.revoke(card(1), clock.now());
    clock.advance(hour);
    expect(await verdict(1)).toBe('natural-person');
    server.publish();
    await trust.refresh();
    expect(await verdict(1)).toBe('certificate-revoked');
    expect(await verdict()).toBe('natural-person');
  });

  it('stops when the lists run out, and goes on when they are back', async () => {
    await trust.refresh();
    clock.advance(24 * hour - 1);
    server.unavailable = true;
    await trust.refresh();
    expect(await verdict()).toBe('natural-person');
    clock.advance(1);
    expect(await verdict()).toBe('revocation-unavailable');
    expect(trust.health().ready).toBe(false);
    expect(moica()).toMatchObject({ state: 'stale', lastGood: start, lastFailure: 'fetch-refused' });
    server.unavailable = false;
    server.publish();
    await trust.refresh();
    expect(await verdict()).toBe('natural-person');
    expect(trust.health().ready).toBe(true);
  });

  it('starts from the archive when the authority is down', async () => {
    await trust.refresh();
    await trust.onModuleDestroy();
    server.unavailable = true;
    clock.advance(hour);
    trust = await open();
    await trust.onModuleInit();
    expect(await verdict()).toBe('natural-person');
    expect(trust.health().ready).toBe(true);
  });

  describe('judgeAsOf', () => {
    it('repeats a judgement by the data of then, whatever happened since', async () => {
      await trust.refresh();
      const then = question(2);
      const { references, ...judgement } = await judged(2);
      pki.revoke(card(2), new Date(start.getTime() + 1));
      clock.advance(30 * 24 * hour);
      server.publish();
      await trust.refresh();
      expect(await verdict(2)).toBe('certificate-revoked');
      const again = await trust.validateCertificateAsOf({ ...then, references });
      expect(again).toMatchObject({
        ok: true,
        value: { policy: judgement.policy, holder: judgement.holder },
      });
      expect(again.ok && again.value.references).toEqual(references);
    });

    it('says revoked where the data of then did', async () => {
      pki.revoke(card(3), new Date(start.getTime() - 1));
      server.publish();
      await trust.refresh();
      const { references } = await judged();
      expect(await trust.validateCertificateAsOf({ ...question(3), references })).toEqual({
        ok: false,
        failure: { code: 'certificate-revoked' },
      });
    });

    const dataFiles = async (): Promise<string[]> =>
      (await readdir(join(folder, 'data'), { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));

    it.each<[string, () => Promise<unknown>]>([
      ['deleted', async () => Promise.all((await dataFiles()).map((file) => rm(file)))],
      ['damaged', async () => Promise.all((await dataFiles()).map((file) => writeFile(file, 'x')))],
    ])('does not judge by data that is %s', async (_case, edit) => {
      await trust.refresh();
      const { references } = await judged();
      await edit();
      expect(await trust.validateCertificateAsOf({ ...question(), references })).toEqual({
        ok: false,
        failure: { code: 'revocation-unavailable' },
      });
    });

    it.each<[string, (references: ValidatedCertificate['references']) => ValidatedCertificate['references']]>(
      [
        ['no references', () => []],
        ["only the root's list", (references) => references.slice(0, 1)],
        [
          'a digest of nothing',
          (references) => references.map((each) => ({ ...each, sha256: new Uint8Array(32) })),
        ],
      ],
    )('does not judge by %s', async (_case, edit) => {
      await trust.refresh();
      const { references } = await judged();
      expect(await trust.validateCertificateAsOf({ ...question(), references: edit(references) })).toEqual({
        ok: false,
        failure: { code: 'revocation-unavailable' },
      });
    });

    it('does not judge by lists of another time', async () => {
      await trust.refresh();
      const { references } = await judged();
      const later = { ...question(), at: new Date(start.getTime() + 25 * hour) };
      expect(await trust.validateCertificateAsOf({ ...later, references })).toEqual({
        ok: false,
        failure: { code: 'revocation-unavailable' },
      });
    });
  });

  describe('with OCSP', () => {
    const asked: string[] = [];
    const withOcsp = async (): Promise<TrustService> => {
      const fetcher = new HttpRevocationFetcher();
      asked.length = 0;
      return new TrustService({
        configuration: {
          ...configuration,
          policies: [{ ...naturalPerson, ocsp: true }],
          responders: configuration.sources.map(({ id, issuerKeyIdentifier }) => ({
            url: `${server.address}/${id}/ocsp`,
            issuerKeyIdentifier,
            timeout: 60_000,
          })),
        },
        archive: await FolderRevocationArchive.open(folder),
        fetcher: {
          fetch: (request) => {
            if (request.ocspRequest !== undefined) asked.push(request.url);
            return fetcher.fetch(request);
          },
        },
        clock,
        timer: new ManualTimer(),
      });
    };
    beforeEach(async () => {
      trust = await withOcsp();
      await trust.refresh();
    });

    it('asks about each certificate once, and names the answer among its references', async () => {
      const { references } = await judged();
      expect(references.map(({ kind }) => kind).sort()).toEqual(['crl', 'crl', 'ocsp']);
      await judged();
      expect(asked).toEqual([`${server.address}/moica-g2/ocsp`]);
      expect(await trust.validateCertificateAsOf({ ...question(), references })).toMatchObject({ ok: true });
    });

    it('knows of a revocation before the next list does', async () => {
      pki.revoke(card(4), clock.now());
      expect(await verdict(4)).toBe('certificate-revoked');
    });

    it('goes by the lists alone where no answer comes', async () => {
      server.unavailable = true;
      const { references } = await judged(5);
      expect(references.map(({ kind }) => kind)).toEqual(['crl', 'crl']);
    });

    it('asks again once an answer has grown old', async () => {
      await judged();
      clock.advance(600_000);
      await judged();
      expect(asked).toHaveLength(2);
    });

    it('does not rely on an answer that it cannot archive', async () => {
      await rm(join(folder, 'data'), { recursive: true });
      await writeFile(join(folder, 'data'), 'not a folder');
      const { references } = await judged(6);
      expect(references.map(({ kind }) => kind)).toEqual(['crl', 'crl']);
    });

    it('does not ask about what has no path', async () => {
      const leaf = certificateOf(pki.issueCard(holder, { issuer: 'impostor' }).signingCertificate);
      expect((await trust.validateCertificate({ ...question(), target: leaf })).ok).toBe(false);
      expect(asked).toEqual([]);
    });
  });

  describe('with an authority that misbehaves', () => {
    let bad: Server | undefined;
    afterEach(() => {
      bad?.closeAllConnections();
      bad?.close();
    });

    /** MOICA G2's lists now come from this listener; the good list of the start is in use. */
    async function misbehave(listener: RequestListener): Promise<void> {
      await trust.refresh();
      await trust.onModuleDestroy();
      const started = createServer(listener).listen(0, '127.0.0.1');
      bad = started;
      await new Promise((resolve) => started.once('listening', resolve));
      const url = `http://127.0.0.1:${(started.address() as AddressInfo).port}/`;
      trust = await open(({ id }) => (id === 'moica-g2' ? { url, timeout: 300, maximumBytes: 100_000 } : {}));
      await trust.onModuleInit();
      clock.advance(hour);
      await trust.refresh();
    }

    const send =
      (bytes: () => Uint8Array): RequestListener =>
      (_request, response) =>
        response.end(bytes());
    const list = (edit: object = {}): Uint8Array =>
      buildCrl({
        signer: pki.authorities.moicaG2.key,
        issuer: pki.authorities.moicaG2.name,
        thisUpdate: clock.now(),
        nextUpdate: new Date(clock.now().getTime() + 24 * hour),
        extensions: [crlNumber(clock.now().getTime() / 1000)],
        ...edit,
      });
    const authority = (): DemoPki['authorities'] => pki.authorities;

    it.each<[string, RequestListener, string]>([
      ['down', (request) => request.socket.destroy(), 'fetch-unreachable'],
      ['in error', (_q, r) => r.writeHead(500).end(), 'fetch-refused'],
      ['moved', (_q, r) => r.writeHead(301, { location: '/elsewhere' }).end(), 'fetch-refused'],
      ['slow', () => undefined, 'fetch-timed-out'],
      ['huge', send(() => Buffer.alloc(100_001)), 'fetch-too-large'],
      [
        'truncated in transfer',
        (_q, r) => {
          r.writeHead(200, { 'content-length': 500 });
          r.write(Buffer.alloc(10), () => r.destroy());
        },
        'fetch-unreachable',
      ],
      ['truncated before', send(() => list().subarray(0, -10)), 'crl-malformed'],
      ['an error page', send(() => Buffer.from('<html>')), 'crl-malformed'],
      ['wrongly signed', send(() => list({ signer: authority().impostor.key })), 'crl-signature-wrong'],
      [
        "another's",
        send(() => list({ signer: authority().grca.key, issuer: authority().grca.name })),
        'crl-wrong-issuer',
      ],
      ['stale', send(() => list({ nextUpdate: clock.now() })), 'crl-stale'],
      [
        'of the future',
        send(() => list({ thisUpdate: new Date(clock.now().getTime() + 1000) })),
        'crl-not-yet-valid',
      ],
      [
        'replaced by an older',
        send(() => pki.registerOf(authority().moicaG2).crl(new Date(start.getTime() - hour))),
        'crl-older',
      ],
    ])('keeps the list in use, and says so: %s', async (_case, listener, code) => {
      await misbehave(listener);
      expect(await verdict()).toBe('natural-person');
      expect(trust.health().ready).toBe(true);
      expect(moica()).toMatchObject({ state: 'fresh', lastFailure: code, list: { thisUpdate: start } });
      expect(moica().failures).toBeGreaterThan(0);
      clock.advance(23 * hour);
      expect(await verdict()).toBe('revocation-unavailable');
      expect(trust.health().ready).toBe(false);
    });
  });
});
