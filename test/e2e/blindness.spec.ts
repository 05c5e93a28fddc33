import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { CheckpointJob } from '../../src/audit/index.js';
import type { Endpoint } from '../support/http/endpoints.js';
import { type Sessions, signEverybodyIn, stopped, twoCases } from '../support/application/cases.js';
import { citizen, citizens, coSign, ownCoSignaturesBody } from '../support/application/co-signers.js';
import {
  addressesOf,
  type Ask,
  exchange,
  operationOf,
  refusedBodies,
  type Seen,
  sensibleStaffBodies,
  servedEndpoints,
} from '../support/application/exchange.js';
import { cardOf, remedyBody } from '../../src/devkit/index.js';
import { origin, type TestApplication } from '../support/application/application.js';
import { TestInstallation } from '../support/application/installation.js';
import { grown, measured, measurements } from '../support/application/measured.js';
import { asOwner, copyDatabase, type TestDatabase } from '../support/postgres/database.js';

// Two platforms over copies of one database, with the same keys at the same instant: in one nobody has co-signed case 9001, in the
// other many have. Everything staff and the public can ask is asked of both, in the same order, and must be the same to the byte.

const many = 50;

interface Side {
  readonly database: TestDatabase;
  readonly application: TestApplication;
  /** The lines logged by what was asked of it, without times. */
  readonly log: string[];
  /** How many of the application's lines have been looked at: a line may be written after its answer was read. */
  lookedAt: number;
}

let installation: TestInstallation;
let sessions: Sessions;
let endpoints: readonly Endpoint[];
let none: Side;
let some: Side;
let loggedByCoSigning: readonly string[];
let measuredByCoSigning: readonly string[];

beforeAll(async () => {
  installation = await TestInstallation.create();
  const first = await installation.start();
  const cases = await twoCases(first);
  await installation.nextDay();
  sessions = await signEverybodyIn(first, cases);
  // Who approves is registered before there are two databases.
  await first.as('approver');
  ({ endpoints } = await servedEndpoints(first));
  await first.stop();
  none = await side(first);
  some = await side(first);
  const before = some.application.log.length;
  const measuredBefore = await measurements(some.application);
  await coSign(some.application, '9001', citizens(many));
  measuredByCoSigning = grown(measuredBefore, await measuredLater(some.application));
  // Some of them report that somebody else used their card, and so do some who have not co-signed.
  for (const reporting of [...citizens(2), citizen('reports only')]) {
    const { api } = some.application;
    const wanted = { kind: 'misuse', caseNumber: '9001', account: '卡片遺失。', origin } as const;
    const body = await remedyBody(api, cardOf(reporting, installation.pki), wanted);
    await api.post('cases/9001/misuse-reports', body);
  }
  loggedByCoSigning = some.application.log.slice(before);
});

/** The measurements once those that are told late are due. */
async function measuredLater(application: TestApplication): Promise<string> {
  const later = performance.now() + 3_600_000;
  const now = jest.spyOn(performance, 'now').mockReturnValue(later);
  try {
    return await measurements(application);
  } finally {
    now.mockRestore();
  }
}

/** An application over a copy of another's database; that one has stopped. */
async function side({ database: original }: TestApplication): Promise<Side> {
  const database = await copyDatabase(original);
  const application = await installation.start({ database, configuration: measured });
  return { database, application, log: [], lookedAt: application.log.length };
}

afterAll(async () => {
  await installation.remove();
  for (const database of [none.database, some.database]) await database.drop();
});

/** What PostgreSQL and the platform draw at random for this very answer: it would differ between two answers of one platform. */
const drawn: readonly (readonly [RegExp, string])[] = [
  [/"accessCode":"[^"]+"/g, '"accessCode":"…"'],
  [/"challenge":"[^"]{76}"/g, '"challenge":"…"'],
  [/查驗碼：[\w-]{76}/g, '查驗碼：…'],
  // A request for approval has an identifier of its own, and one for a new code the digest of the code. The log's chain covers both.
  [/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'UUID 7'],
  [/"(subjectDigest|subject|signature|previous|hash)":"[0-9a-f]{64}"/g, '"$1":"…"'],
  [/(核可內容|新認證碼) sha-256：[0-9a-f]{64}/g, '$1：…'],
  // What is signed has the identifier in it.
  [/"signedData":"[\w+/=]+"/g, '"signedData":"…"'],
  // Somebody new gets an identifier.
  [/人員編號：[0-9a-f-]{36}/g, '人員編號：…'],
];

const withoutDrawn = (seen: Seen): Seen => ({
  ...seen,
  body: drawn.reduce((body, [pattern, instead]) => body.replace(pattern, instead), seen.body),
});

/** A logged line without when it was and how long it took. */
function withoutTimes(line: string): string {
  const { time, reqId, milliseconds, ...rest } = JSON.parse(line) as Record<string, unknown>;
  expect([typeof time, typeof reqId, typeof milliseconds]).toEqual(['number', 'string', 'number']);
  return JSON.stringify(rest);
}

async function ask(side: Side, asked: Ask): Promise<Seen> {
  const seen = withoutDrawn(await exchange(side.application, asked));
  takeLog(side);
  return seen;
}

function takeLog(side: Side): void {
  const { application, log, lookedAt } = side;
  log.push(...application.log.slice(lookedAt).map(withoutTimes));
  side.lookedAt = application.log.length;
}

/** Asks both and holds one answer against the other; the status, to see that a sweep gets anywhere. */
const same = async (asked: Ask): Promise<number> => (await sameSeen(asked)).status;

async function sameSeen(asked: Ask): Promise<Seen> {
  const seen = await ask(none, asked);
  expect([asked, await ask(some, asked)]).toEqual([asked, seen]);
  return seen;
}

/** Whether who asked isn't let to the route: judged before its query and its body are read, so they can make no difference. */
const isTurnedAway = ({ status, body }: Seen): boolean =>
  status === 401 || (status === 403 && body.includes('"role-required"'));

/**
 * Asks for one address as everybody, each with each of these; the statuses. Who is turned away with the first is not asked for with the
 * others.
 */
async function sameForEverybody(
  asks: readonly Ask[],
  afterEach: () => void = () => undefined,
): Promise<readonly number[]> {
  const statuses: number[] = [];
  for (const [, token] of actors())
    for (const asked of asks) {
      const seen = await sameSeen({ ...asked, token });
      afterEach();
      statuses.push(seen.status);
      if (isTurnedAway(seen)) break;
    }
  return statuses;
}

const parameters = {
  caseNumber: ['9001', '9002', '9103', '9999', 'x'],
  id: ['01890000-0000-7000-8000-000000000000', 'x'],
  commitment: ['00'.repeat(32), 'x'],
  file: ['result.json', 'x'],
  report: ['batch.pdf', 'x'],
  round: ['1', 'x'],
  version: ['1', 'x'],
  entry: ['first', 'x'],
  page: ['1', 'x'],
  line: ['1'],
};
const queries = [
  '',
  '?limit=1',
  '?limit=1000',
  '?limit=x',
  '?after=3',
  '?before=01890000-0000-7000-8000-000000000000',
];

/** What is wanted of one list alone. */
const queriesOf = ({ pattern }: Endpoint): readonly string[] => [
  ...queries,
  ...(pattern === '/api/v1/staff/requests' ? ['?waiting=true', '?case=9001'] : []),
  ...(pattern === '/api/v1/staff/audit' ? ['?first=latest&actor=lead', '?case=9001'] : []),
];

const actors = (): readonly (readonly [string, string | undefined])[] => [
  ['nobody', undefined],
  ['the lead', sessions.lead.token],
  ['the other lead', sessions.otherLead.token],
  ...(['registrar', 'verifier', 'approver', 'auditor'] as const).map((role): [string, string | undefined] => [
    role,
    sessions[role].token,
  ]),
];

const staffRoutes = (...methods: readonly Endpoint['method'][]): readonly Endpoint[] =>
  endpoints.filter((each) => each.session === 'staff' && methods.includes(each.method));

async function sweepGets(values: typeof parameters = parameters): Promise<readonly number[]> {
  const statuses: number[] = [];
  for (const endpoint of staffRoutes('get'))
    for (const address of addressesOf(endpoint, values)) {
      const asked = address === endpoint.pattern ? queriesOf(endpoint) : ['', '?limit=1'];
      const asks = asked.map((query) => ({ method: 'get', path: address + query }));
      statuses.push(...(await sameForEverybody(asks)));
    }
  return statuses;
}

async function sweepPosts(
  bodiesOf: (endpoint: Endpoint) => readonly (object | string)[],
  values: typeof parameters = parameters,
): Promise<number[]> {
  const statuses: number[] = [];
  const routes = staffRoutes('post', 'put', 'delete').filter((each) => !endsSessions(each));
  for (const endpoint of routes)
    for (const path of addressesOf(endpoint, values)) {
      const { method } = endpoint;
      const asks = bodiesOf(endpoint).map((body) => ({ method, path, ...asTaken(endpoint, body) }));
      // Requests of one instant are listed in an order that is drawn.
      statuses.push(...(await sameForEverybody(asks, () => installation.clock.advance(1))));
    }
  return statuses;
}

/** Ends sessions that aren't there, then everybody's own. */
async function sweepSessions(): Promise<number[]> {
  const statuses: number[] = [];
  const routes = staffRoutes('delete').filter(endsSessions);
  for (const endpoint of routes.toSorted((a, b) => b.pattern.length - a.pattern.length))
    for (const address of addressesOf(endpoint, parameters))
      for (const [, token] of actors()) statuses.push(await same({ method: 'delete', path: address, token }));
  return statuses;
}

/** They come last: afterwards nobody is signed in. */
const endsSessions = (endpoint: Endpoint): boolean => operationOf(endpoint).startsWith('StaffSessions.');

/** A body as the endpoint takes it: JSON, or bytes by their own name. */
function asTaken({ mediaType }: Endpoint, body: object | string): Pick<Ask, 'body' | 'headers'> {
  return mediaType === 'application/json'
    ? { body }
    : { body: 'bytes', headers: { 'content-type': mediaType } };
}

describe('before submission, none and many', () => {
  it('there are none, and many', async () => {
    const counts = [none, some].map(({ application }) =>
      exchange(application, { method: 'get', path: '/api/v1/lead/progress', token: sessions.lead.token }),
    );
    const [first, second] = (await Promise.all(counts)).map(
      ({ body }) => (JSON.parse(body) as { recordCount: number }).recordCount,
    );
    expect([first, second]).toEqual([0, many]);
  });

  it('are told apart by an answer that tells', async () => {
    const telling = { method: 'get', path: '/api/v1/lead/progress', token: sessions.lead.token };
    await expect(same(telling)).rejects.toThrow('recordCount');
  });

  it('nothing is logged by co-signing', () => {
    expect(loggedByCoSigning).toEqual([]);
  });

  it('leave no number of the measurements changed', () => {
    expect(measuredByCoSigning).toEqual([]);
  });

  it('are the same on every route of staff that reads, to everybody', async () => {
    const statuses = await sweepGets();
    expect(new Set(statuses)).toEqual(new Set([200, 400, 401, 403, 404, 409]));
  });

  it('are the same in health, and on every public route', async () => {
    const open = endpoints.filter(({ session }) => session === undefined);
    expect(open.map(({ pattern }) => pattern)).toContain('/api/v1/health');
    for (const query of [...queries, '?after=collecting-9001', '?after=other-9001'])
      await same({ method: 'get', path: `/api/v1/cases${query}` });
    for (const endpoint of open)
      for (const address of addressesOf(endpoint, parameters))
        for (const body of endpoint.method === 'get' ? [undefined] : [...refusedBodies, { purpose: 'staff' }])
          await same({ method: endpoint.method, path: address, body });
  });

  it('are the same to a holder who has co-signed neither', async () => {
    const body = await ownCoSignaturesBody(none.application, citizen('somebody else'));
    expect(await same({ method: 'post', path: '/api/v1/co-signatures/mine', body })).toBe(200);
  });

  it('are the same on every route of staff that refuses a body', async () => {
    // A body is refused before the case is looked up: the case that differs and one that isn't there will do.
    const values = { ...parameters, caseNumber: ['9001', '9999'] };
    const statuses = await sweepPosts(() => refusedBodies, values);
    expect([...new Set(statuses)]).toEqual(expect.arrayContaining([400, 401, 403]));
  });

  it('are the same on every route of staff that does something, up to the end of the case', async () => {
    const statuses = await sweepPosts((endpoint) => sensibleStaffBodies(installation, endpoint));
    expect([...new Set(statuses)]).toEqual(expect.arrayContaining([201, 401, 403, 404, 409]));
    // What was asked for is in every list; of the cases, the one that differs.
    const values = { ...parameters, caseNumber: ['9001'] };
    await sweepGets(values);
    for (const { application } of [none, some]) await stopped(application, '9001');
    await sweepGets(values);
  });

  it('are the same on every route of staff that ends a session', async () => {
    expect(new Set(await sweepSessions())).toEqual(new Set([204, 401, 404]));
    expect(await same({ method: 'get', path: '/api/v1/staff/cases', token: sessions.auditor.token })).toBe(
      401,
    );
  });

  it('are the same in the checkpoints of the audit log', async () => {
    const checkpoints = await Promise.all(
      [none, some].map(async ({ application }) => {
        await application.get(CheckpointJob).run();
        const page = await application.api.get<{ checkpoints: string[] }>('audit/checkpoints');
        return page.checkpoints.map((jws) => {
          // The events have identifiers that are drawn, so their hashes differ.
          const { head, ...rest } = JSON.parse(
            Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString(),
          ) as Record<string, unknown>;
          expect(head).toMatch(/^[0-9a-f]{64}$/);
          return rest;
        });
      }),
    );
    expect(checkpoints[0]).toMatchObject([{ number: 1, events: expect.any(Number) }]);
    expect(checkpoints[1]).toEqual(checkpoints[0]);
  });

  it('are the same in the log', () => {
    expect(none.log.length).toBeGreaterThan(100);
    for (const each of [none, some]) takeLog(each);
    expect(some.log).toEqual(none.log);
  });
});

describe('the staff role of the database', () => {
  const asStaff = (sql: string): Promise<readonly object[]> =>
    some.application.databases.staff.query<object[]>(sql);

  it('sees no record', async () => {
    const counting = asStaff('SELECT count(*)::int AS count FROM sealed_record');
    await expect(counting).rejects.toMatchObject({ sqlState: '42501' });
    const [counted] = await asOwner(some.application.database.url, (query) =>
      query<{ count: number }>('SELECT count(*)::int AS count FROM sealed_record'),
    );
    expect(counted?.count).toBe(many);
  });

  it('sees the same rows of every table it may read', async () => {
    const readable = await asStaff(`
      SELECT quote_ident(c.relname) AS name, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v', 'm', 'S')
        AND has_column_privilege(c.oid, a.attnum, 'SELECT')
      GROUP BY c.relname ORDER BY c.relname`);
    expect(readable.length).toBeGreaterThan(5);
    for (const { name, columns } of readable as {
      name: string;
      columns: string;
    }[]) {
      const sql = `SELECT count(*)::int AS count FROM (SELECT ${columns} FROM ${name}) AS seen`;
      const fewer = await none.application.databases.staff.query<object[]>(sql);
      expect([name, await asStaff(sql)]).toEqual([name, fewer]);
    }
  });

  it.each([
    [
      'record_co_signatures',
      `SELECT has_function_privilege('lianshu_staff', p.oid, 'EXECUTE') AS may FROM pg_proc p WHERE proname = 'record_co_signatures'`,
    ],
    [
      'round.held_until',
      `SELECT has_column_privilege('lianshu_staff', 'round', 'held_until', 'SELECT') AS may`,
    ],
    [
      'writing records',
      `SELECT has_table_privilege('lianshu_staff', 'sealed_record', 'INSERT, UPDATE, DELETE, TRUNCATE') AS may`,
    ],
  ])('has no right to %s', async (_what, sql) => {
    expect(await asStaff(sql)).toEqual([{ may: false }]);
  });

  it('finds no sequence that counts', async () => {
    const sequences = await asStaff(`SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace
      AND CASE WHEN relkind = 'S' THEN has_sequence_privilege(oid, 'SELECT, USAGE') ELSE false END`);
    expect(sequences).toEqual([]);
  });

  it('has no statistics of the contents of records', async () => {
    await asOwner(some.application.database.url, (query) => query('ANALYZE sealed_record'));
    expect(await asStaff(`SELECT * FROM pg_stats WHERE tablename = 'sealed_record'`)).toEqual([]);
  });

  // PostgreSQL tells any role how large tables are and how many transactions there were. What keeps that from staff is that no code
  // of ours asks (docs/threat-model.md).
  it('is never used to ask how busy PostgreSQL is', () => {
    const sources = path.join(import.meta.dirname, '../../src');
    const asking = readdirSync(sources, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .filter((file) =>
        /reltuples|pg_stat|pg_class|_size\(|_lsn\(|current_xact|txid_|\bxmin\b/.test(
          readFileSync(path.join(sources, file), 'utf8'),
        ),
      );
    expect(asking).toEqual([]);
  });
});
