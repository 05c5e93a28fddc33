import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import type { ServiceSwitch } from '../../../../src/cases/index.js';
import { type LimitedUse, limitedUses } from '../../../../src/http/limits/limited.js';
import { noRateLimits, type RateLimitSizes } from '../../../../src/http/limits/rate-limits.js';
import { requestExamples } from '../../../../src/http/openapi/request-examples.js';
import { staffRoles } from '../../../../src/staff/index.js';
import { documentedCodesOf, publishedDocument } from '../../../support/http/documented-answers.js';
import { controllersBySpec, isOfAnyEndpoint } from '../../../support/http/documented-codes.js';
import { type Endpoint, endpointsOf, everyController } from '../../../support/http/endpoints.js';
import { memorySessions, startTestServer } from '../../../support/http/test-server.js';

// Every controller with services that answer nothing: what decorators and the server cause is answered before a service is asked, and a
// service that can't be asked is a bug.
const sessions = memorySessions();
const once = [{ seconds: 60, limit: 1 }];
const reason = { since: new Date(), reasonZhTW: '更新', reasonEn: 'An update' };
const switchedOn = ({ name }: Pick<ServiceSwitch, 'name'>) => ({
  pauseOf: () => (name === 'intake-paused' ? { name, ...reason } : undefined),
  readOnly: () => (name === 'read-only' ? { name, ...reason } : undefined),
});
const start = async (
  rateLimits: RateLimitSizes,
  standIn = {},
  on?: Pick<ServiceSwitch, 'name'>,
  everybodyLeads = false,
) =>
  startTestServer(
    { controllers: await everyController(), providers: [sessions.provider] },
    { standIn, rateLimits, everybodyLeads, ...(on === undefined ? {} : { switches: switchedOn(on) }) },
  );
const server = await start(noRateLimits);
const limited = await start(
  Object.fromEntries(limitedUses.map((use) => [use, once] as const)) as Readonly<
    Record<LimitedUse, typeof once>
  >,
);
/** What every service answers while the database is away, before or after it was sent a statement. */
const away = (outcomeUnknown: boolean): object => {
  const fail = (): never => {
    throw Object.assign(new Error('away'), { statusCode: 503, outcomeUnknown });
  };
  const isAsked = (name: string | symbol): boolean =>
    typeof name === 'string' && !/^(?:then|on[A-Z]|before[A-Z])/.test(name);
  return new Proxy({}, { get: (_target, name) => (isAsked(name) ? fail : undefined) });
};
const withoutDatabase = await start(noRateLimits, away(false));
const paused = await start(noRateLimits, {}, { name: 'intake-paused' });
const readOnly = await start(noRateLimits, {}, { name: 'read-only' });
const cutOff = await start(noRateLimits, away(true));
const ofTheirOwn = await start(noRateLimits, {}, undefined, true);
const tokens = {
  lead: await sessions.lead('9001'),
  staff: await sessions.staff(...staffRoles),
  withoutRole: await sessions.staff(),
};
const endpoints = endpointsOf(publishedDocument());

afterAll(async () => {
  await server.stop();
  await limited.stop();
  await withoutDatabase.stop();
  await cutOff.stop();
  await paused.stop();
  await readOnly.stop();
  await ofTheirOwn.stop();
});

interface Sending {
  readonly at?: string;
  readonly body?: string | undefined;
  readonly type?: string;
  readonly token?: string | undefined;
  readonly to?: typeof server;
}

/** Asks an endpoint as whom it wants, unless told otherwise. */
function send(endpoint: Endpoint, sending: Sending = {}): PromiseLike<Response> {
  const { at = endpoint.path, type = endpoint.mediaType, to = server } = sending;
  const token = 'token' in sending ? sending.token : endpoint.session && tokens[endpoint.session];
  const request = to.request[endpoint.method](at);
  if (token !== undefined) void request.set('authorization', `Bearer ${token}`);
  if (endpoint.method === 'get') return request;
  return request.set('content-type', type).send(sending.body ?? '{}');
}

const withParameter = ({ pattern }: Endpoint, value: string): string => pattern.replace(/\{\w+\}/g, value);
/** A body that the operation's DTO takes: its first example; `{}` where it takes none. */
function takenBody({ operation }: Endpoint): object {
  return Object.values(requestExamples[operation.operationId ?? ''] ?? {})[0]?.value ?? {};
}

/** How each code is provoked, whatever the endpoint. */
const provocations: Readonly<Record<string, (endpoint: Endpoint) => PromiseLike<Response>>> = {
  'request-malformed': (endpoint) =>
    endpoint.method === 'get' || endpoint.mediaType !== 'application/json'
      ? send(endpoint, { at: withParameter(endpoint, '%ff') })
      : send(endpoint, { body: '{' }),
  'request-too-deep': (endpoint) => send(endpoint, { body: '['.repeat(100) }),
  'request-invalid': (endpoint) =>
    endpoint.method === 'get'
      ? send(endpoint, { at: `${endpoint.path}?unknown=1` })
      : send(endpoint, { body: '[]' }),
  'request-too-large': (endpoint) => send(endpoint, { body: `"${'x'.repeat(endpoint.maximumBytes)}"` }),
  'content-type-not-json': (endpoint) => send(endpoint, { type: 'text/plain' }),
  'content-type-not-cms': (endpoint) => send(endpoint, { type: 'application/json' }),
  'content-type-not-csv': (endpoint) => send(endpoint, { type: 'application/json' }),
  'address-too-long': (endpoint) => send(endpoint, { at: withParameter(endpoint, '9'.repeat(129)) }),
  'sign-in-required': (endpoint) => send(endpoint, { token: undefined }),
  'role-required': (endpoint) => send(endpoint, { token: tokens.withoutRole }),
  'conflict-of-interest': (endpoint) => send(endpoint, { to: ofTheirOwn }),
  'too-many-requests': async (endpoint) => {
    const asked = endpoint.session === undefined ? {} : { token: 'x'.repeat(43) };
    await send(endpoint, { to: limited, ...asked });
    return send(endpoint, { to: limited, ...asked });
  },
  'temporarily-unavailable': (endpoint) =>
    send(endpoint, { to: withoutDatabase, body: JSON.stringify(takenBody(endpoint)) }),
  'outcome-unknown': (endpoint) => send(endpoint, { to: cutOff, body: JSON.stringify(takenBody(endpoint)) }),
  'intake-paused': (endpoint) => send(endpoint, { to: paused }),
  'service-read-only': (endpoint) => send(endpoint, { to: readOnly }),
  'internal-error': (endpoint) => send(endpoint, { body: JSON.stringify(takenBody(endpoint)) }),
};

const rows = endpoints.flatMap((endpoint) =>
  documentedCodesOf(endpoint.operation)
    .filter(({ code }) => isOfAnyEndpoint(endpoint, code))
    .map(({ status, code }): [string, number, string, Endpoint] => [
      endpoint.operation.operationId ?? '',
      status,
      code,
      endpoint,
    ]),
);

describe('every documented code that decorators and the server cause is answered', () => {
  it.each(rows)('%s: %i %s', async (_operation, status, code, endpoint) => {
    const provoke = provocations[code];
    if (provoke === undefined) throw new Error(`nothing provokes ${code}`);
    const answer = await provoke(endpoint);
    expect({ status: answer.status, ...(answer.body as object) }).toMatchObject({ status, code });
  });

  it('and every kind of cause occurs', () => {
    expect([...new Set(rows.map(([, , code]) => code))].sort()).toEqual(Object.keys(provocations).sort());
  });
});

describe('the codes of the endpoints themselves', () => {
  it('are driven by one spec for each controller', () => {
    const controllers = endpoints.map(({ operation }) => operation.operationId?.split('.')[0]);
    expect([...new Set(controllers)].sort()).toEqual(Object.values(controllersBySpec).flat().sort());
  });

  it.each(Object.keys(controllersBySpec))('in %s.spec.ts', (spec) => {
    expect(existsSync(path.join(import.meta.dirname, `${spec}.spec.ts`))).toBe(true);
  });
});
