import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { isMessageCode, statusOf } from '../../src/messages/index.js';
import { staffRoles } from '../../src/staff/index.js';
import { hostileBytes, notBytes } from '../support/hostile/bytes.js';
import { prepareTargets, type Target } from '../support/hostile/targets.js';
import { type Endpoint, type Field, fieldsOf, valueAt, withValueAt } from '../support/http/endpoints.js';
import {
  addressesOf,
  type Ask,
  exchange,
  operationOf,
  servedEndpoints,
} from '../support/application/exchange.js';
import type { TestApplication } from '../support/application/application.js';
import { TestInstallation } from '../support/application/installation.js';
import { contentsOf } from '../support/postgres/database.js';

let installation: TestInstallation;
let application: TestApplication;
let document: OpenAPIObject;
let endpoints: readonly Endpoint[];
let targets: Readonly<Record<string, Target>>;
/** The token of a member of staff with every role. */
let allRoles: string | undefined;

beforeAll(async () => {
  installation = await TestInstallation.create();
  application = await installation.start();
  targets = await prepareTargets(application);
  allRoles = (await application.as(...staffRoles)).token;
  ({ document, endpoints } = await servedEndpoints(application));
});

afterAll(async () => {
  await installation.remove();
});

const isBytes = ({ format }: Field): boolean => format === 'byte';

function targetOf(endpoint: Endpoint): Target {
  const target = targets[operationOf(endpoint)];
  if (target === undefined)
    throw new Error(`nothing to send to ${operationOf(endpoint)}: add it to targets.ts`);
  return target;
}

/** The address of an endpoint for its target. */
function addressOf(endpoint: Endpoint, { parameter = 'x' }: Target): string {
  return endpoint.pattern.replace(/\{\w+\}/g, parameter);
}

/** Each endpoint's fields of a kind, each with a body that has it and is good otherwise. */
async function eachField(
  wanted: (field: Field) => boolean,
  use: (found: {
    endpoint: Endpoint;
    field: Field;
    body: object;
    ask: (body: Ask['body']) => Ask;
  }) => Promise<void>,
): Promise<readonly string[]> {
  const names: string[] = [];
  for (const endpoint of endpoints.filter(({ takesBody }) => takesBody)) {
    const fields = fieldsOf(document, endpoint).filter(wanted);
    if (fields.length === 0) continue;
    const target = targetOf(endpoint);
    const bodies = await target.bodies();
    const ask = (body: Ask['body']): Ask => ({
      method: endpoint.method,
      path: addressOf(endpoint, target),
      token: target.token,
      body,
    });
    const before = await contentsOf(application.database);
    for (const field of fields) {
      names.push(`${operationOf(endpoint)} ${field.path.join('.')}`);
      const body = bodies.find((each) => valueAt(each, field.path) !== undefined);
      if (body === undefined) throw new Error(`no body with ${names.at(-1) ?? ''}`);
      await use({ endpoint, field, body, ask });
    }
    expect([operationOf(endpoint), await contentsOf(application.database)]).toEqual([
      operationOf(endpoint),
      before,
    ]);
  }
  return names;
}

/** What is wrong with answers so far: told together, since one fault seldom comes alone. */
const complaints: string[] = [];

afterEach(() => {
  expect(complaints.splice(0)).toEqual([]);
});

/** Holds an answer to what every refusal is; nothing of `hostile` may be in it. */
async function expectRefused(
  what: string,
  asked: Ask,
  allowed: readonly number[],
  hostile?: unknown,
): Promise<void> {
  const seen = await exchange(application, asked);
  const complain = (about: string): number =>
    complaints.push(`${what}: ${String(seen.status)} ${about} ${seen.body.slice(0, 200)}`);
  if (!allowed.includes(seen.status)) complain('is not the right status');
  if (seen.headers['content-type'] === 'application/problem+json; charset=utf-8') {
    const { status, code } = JSON.parse(seen.body) as {
      status: number;
      code: string;
    };
    if (status !== seen.status || !isMessageCode(code) || statusOf(code) !== status) complain('wrong code');
  } else complain('is no problem document');
  if (/\bat .*:\d+|node_modules|Error:|\/src\//.test(seen.body)) complain('tells of the inside');
  if (textsIn(hostile).some((secret) => seen.body.includes(secret))) complain('repeats what was sent');
}

/** Every text in a value that is long enough to be told from what we say ourselves. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.length > 12 ? [value.slice(0, 40)] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

const malformedOrFailed = [400, 413, 422];
/**
 * Whatever is wrong with a sign-in, its answer is the same; a withdrawal, and a co-signature by mobile certificate, is refused before it is
 * looked at, as long as no law allows it.
 */
const refusals = (endpoint: Endpoint): readonly number[] => {
  if (/^Remedies.withdraw$|^MobileCoSignature\./.test(operationOf(endpoint))) return [400, 403, 413];
  return /^SignIn\.(staff|lead)$/.test(operationOf(endpoint)) ? [400, 401] : malformedOrFailed;
};
const maximumOf = ({ maxLength = 0 }: Field): number => Math.floor(maxLength / 4) * 3;
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

describe('every field of bytes', () => {
  it('refuses hostile bytes, stores nothing and repeats nothing', async () => {
    let sent = 0;
    const names = await eachField(isBytes, async ({ endpoint, field, body, ask }) => {
      const good = Buffer.from(String(valueAt(body, field.path)), 'base64');
      for (const { what, bytes } of hostileBytes(good, maximumOf(field))) {
        const asked = ask(withValueAt(body, field.path, base64(bytes)));
        const where = `${operationOf(endpoint)} ${field.path.join('.')}: ${what}`;
        await expectRefused(where, asked, refusals(endpoint), base64(bytes));
        sent++;
      }
    });
    expect(names).toEqual(
      expect.arrayContaining([
        'SignIn.lead signature.signedData',
        'CoSignature.coSign signature.certificate',
      ]),
    );
    expect(names.length).toBeGreaterThan(20);
    expect(sent).toBeGreaterThan(400);
  });

  it('refuses what is not base64 within its limit', async () => {
    await eachField(isBytes, async ({ endpoint, field, body, ask }) => {
      for (const { what, value } of notBytes(maximumOf(field))) {
        const asked = ask(withValueAt(body, field.path, value));
        await expectRefused(
          `${operationOf(endpoint)} ${field.path.join('.')}: ${what}`,
          asked,
          [400, 413],
          value,
        );
      }
    });
  });

  it('refuses JSON that nests in its place', async () => {
    await eachField(isBytes, async ({ endpoint, field, body, ask }) => {
      const marked = JSON.stringify(withValueAt(body, field.path, 'HERE'));
      const asked = ask(marked.replace('"HERE"', `${'[{"a":'.repeat(300)}1${'}]'.repeat(300)}`));
      await expectRefused(operationOf(endpoint), asked, [400]);
    });
  });
});

describe('every field of text', () => {
  const isText = (field: Field): boolean => field.type === 'string' && !isBytes(field);
  const texts: readonly (readonly [string, unknown])[] = [
    ['a NUL', 'a\u0000b'],
    ['half a surrogate pair', 'a\ud800b'],
    ['a vertical tab', 'a\u000bb：c'],
    ['text turned round', '\u202e123\u202c'],
    ['60,000 characters', 'x'.repeat(60_000)],
    ['a number', 9001],
    ['null', null],
    ['a list', ['a']],
    ['an object', { $ne: '' }],
  ];

  it('refuses hostile text, stores nothing and repeats nothing', async () => {
    const names = await eachField(isText, async ({ endpoint, field, body, ask }) => {
      for (const [what, value] of texts) {
        const asked = ask(withValueAt(body, field.path, value));
        const allowed = [...refusals(endpoint), 404];
        await expectRefused(
          `${operationOf(endpoint)} ${field.path.join('.')}: ${what}`,
          asked,
          allowed,
          value,
        );
      }
    });
    expect(names.length).toBeGreaterThan(10);
  });
});

/** A body as the endpoint takes it: JSON, or bytes by their own name. */
function asTaken({ method, mediaType }: Endpoint, body: object | undefined): Pick<Ask, 'body' | 'headers'> {
  if (mediaType === 'application/json' || method === 'get') return { body };
  return { body: 'bytes', headers: { 'content-type': mediaType } };
}

describe('every address', () => {
  const parameters = [
    '%00',
    '%ff',
    '%',
    '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
    '-1',
    '0x2329',
    '9001%0a',
    '9001%20',
    "9001'%20OR%201=1--",
    '%EF%BC%99%EF%BC%90%EF%BC%90%EF%BC%91',
    '%F0%9F%98%80',
    '9'.repeat(100),
    '9'.repeat(129),
    'a'.repeat(8000),
    '00'.repeat(31),
    'FF'.repeat(32),
    '__proto__',
    'constructor',
  ];
  const sound: Readonly<Record<string, string>> = {
    ...{ caseNumber: '9001', id: '01890000-0000-7000-8000-000000000000', commitment: '00'.repeat(32) },
    ...{
      file: 'result.json',
      report: 'batch.pdf',
      entry: 'first',
      page: '1',
      line: '1',
      round: '1',
      version: '1',
    },
  };

  /** The addresses of an endpoint with something hostile in one place, and what is sound in the others. */
  const hostileAddresses = (endpoint: Endpoint): readonly string[] =>
    Object.keys(sound)
      .filter((name) => endpoint.pattern.includes(`{${name}}`))
      .flatMap((name) => {
        const given = Object.entries({ ...sound, [name]: parameters });
        return addressesOf(endpoint, Object.fromEntries(given.map(([key, value]) => [key, [value].flat()])));
      });

  it('with a hostile parameter is refused as naming nothing, or before it is looked at', async () => {
    const before = await contentsOf(application.database);
    for (const endpoint of endpoints.filter(({ pattern }) => pattern.includes('{'))) {
      const token = tokenFor(endpoint);
      const target = targets[operationOf(endpoint)];
      const body = endpoint.method === 'get' ? undefined : ((await target?.bodies())?.[0] ?? {});
      for (const path of hostileAddresses(endpoint))
        await expectRefused(
          `${endpoint.method} ${path.slice(0, 120)}`,
          { method: endpoint.method, path, token, ...asTaken(endpoint, body) },
          // 409: the case isn't there yet.
          [400, 404, 409, 414, 422],
        );
    }
    expect(await contentsOf(application.database)).toEqual(before);
  });

  it('with a hostile query is refused, or answered as without it', async () => {
    for (const endpoint of endpoints.filter(
      ({ method, pattern }) => method === 'get' && !pattern.includes('{'),
    ))
      for (const query of [
        '?after=%00',
        '?limit=1e9',
        '?limit=-1',
        '?before=x%27',
        '?round=3',
        '?__proto__=1',
        '?limit[]=1',
        '?limit=1&limit=2',
        '?%ff',
      ])
        expect(
          (
            await exchange(application, {
              method: 'get',
              path: endpoint.path + query,
              token: tokenFor(endpoint),
            })
          ).status,
        ).toBeLessThan(500);
  });

  it('with a hostile token is refused', async () => {
    const tokens = [
      'Bearer',
      'Bearer  ',
      'Bearer a b',
      `Bearer ${'A'.repeat(64)}`,
      `Bearer ${'A'.repeat(10_000)}`,
      'Bearer ../..',
      'Bearer \u00ff',
      'bearer null',
    ];
    for (const endpoint of endpoints.filter(({ session }) => session !== undefined))
      for (const authorization of tokens) {
        const { method, path } = endpoint;
        const body = method === 'get' ? undefined : {};
        await expectRefused(
          `${method} ${path}`,
          { method, path, body, headers: { authorization } },
          [401, 404],
        );
      }
  });

  /** A session that the endpoint's guard lets through. */
  function tokenFor({ session }: Endpoint): string | undefined {
    if (session === undefined) return undefined;
    return session === 'lead' ? targets['Lead.submit']!.token : allRoles;
  }
});

describe('after all that', () => {
  it('the platform is well', async () => {
    const seen = await exchange(application, { method: 'get', path: '/api/v1/health' });
    expect([seen.status, JSON.parse(seen.body)]).toEqual([200, expect.objectContaining({ status: 'ok' })]);
  });

  it('and takes what is good', async () => {
    for (const operation of ['CoSignature.coSign', 'Lead.submit', 'Approvals.approve']) {
      const endpoint = endpoints.find((each) => operationOf(each) === operation);
      if (endpoint === undefined) throw new Error(operation);
      const target = targetOf(endpoint);
      const [body] = await target.bodies();
      const { method } = endpoint;
      const seen = await exchange(application, {
        method,
        path: addressOf(endpoint, target),
        token: target.token,
        body,
      });
      expect([operation, seen.status < 300]).toEqual([operation, true]);
    }
  });

  it('and found no bug of its own on the way', () => {
    expect(application.log.filter((line) => line.includes('"bug"'))).toEqual([]);
  });
});
