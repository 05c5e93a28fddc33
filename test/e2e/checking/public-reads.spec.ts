import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { get as httpGet, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CaseService, ServiceSwitches } from '../../../src/cases/index.js';
import { bundleFiles, PublicResults } from '../../../src/checking/index.js';
import type { OpenAPIObject } from '@nestjs/swagger';
import { planAttempts, valueOf } from '../../../src/devkit/index.js';
import { dataOfPages } from '../../../src/http/pages/page-data.js';
import { ServiceStatus } from '../../../src/http/platform/service-status.js';
import type { TestApplication } from '../../support/application/application.js';
import {
  answerOf,
  carryOut,
  checkServices,
  type CollectedRound,
  collectRound,
} from '../../support/application/check-services.js';
import { exchange, type Seen } from '../../support/application/exchange.js';
import { TestInstallation } from '../../support/application/installation.js';
import { interceptStatements } from '../../support/postgres/database.js';

const attempts = planAttempts({ seed: 'public reads', citizens: 16 });
const names = Object.values(bundleFiles);
const kept = { result: '/api/v1/cases/9001/result', case: '/api/v1/cases/9001' };
const addresses = [
  kept.case,
  `${kept.case}/document`,
  kept.result,
  ...names.map((name) => `${kept.result}/${name}`),
];
const minute = 'public, max-age=60, stale-while-revalidate=60';
const forEver = 'public, max-age=31536000, immutable';
/** A corrected result, or a supplement's, takes the place of what stands there. */
const untilReplaced = 'public, no-cache';

/** What docs/operations.md promises of each address. */
function cacheTable(): readonly (readonly [path: string, cacheControl: string])[] {
  const text = readFileSync(path.join(import.meta.dirname, '../../../docs/operations.md'), 'utf8');
  return [...text.matchAll(/^\| `(\/api\/[^`]+)` \| `([^`]+)` \|$/gm)].map(([, at = '', says = '']) => [
    at,
    says,
  ]);
}

describe('what anybody may read', () => {
  let installation: TestInstallation;
  let application: TestApplication;
  let other: TestApplication;
  let round: CollectedRound;
  /** What the intake's connections were asked. */
  const statements: string[] = [];
  beforeAll(async () => {
    installation = await TestInstallation.create();
    application = await installation.start();
    round = await collectRound(application, attempts, 400);
    await round.submit();
  });
  afterAll(() => installation.remove());
  beforeEach(() => {
    statements.splice(0);
  });

  const ask = (at: string, headers: Record<string, string> = {}, of = application): Promise<Seen> =>
    exchange(of, { method: 'get', path: at, headers });
  const chunkReads = (): number => statements.filter((sql) => sql.includes('published_file_chunk')).length;

  /** The answers that stand in the HTML of the case's page. */
  const inPage = async (): Promise<Readonly<Record<string, unknown>>> => {
    const pages = dataOfPages(
      () => application.get(CaseService),
      () => application.get(ServiceStatus),
      () => application.get(PublicResults),
      () => application.get(ServiceSwitches),
    );
    return (await pages.get('/cases/:caseNumber')!({ caseNumber: round.number }))!;
  };

  async function publish(): Promise<void> {
    const { checking, checks } = checkServices(application);
    const { number } = round;
    await carryOut(application, 'start-check', number);
    await checks.settled();
    await carryOut(application, 'send-roster', number);
    for (const file of await answerOf(application, number, installation.ministry(attempts)))
      valueOf(await checking.keepAnswerFile(number, file));
    await carryOut(application, 'import-answer', number);
    for (const name of names) expect(await ask(`${kept.result}/${name}`)).toEqual(unknownCase);
    expect(Object.keys(await inPage())).toEqual([kept.case]);
    await carryOut(application, 'confirm-result', number);
    other = await installation.start({ database: application.database });
    for (const { databases } of [application, other])
      interceptStatements(databases.intake, (_index, sql, run) => {
        statements.push(sql);
        return run();
      });
  }
  let unknownCase: Seen;

  it('is the same 404 for a result that is not confirmed as for no case, and no cache keeps it', async () => {
    unknownCase = await ask('/api/v1/cases/9999/result/result.json', { 'if-none-match': '*' });
    expect(unknownCase).toMatchObject({ status: 404, headers: { 'cache-control': 'no-store' } });
    expect(unknownCase.headers).not.toHaveProperty('etag');
    for (const name of [...names, 'x'])
      expect(await ask(`${kept.result}/${name}`, { 'if-none-match': '*' })).toEqual(unknownCase);
    await publish();
  });

  it.each(
    names.flatMap((name) => [
      [name, kept.result, untilReplaced],
      [name, `${kept.result}/rounds/1/versions/1`, forEver],
    ]),
  )('names %s below %s by its SHA-256, and lets it be kept: %s', async (name, folder, cacheControl) => {
    statements.splice(0);
    const response = await fetch(`${application.address}${folder}/${name}`);
    const content = Buffer.from(await response.arrayBuffer());
    expect(content.length).toBeGreaterThan(0);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      etag: `"${createHash('sha256').update(content).digest('hex')}"`,
      'content-length': String(content.length),
      'cache-control': cacheControl,
    });
    expect(chunkReads()).toBe(1);
  });

  it('may be kept as the table of operations says, each address of it', async () => {
    const table = new Map(cacheTable());
    const { body } = await ask('/api/openapi.json');
    const { paths } = JSON.parse(body) as OpenAPIObject;
    const open = Object.entries(paths).filter(([, { get }]) => get?.security?.length === 0);
    expect([...table.keys()].sort()).toEqual([...open.map(([path]) => path), '/api/openapi.json'].sort());
    const [taken] = round.taken;
    const filled = (at: string): string =>
      at
        .replace('{caseNumber}', '9001')
        .replace('{round}/versions/{version}', '1/versions/1')
        .replace('{file}', 'result.json')
        .replace('{commitment}', Buffer.from(taken!.commitment).toString('hex'));
    for (const [path, cacheControl] of table) {
      const { status, headers } = await ask(filled(path));
      expect([path, status, headers['cache-control']]).toEqual([path, 200, cacheControl]);
      if (cacheControl === 'no-store') continue;
      const again = await ask(filled(path), { 'if-none-match': headers.etag! });
      expect([path, again.status, again.body]).toEqual([path, 304, '']);
    }
  });

  it('is in the case’s page as the API answers it, so that it can be read without a script', async () => {
    const shown = await inPage();
    expect(Object.keys(shown)).toEqual([kept.case, kept.result]);
    expect(JSON.stringify(shown[kept.result])).toBe((await ask(kept.result)).body);
  });

  it.each([
    [kept.case, minute],
    [`${kept.case}/document`, minute],
    [kept.result, untilReplaced],
  ])('lets %s be kept: %s', async (address, cacheControl) => {
    expect(await ask(address)).toMatchObject({
      status: 200,
      headers: { 'cache-control': cacheControl, etag: expect.stringMatching(/^"[0-9a-f]{64}"$/) as unknown },
    });
  });

  it.each(addresses)('answers the same on %s from another server', async (address) => {
    expect(await ask(address, {}, other)).toEqual(await ask(address));
  });

  it.each(addresses)('answers 304 on %s to whoever has it, and reads no content', async (address) => {
    const { headers } = await ask(address, {}, other);
    statements.splice(0);
    for (const method of ['get', 'head']) {
      const again = await exchange(application, {
        method,
        path: address,
        headers: { 'if-none-match': headers.etag! },
      });
      expect([again.status, again.body, again.headers.etag]).toEqual([304, '', headers.etag]);
      expect(again.headers['cache-control']).toBe(headers['cache-control']);
      expect(again.headers).not.toHaveProperty('content-length');
    }
    expect(chunkReads()).toBe(0);
  });

  it.each(addresses)('answers HEAD on %s with the headers of GET, and reads no content', async (address) => {
    const { headers } = await ask(address);
    const { length } = Buffer.from(await (await fetch(`${application.address}${address}`)).arrayBuffer());
    statements.splice(0);
    const seen = await exchange(application, { method: 'head', path: address });
    expect(seen).toEqual({
      status: 200,
      body: '',
      headers: { ...headers, 'content-length': String(length) },
    });
    expect(chunkReads()).toBe(0);
  });

  it.each([
    ['this tag', (tag: string) => tag, 304],
    ['it as a weak one', (tag: string) => `W/${tag}`, 304],
    ['it among others', (tag: string) => `"x", W/"y" ,${tag}`, 304],
    ['any', () => ' * ', 304],
    ['another', () => `"${'0'.repeat(64)}"`, 200],
    ['it without quotes', (tag: string) => tag.slice(1, -1), 200],
    ['nothing', () => '', 200],
  ])('compares an If-None-Match of %s', async (_what, header, status) => {
    const address = `${kept.result}/verdicts.csv`;
    const { headers } = await ask(address);
    expect((await ask(address, { 'if-none-match': header(headers.etag!) })).status).toBe(status);
  });

  it('answers a receipt without reading the verdicts of others', async () => {
    const { commitment } = round.taken[0]!;
    const { body, headers } = await ask(`/api/v1/receipts/${Buffer.from(commitment).toString('hex')}`);
    expect(JSON.parse(body)).toMatchObject({ inclusion: { treeSize: round.taken.length } });
    expect(headers['cache-control']).toBe('no-store');
    expect(statements.filter((sql) => /FROM verdict(?!.*commitment = \$\d)/s.test(sql))).toEqual([]);
  });

  it('is made at the start, once, where an earlier version made it on each request', async () => {
    const { owner } = application.databases;
    const contents = (): Promise<object[]> =>
      owner.query(`SELECT name, chunk, md5(content) AS md5, 'file' AS kind FROM published_file_chunk
        UNION ALL SELECT level::text, chunk, md5(nodes), 'tree' FROM published_tree ORDER BY 4, 1, 2`);
    const before = await contents();
    await owner.query('TRUNCATE published_file, published_file_chunk, published_tree');
    expect((await ask(`${kept.result}/verdicts.csv`)).status).toBe(404);
    const { database } = application;
    const started = await Promise.all([installation.start({ database }), installation.start({ database })]);
    expect(await contents()).toEqual(before);
    const told = started.flatMap(({ log }) => log.filter((line) => line.includes('published result')));
    for (const line of told) expect(line).toContain('files of a published result made');
    expect(told.length).toBeGreaterThan(0);
  });

  it('keeps no server from starting when it can’t be made, and says so', async () => {
    const { owner } = application.databases;
    await owner.query('TRUNCATE published_file, published_file_chunk, published_tree');
    const [removed] = await owner.query<[{ round_id: string; commitment: Buffer; code: string | null }[]]>(
      'DELETE FROM verdict WHERE commitment = (SELECT commitment FROM verdict LIMIT 1) RETURNING *',
    );
    const { database } = application;
    const { log } = await installation.start({ database });
    expect(log.filter((line) => line.includes('files of a published result not made'))).toHaveLength(1);
    expect(await owner.query('SELECT FROM published_file')).toEqual([]);
    const [verdict] = removed;
    await owner.query('INSERT INTO verdict VALUES ($1, $2, $3)', [
      verdict?.round_id,
      verdict?.commitment,
      verdict?.code,
    ]);
    await installation.start({ database });
    expect((await ask(`${kept.result}/verdicts.csv`)).status).toBe(200);
  });

  describe('when a chunk is not there', () => {
    const address = `${kept.result}/verdicts.csv`;
    const change = (sql: string): Promise<unknown> => application.databases.owner.query(sql);

    it('breaks off an answer that has begun, rather than end it early', async () => {
      await change(`UPDATE published_file SET size = 1048577 WHERE name = 'verdicts.csv'`);
      await change(
        `UPDATE published_file_chunk SET content = convert_to(repeat('x', 1048576), 'UTF8') WHERE name = 'verdicts.csv'`,
      );
      const [response] = (await once(httpGet(application.address + address), 'response')) as [
        IncomingMessage,
      ];
      let read = 0;
      const reading = async (): Promise<void> => {
        for await (const piece of response) read += (piece as Buffer).length;
      };
      await expect(reading()).rejects.toThrow('aborted');
      expect([response.statusCode, read]).toEqual([200, 1_048_576]);
    });

    it('answers that it is at fault before it has begun, and no cache keeps that', async () => {
      await change(`DELETE FROM published_file_chunk WHERE name = 'verdicts.csv'`);
      const seen = await ask(address);
      expect(seen).toMatchObject({ status: 500, headers: { 'cache-control': 'no-store' } });
      expect(seen.headers).not.toHaveProperty('etag');
    });
  });
});
