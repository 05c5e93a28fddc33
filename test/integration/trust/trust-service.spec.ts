import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FolderRevocationArchive } from '../../../src/adapters/revocation/folder-revocation-archive.js';
import { HttpRevocationFetcher } from '../../../src/adapters/revocation/http-revocation-fetcher.js';
import { buildCrl, crlNumber, type DemoPki, DemoPkiServer, ManualClock } from '../../../src/devkit/index.js';
import { CrlRefreshJob } from '../../../src/trust/crl-refresh.service.js';
import {
  naturalPerson,
  type TrustConfiguration,
  TrustService,
  type ValidatedCertificate,
} from '../../../src/trust/index.js';
import { demoPki, holder } from '../../support/demo-pki.js';
import { certificateOf, demoTrust, silentLog } from '../../support/trust/trust-dependencies.js';

const start = new Date('2026-03-01T00:00:00Z');
const hour = 3_600_000;
const clock = new ManualClock(start);
let server: DemoPkiServer;
let pki: DemoPki;
let configuration: TrustConfiguration;
let folder: string;
let trust: TrustService;

beforeAll(async () => {
  server = await DemoPkiServer.start({ clock });
  pki = demoPki({ at: start, address: server.address });
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
afterEach(() => rm(folder, { recursive: true, force: true }));

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
async function validated(edition = 0): Promise<ValidatedCertificate> {
  const result = await trust.validateCertificate(question(edition));
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
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

  it('validates once it has fetched', async () => {
    await trust.refresh();
    expect(trust.health()).toMatchObject({ ready: true });
    expect(await verdict()).toBe('natural-person');
  });

  it('fetches in the background from its start on', async () => {
    const job = new CrlRefreshJob(trust, silentLog);
    await job.onModuleInit();
    await job.runAtStart();
    await job.onModuleDestroy();
    expect(trust.health().ready).toBe(true);
  });

  it('refuses a revoked card from the next list on', async () => {
    await trust.refresh();
    pki.revoke(card(1), clock.now());
    clock.advance(hour);
    expect(await verdict(1)).toBe('natural-person');
    server.publish();
    await trust.refresh();
    expect(await verdict(1)).toBe('certificate-revoked');
    expect(await verdict()).toBe('natural-person');
  });

  it('stops when the lists are stale, and goes on when there are new ones', async () => {
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
    server.unavailable = true;
    clock.advance(hour);
    trust = await open();
    await trust.restore();
    expect(await verdict()).toBe('natural-person');
    expect(trust.health().ready).toBe(true);
  });

  describe('validateCertificateAsOf', () => {
    it('repeats a validation with the data of that time, whatever has happened since', async () => {
      await trust.refresh();
      const then = question(2);
      const { references, ocspResponses, ...validation } = await validated(2);
      pki.revoke(card(2), new Date(start.getTime() + 1));
      clock.advance(30 * 24 * hour);
      server.publish();
      await trust.refresh();
      expect(await verdict(2)).toBe('certificate-revoked');
      const again = await trust.validateCertificateAsOf({ ...then, references, ocspResponses });
      expect(again).toMatchObject({
        ok: true,
        value: { policy: validation.policy, holder: validation.holder },
      });
      expect(again.ok && again.value.references).toEqual(references);
    });

    it('returns revoked where the data of that time says so', async () => {
      pki.revoke(card(3), new Date(start.getTime() - 1));
      server.publish();
      await trust.refresh();
      const { references, ocspResponses } = await validated();
      expect(await trust.validateCertificateAsOf({ ...question(3), references, ocspResponses })).toEqual({
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
    ])('does not validate by data that is %s', async (_case, edit) => {
      await trust.refresh();
      const { references, ocspResponses } = await validated();
      await edit();
      expect(await trust.validateCertificateAsOf({ ...question(), references, ocspResponses })).toEqual({
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
    )('does not validate by %s', async (_case, edit) => {
      await trust.refresh();
      const { references } = await validated();
      expect(
        await trust.validateCertificateAsOf({
          ...question(),
          references: edit(references),
          ocspResponses: [],
        }),
      ).toEqual({
        ok: false,
        failure: { code: 'revocation-unavailable' },
      });
    });

    it('does not validate by lists of another time', async () => {
      await trust.refresh();
      const { references } = await validated();
      const later = { ...question(), at: new Date(start.getTime() + 25 * hour) };
      expect(await trust.validateCertificateAsOf({ ...later, references, ocspResponses: [] })).toEqual({
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
      });
    };
    beforeEach(async () => {
      trust = await withOcsp();
      await trust.refresh();
    });

    it('asks about each certificate once, and returns the response among the references', async () => {
      const { references, ocspResponses } = await validated();
      expect(references.map(({ kind }) => kind).sort()).toEqual(['crl', 'crl', 'ocsp']);
      await validated();
      expect(asked).toEqual([`${server.address}/moica-g2/ocsp`]);
      expect(await trust.validateCertificateAsOf({ ...question(), references, ocspResponses })).toMatchObject(
        { ok: true },
      );
    });

    it('refuses a revoked card before the next list', async () => {
      pki.revoke(card(4), clock.now());
      expect(await verdict(4)).toBe('certificate-revoked');
    });

    it('uses the lists alone where no response comes', async () => {
      server.unavailable = true;
      const { references } = await validated(5);
      expect(references.map(({ kind }) => kind)).toEqual(['crl', 'crl']);
    });

    it('asks again when a response is no longer in the cache', async () => {
      await validated();
      clock.advance(600_000);
      await validated();
      expect(asked).toHaveLength(2);
    });

    it('keeps no response in the archive, and does not validate later without it', async () => {
      const before = await readdir(join(folder, 'data'), { recursive: true });
      const { references, ocspResponses } = await validated(6);
      expect(ocspResponses).toHaveLength(1);
      expect(await readdir(join(folder, 'data'), { recursive: true })).toEqual(before);
      const then = { ...question(6), references };
      expect(await trust.validateCertificateAsOf({ ...then, ocspResponses })).toMatchObject({ ok: true });
      expect(await trust.validateCertificateAsOf({ ...then, ocspResponses: [] })).toMatchObject({
        failure: { code: 'revocation-unavailable' },
      });
    });

    it('does not ask about a certificate without a path', async () => {
      const target = certificateOf(pki.issueCard(holder, { issuer: 'impostor' }).signingCertificate);
      expect((await trust.validateCertificate({ ...question(), target })).ok).toBe(false);
      expect(asked).toEqual([]);
    });
  });

  describe('with an authority that sends bad lists', () => {
    let bad: Server | undefined;
    afterEach(() => {
      bad?.closeAllConnections();
      bad?.close();
    });

    /** From now on, MOICA G2's lists come from this listener. The good list from the start is in use. */
    async function misbehave(listener: RequestListener): Promise<void> {
      await trust.refresh();
      const started = createServer(listener).listen(0, '127.0.0.1');
      bad = started;
      await new Promise((resolve) => started.once('listening', resolve));
      const url = `http://127.0.0.1:${(started.address() as AddressInfo).port}/`;
      trust = await open(({ id }) => (id === 'moica-g2' ? { url, timeout: 300, maximumBytes: 100_000 } : {}));
      await trust.restore();
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
    ])('keeps the list in use, and its health says why: %s', async (_case, listener, code) => {
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
