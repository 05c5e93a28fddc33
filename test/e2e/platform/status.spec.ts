import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { securityTxt } from '../../../src/http/pages/security-txt.js';
import { HealthCheck } from '../../../src/http/platform/health-check.js';
import type { TestApplication } from '../../support/application/application.js';
import { origin } from '../../support/application/application.js';
import { askMetrics, grown, measured, measurements } from '../../support/application/measured.js';
import { TestInstallation } from '../../support/application/installation.js';

let installation: TestInstallation;
let application: TestApplication;
const security = 'security@lianshu.example';

beforeAll(async () => {
  installation = await TestInstallation.create();
  application = await installation.start({
    configuration: { ...measured, notice: 'rehearsal', contacts: { phone: '02-1234-5678', security } },
  });
});
afterAll(() => installation.remove());

const status = async (): Promise<Record<string, unknown>> => {
  const answer = await application.request.get('/api/v1/status').expect(200);
  return answer.body as Record<string, unknown>;
};
const now = (): string => installation.clock.now().toISOString();
const pass = (milliseconds: number): void => installation.clock.advance(milliseconds);

describe('the status', () => {
  it('says since when, looks again after ten seconds, and tells an error of its own from working', async () => {
    const start = now();
    expect(await status()).toEqual({
      works: true,
      since: start,
      checkedAt: start,
      switches: [],
      plannedPauses: [],
      closures: [],
    });
    const health = application.get(HealthCheck);
    const check = health.check.bind(health);
    health.check = () => Promise.reject(new Error('unforeseen'));
    pass(9_999);
    expect(await status()).toMatchObject({ works: true, checkedAt: start });
    pass(1);
    const stopped = now();
    expect(await status()).toMatchObject({ works: false, since: stopped, checkedAt: stopped });
    pass(60_000);
    expect(await status()).toMatchObject({ works: false, since: stopped, checkedAt: now() });
    health.check = check;
    pass(10_000);
    expect(await status()).toMatchObject({ works: true, since: now() });
  });
});

const pause = {
  from: '2026-03-07T22:00+08:00',
  to: '2026-03-08T02:00+08:00',
  reasonZhTW: '更換伺服器',
  reasonEn: 'New servers',
};

describe('planned pauses', () => {
  const write = (content: string): void => {
    writeFileSync(path.join(installation.home, 'planned-pauses.json'), content);
    pass(60_000);
  };
  const shown = async (): Promise<unknown> => (await status()).plannedPauses;

  it('are read again after a minute, in order, without those that are over', async () => {
    const later = { ...pause, from: '2026-04-07T22:00+08:00', to: '2026-04-07T23:00+08:00' };
    const over = { ...pause, from: '2026-01-01T00:00+08:00', to: '2026-01-02T00:00+08:00' };
    write(JSON.stringify([later, over, pause]));
    expect(await shown()).toEqual([pause, later]);
    rmSync(path.join(installation.home, 'planned-pauses.json'));
    expect(await shown()).toEqual([pause, later]);
    pass(60_000);
    expect(await shown()).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['no JSON', '[', ''],
    ['no list', '{}', ''],
    ['too large', `[${' '.repeat(16_384)}]`, ''],
    ['too many', JSON.stringify(Array.from({ length: 21 }, () => pause)), '[20]'],
    ['another member', JSON.stringify([{ ...pause, case: '9001' }]), '[0].case'],
    ['a missing reason', JSON.stringify([{ ...pause, reasonEn: undefined }]), '[0].reasonEn'],
    ['an empty reason', JSON.stringify([{ ...pause, reasonZhTW: ' ' }]), '[0].reasonZhTW'],
    ['two lines', JSON.stringify([{ ...pause, reasonEn: 'a\nb' }]), '[0].reasonEn'],
    ['a long reason', JSON.stringify([{ ...pause, reasonEn: 'a'.repeat(201) }]), '[0].reasonEn'],
    ['no zone', JSON.stringify([{ ...pause, from: '2026-03-07T22:00' }]), '[0].from'],
    ['another zone', JSON.stringify([{ ...pause, from: '2026-03-07T22:00Z' }]), '[0].from'],
    ['no such day', JSON.stringify([{ ...pause, from: '2026-02-30T22:00+08:00' }]), '[0].from'],
    ['an end before its begin', JSON.stringify([{ ...pause, to: pause.from }]), '[0].to'],
  ])('with %s are not shown; the log says where', async (_what, content, where) => {
    write('[]');
    expect(await shown()).toEqual([]);
    const before = application.log.length;
    write(content);
    expect(await shown()).toEqual([]);
    pass(60_000);
    expect(await shown()).toEqual([]);
    const said = application.log.slice(before).filter((line) => line.includes('planned-pauses.json'));
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(JSON.stringify(JSON.stringify({ code: 'json-malformed', values: { where } })));
  });
});

describe('security.txt', () => {
  it('names the contact, and expires two to three months from now', async () => {
    const { headers, text } = await application.request.get('/.well-known/security.txt').expect(200);
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(text).toBe(
      `Contact: mailto:${security}\nExpires: 2026-06-01T00:00:00.000Z\nPreferred-Languages: zh-TW, en\n` +
        `Canonical: ${origin}/.well-known/security.txt\nPolicy: ${origin}/vulnerabilities\n`,
    );
    await application.request
      .get('/.well-known/security.txt')
      .set('if-none-match', String(headers.etag))
      .expect(304);
    const late = securityTxt(security, origin, new Date('2026-12-31T23:59:59Z'));
    expect(late).toContain('Expires: 2027-03-01T00:00:00.000Z');
  });
});

describe('each page beside it', () => {
  it.each([
    ['/privacy', '隱私權', '02-1234-5678'],
    ['/en/privacy', 'Privacy', '02-1234-5678'],
    ['/accessibility', '無障礙申訴', '02-1234-5678'],
    ['/en/accessibility', 'Accessibility complaints', '02-1234-5678'],
    ['/true-site', '如何分辨真假網站', origin],
    ['/en/true-site', 'How to know the true site', origin],
    ['/vulnerabilities', '回報弱點', security],
    ['/en/vulnerabilities', 'Report a vulnerability', security],
    ['/status', '正常：現在可以連署', '目前沒有預定的暫停'],
    ['/en/status', 'It works', 'No pause is planned now'],
  ])('%s is in the HTML, with the band and an ETag', async (address, heading, fact) => {
    const { headers, text } = await application.request.get(address).expect(200);
    const shown = text.slice(0, text.indexOf('id="page-data"'));
    for (const words of [heading, fact]) expect(shown).toContain(words);
    expect(shown).toContain(address.startsWith('/en') ? 'Rehearsal: ' : '演練網站：');
    expect(shown).not.toMatch(/ style="|\.sections|\.heading</);
    await application.request.get(address).set('if-none-match', String(headers.etag)).expect(304);
  });
});

describe('the metrics port', () => {
  it('answers that the process lives, is ready, and what it measures', async () => {
    expect((await askMetrics(application, '/live')).status).toBe(200);
    const ready = await askMetrics(application, '/ready');
    const parts = { database: true, revocation: true, queue: true, disk: true };
    expect([ready.status, await ready.json()]).toEqual([200, { ready: true, parts }]);
    expect((await askMetrics(application, '/api/v1/health')).status).toBe(404);
    const text = await measurements(application);
    for (const line of [
      /^lianshu_build_info\{version="\d+\.\d+\.\d+",commit="\w+"\} 1$/m,
      /^lianshu_database_pool_limit\{pool="intake"\} 8$/m,
      /^lianshu_database_pool_exhausted\{pool="checking"\} 0$/m,
      /^lianshu_revocation_fresh\{source="[\w-]+"\} 1$/m,
      /^lianshu_revocation_next_update_seconds\{source="[\w-]+"\} \d{10}$/m,
      /^lianshu_disk_free_ratio\{folder="home"\} 0/m,
      /^lianshu_cases_served 1$/m,
      /^lianshu_queue_oldest_seconds 0$/m,
    ])
      expect(text).toMatch(line);
  });

  it('counts a sign-in, and no request of the public', async () => {
    const before = await measurements(application);
    await application.request.get('/api/v1/cases').expect(200);
    expect(grown(before, await measurements(application))).toEqual([]);
    await application.request.post('/api/v1/sign-in/challenges').send({}).expect(400);
    expect(grown(before, await measurements(application))).toContain(
      'lianshu_http_request_seconds_count{class="sign-in",status="4xx"} 1',
    );
  });

  it('tells a server whose lists are stale from one that is dead', async () => {
    pass(90 * 24 * 3_600_000);
    await application.request.get('/api/v1/health').expect(503);
    const ready = await askMetrics(application, '/ready');
    expect([ready.status, await ready.json()]).toMatchObject([503, { parts: { revocation: false } }]);
    expect(await measurements(application)).toMatch(/^lianshu_ready\{part="revocation"\} 0$/m);
    expect((await askMetrics(application, '/live')).status).toBe(200);
  });
});
