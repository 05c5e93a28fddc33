import { setImmediate } from 'node:timers/promises';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { buildCrl, crlNumber, type DemoPki, ManualClock } from '../../../src/devkit/index.js';
import { CrlRefresh, crlRefreshSources } from '../../../src/trust/crl-refresh.js';
import { CrlRefreshJob } from '../../../src/trust/crl-refresh.service.js';
import { type TrustConfiguration, TrustService } from '../../../src/trust/index.js';
import { directListReader } from '../../../src/trust/revocation-list.js';
import { demoPki } from '../../support/demo-pki.js';
import { demoTrust, FakeFetcher, MemoryArchive, silentLog } from '../../support/trust/trust-dependencies.js';

const start = new Date('2026-03-01T00:00:00Z');
const minute = 60_000;
const hour = 60 * minute;
let pki: DemoPki;
let configuration: TrustConfiguration;
beforeAll(() => {
  pki = demoPki({ at: start });
  configuration = demoTrust(pki, (json) => {
    json.sources = json.sources.filter(({ id }) => id === 'moica-g2');
  });
});

let clock: ManualClock;
let fetcher: FakeFetcher;
let archive: MemoryArchive;
let refresh: CrlRefresh;
const open = (): CrlRefresh =>
  new CrlRefresh(crlRefreshSources(configuration), {
    fetcher,
    archive,
    clock,
    reader: directListReader,
    random: () => 0,
  });
beforeEach(() => {
  clock = new ManualClock(start);
  fetcher = new FakeFetcher();
  archive = new MemoryArchive();
  refresh = open();
});

const address = (): string => configuration.sources[0]!.url;
const listAt = (at: Date): Uint8Array => pki.registerOf(pki.authorities.moicaG2).crl(at);
const sha = (): string | undefined => refresh.health[0]!.list?.sha256;

/** Fetches the first list, an hour after its issue. */
async function takeFirst(): Promise<string> {
  fetcher.answers.set(address(), listAt(new Date(start.getTime() - hour)));
  await refresh.runDue();
  return String(sha());
}

describe('CrlRefresh', () => {
  it('starts without lists, and its health says so', () => {
    expect(refresh.lists).toEqual([]);
    expect(refresh.health).toEqual([
      {
        source: 'moica-g2',
        state: 'missing',
        lastGood: undefined,
        nextAttempt: new Date(0),
        failures: 0,
        lastFailure: undefined,
        list: undefined,
      },
    ]);
  });

  it('uses a list once it is archived', async () => {
    const first = await takeFirst();
    expect(archive.log).toEqual(['put', 'current moica-g2']);
    expect([...archive.data.keys()]).toEqual([first]);
    expect(refresh.lists).toHaveLength(1);
    expect(refresh.health[0]).toMatchObject({
      state: 'fresh',
      lastGood: start,
      failures: 0,
      nextAttempt: new Date(start.getTime() + hour),
      list: { thisUpdate: new Date(start.getTime() - hour), entries: 0 },
    });
  });

  it('changes nothing, not even the array, for the same list again', async () => {
    await takeFirst();
    const before = refresh.lists;
    clock.advance(hour);
    await refresh.runDue();
    expect(refresh.lists).toBe(before);
    expect(archive.log).toHaveLength(2);
    expect(refresh.health[0]!.lastGood).toEqual(clock.now());
  });

  it('fetches only when a source is due', async () => {
    await takeFirst();
    clock.advance(hour - 1);
    await refresh.runDue();
    expect(fetcher.asked).toHaveLength(1);
    clock.advance(1);
    await refresh.runDue();
    expect(fetcher.asked).toHaveLength(2);
    await refresh.runAll();
    expect(fetcher.asked).toHaveLength(3);
  });

  it('fetches a source once for several calls at the same time', async () => {
    await Promise.all([refresh.runAll(), refresh.runAll(), refresh.runDue()]);
    expect(fetcher.asked).toHaveLength(1);
  });

  it('replaces the list by a newer one', async () => {
    const first = await takeFirst();
    const before = refresh.lists;
    clock.advance(hour);
    fetcher.answers.set(address(), listAt(clock.now()));
    await refresh.runDue();
    expect(sha()).not.toBe(first);
    expect(before).toHaveLength(1);
    expect(refresh.lists).not.toBe(before);
    expect(archive.data.size).toBe(2);
  });

  it('is stale when no newer list comes, and fresh again when one does', async () => {
    await takeFirst();
    clock.advance(23 * hour - 1);
    expect(refresh.health[0]!.state).toBe('fresh');
    clock.advance(1);
    expect(refresh.health[0]!.state).toBe('stale');
    await refresh.runDue();
    expect(refresh.health[0]).toMatchObject({ state: 'stale', failures: 1, lastFailure: 'crl-stale' });
    fetcher.answers.set(address(), listAt(clock.now()));
    clock.advance(minute);
    await refresh.runDue();
    expect(refresh.health[0]).toMatchObject({ state: 'fresh', failures: 0, lastFailure: undefined });
  });

  it('tries again after 15 s, 30 s, 60 s, and never later than the refresh time', async () => {
    const waits: number[] = [];
    for (let i = 0; i < 12; i++) {
      await refresh.runDue();
      waits.push((refresh.nextDue - clock.now().getTime()) / 1000);
      clock.set(new Date(refresh.nextDue));
    }
    expect(waits).toEqual([15, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600, 3600]);
  });

  const crlOf = (signer: 'moicaG2' | 'moicaG3' | 'impostor' | 'grca', edit: object = {}): Uint8Array =>
    buildCrl({
      signer: pki.authorities[signer].key,
      issuer: pki.authorities[signer].name,
      thisUpdate: start,
      nextUpdate: new Date(start.getTime() + 24 * hour),
      extensions: [crlNumber(start.getTime() / 1000)],
      ...edit,
    });

  it.each<[string, () => Uint8Array, string]>([
    ['an empty answer', () => new Uint8Array(), 'crl-malformed'],
    ['a page that says sorry', () => Buffer.from('<html>maintenance</html>'), 'crl-malformed'],
    ['a list cut short', () => crlOf('moicaG2').subarray(0, -1), 'crl-malformed'],
    ['a list with a byte more', () => Buffer.concat([crlOf('moicaG2'), Buffer.alloc(1)]), 'crl-malformed'],
    ["another authority's list", () => crlOf('grca'), 'crl-wrong-issuer'],
    ['the list of the next generation, of the same name', () => crlOf('moicaG3'), 'crl-signature-wrong'],
    ["an impostor's list", () => crlOf('impostor'), 'crl-signature-wrong'],
    [
      'a signature with a bit flipped',
      () =>
        crlOf('moicaG2', { editSignature: (s: Uint8Array) => Uint8Array.of(s[0]! ^ 1, ...s.subarray(1)) }),
      'crl-signature-wrong',
    ],
    [
      'a delta',
      () =>
        crlOf('moicaG2', {
          extensions: [crlNumber(9e9), { type: '2.5.29.27', critical: true, value: Uint8Array.of(2, 1, 1) }],
        }),
      'crl-unusable',
    ],
    [
      'an unknown critical extension',
      () => crlOf('moicaG2', { extensions: [{ type: '1.2.3', critical: true, value: Uint8Array.of(5, 0) }] }),
      'crl-unusable',
    ],
    ['a list of tomorrow', () => listAt(new Date(start.getTime() + 24 * hour)), 'crl-not-yet-valid'],
    ['a list of yesterday', () => listAt(new Date(start.getTime() - 25 * hour)), 'crl-stale'],
    ['a list without an end', () => crlOf('moicaG2', { nextUpdate: undefined }), 'crl-stale'],
    ['an older list', () => listAt(new Date(start.getTime() - 2 * hour)), 'crl-older'],
    ['a lower number', () => crlOf('moicaG2', { extensions: [crlNumber(1)] }), 'crl-older'],
    [
      'other content under the same number',
      () => crlOf('moicaG2', { extensions: [crlNumber(BigInt(refresh.health[0]!.list?.number ?? 0))] }),
      'crl-number-reused',
    ],
  ])('keeps the list in use when it gets %s', async (_case, make, code) => {
    const first = await takeFirst();
    fetcher.answers.set(address(), make());
    await refresh.runAll();
    expect(sha()).toBe(first);
    expect(archive.data.size).toBe(1);
    expect(refresh.health[0]).toMatchObject({
      state: 'fresh',
      failures: 1,
      lastFailure: code,
      lastGood: start,
    });
  });

  it('does not use a list that it could not archive', async () => {
    const first = await takeFirst();
    archive.broken = true;
    clock.advance(hour);
    fetcher.answers.set(address(), listAt(clock.now()));
    await refresh.runDue();
    expect(sha()).toBe(first);
    expect(refresh.health[0]!.lastFailure).toBe('archive-failed');
  });

  it('goes on after an error of its own', async () => {
    fetcher.fetch = () => Promise.reject(new Error('a bug'));
    await refresh.runDue();
    expect(refresh.health[0]).toMatchObject({ failures: 1, lastFailure: 'upkeep-failed' });
  });

  describe('after a restart', () => {
    it('uses the archived list at once, and still fetches', async () => {
      const first = await takeFirst();
      refresh = open();
      await refresh.restore();
      expect(refresh.health[0]).toMatchObject({
        state: 'fresh',
        lastGood: undefined,
        list: { sha256: first },
      });
      expect(refresh.nextDue).toBe(-Infinity);
    });

    it('says when the archived list is stale', async () => {
      await takeFirst();
      clock.advance(48 * hour);
      refresh = open();
      await refresh.restore();
      expect(refresh.health[0]!.state).toBe('stale');
    });

    it.each<[string, () => unknown]>([
      ['is gone', () => archive.data.clear()],
      ['was never named', () => archive.pointers.clear()],
      ['cannot be read', () => (archive.get = () => Promise.reject(new Error('I/O error')))],
      ['is of another authority', () => archive.data.set(String(sha()), crlOf('grca'))],
    ])('starts without a list that %s', async (_case, edit) => {
      await takeFirst();
      edit();
      refresh = open();
      await refresh.restore();
      expect(refresh.health[0]!.state).toBe('missing');
    });

    it('refuses a list that is older than the archived one', async () => {
      const first = await takeFirst();
      refresh = open();
      await refresh.restore();
      fetcher.answers.set(address(), listAt(new Date(start.getTime() - 2 * hour)));
      await refresh.runDue();
      expect(sha()).toBe(first);
      expect(refresh.health[0]!.lastFailure).toBe('crl-older');
    });
  });
});

describe('CrlRefreshJob', () => {
  let job: CrlRefreshJob;
  beforeEach(async () => {
    const reader = directListReader;
    const trust = new TrustService({ configuration, fetcher, archive, clock, reader, random: () => 0 });
    job = new CrlRefreshJob(trust, silentLog);
    await job.onModuleInit();
  });
  /** How often the source has been asked once this much time has gone by and the job has run again. */
  const askedAfter = async (milliseconds: number): Promise<number> => {
    clock.advance(milliseconds);
    await job.run();
    return fetcher.asked.length;
  };

  it('fetches at the start and whenever a source is due, until it is stopped', async () => {
    fetcher.answers.set(address(), listAt(start));
    await job.runAtStart();
    expect(fetcher.asked).toHaveLength(1);
    expect(await askedAfter(hour - 1)).toBe(1);
    fetcher.answers.clear();
    expect(await askedAfter(1)).toBe(2);
    expect(await askedAfter(14_999)).toBe(2);
    expect(await askedAfter(1)).toBe(3);
    await job.onModuleDestroy();
    expect(await askedAfter(hour)).toBe(3);
  });

  it('waits at the end for a run under way, and runs no more', async () => {
    let answer = (): void => undefined;
    const asked: string[] = [];
    fetcher.fetch = ({ url }) => {
      asked.push(url);
      return new Promise(
        (resolve) => (answer = () => resolve({ ok: false, failure: { code: 'fetch-refused' } })),
      );
    };
    const run = job.run();
    let ended = false;
    const end = job.onModuleDestroy().then(() => (ended = true));
    await setImmediate();
    expect(ended).toBe(false);
    answer();
    await Promise.all([run, end]);
    await job.run();
    expect(asked).toHaveLength(1);
  });
});
