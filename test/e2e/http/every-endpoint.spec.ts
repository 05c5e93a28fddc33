import { afterAll, describe, expect, it } from '@jest/globals';
import { openApiDocument } from '../../../src/http/openapi/document.js';
import { staffRoles } from '../../../src/staff/index.js';
import { type Endpoint, endpointsOf, everyController } from '../../support/http/endpoints.js';
import { memorySessions, startTestServer } from '../../support/http/test-server.js';

// Every controller, with nothing behind it: these requests must be refused before any service is asked.
const sessions = memorySessions();
const server = await startTestServer(
  { controllers: await everyController(), providers: [sessions.provider] },
  { standIn: {} },
);
const tokens = { lead: await sessions.lead('9001'), staff: await sessions.staff(...staffRoles) };
const document = openApiDocument(server.app);
const endpoints = endpointsOf(document);

afterAll(() => server.stop());

const secret = 'Q223456781';
const languages = ['zh-TW', 'en'] as const;

interface Bad {
  readonly what: string;
  readonly status: number;
  readonly code: string;
  readonly type?: string;
  body(endpoint: Endpoint): string | Buffer;
}

const json = 'application/json';
const refusedByType = { status: 415, code: 'content-type-not-json' };
const refusedAsJson = { status: 400, code: 'request-malformed' };
/** Refused before it is known what the endpoint takes. */
const badRequests: readonly Bad[] = [
  { what: 'text', ...refusedByType, type: 'text/plain', body: () => secret },
  {
    what: 'a form',
    ...refusedByType,
    type: 'application/x-www-form-urlencoded',
    body: () => `nationalId=${secret}`,
  },
  {
    what: 'parts',
    ...refusedByType,
    type: 'multipart/form-data; boundary=x',
    body: () => `--x\r\n\r\n${secret}\r\n--x--`,
  },
  {
    what: 'JSON by another name',
    ...refusedByType,
    type: 'application/ld+json',
    body: () => `{"a":"${secret}"}`,
  },
  { what: 'JSON cut short', ...refusedAsJson, body: () => `{"nationalId":"${secret}` },
  {
    what: 'bytes that are no UTF-8',
    ...refusedAsJson,
    body: () => Buffer.concat([Buffer.from(`{"a":"${secret}`), Buffer.from([0xff]), Buffer.from('"}')]),
  },
  { what: '__proto__', ...refusedAsJson, body: () => `{"__proto__":{"nationalId":"${secret}"}}` },
  {
    what: 'nesting',
    status: 400,
    code: 'request-too-deep',
    body: () => `${'[{"a":'.repeat(400)}"${secret}"${'}]'.repeat(400)}`,
  },
  {
    what: 'too much',
    status: 413,
    code: 'request-too-large',
    body: ({ maximumBytes }) => `"${secret}${'x'.repeat(maximumBytes)}"`,
  },
];

function send(endpoint: Endpoint, body: string | Buffer, type = json) {
  const request = server.request[endpoint.method](endpoint.path).set('content-type', type);
  if (endpoint.session !== undefined) request.set('authorization', `Bearer ${tokens[endpoint.session]}`);
  // Sent as it is: superagent would write bytes as JSON.
  return request.serialize((data: string) => data).send(body as string);
}

const named = (list: readonly Endpoint[]) =>
  list.map((each): [string, Endpoint] => [`${each.method.toUpperCase()} ${each.pattern}`, each]);

const takingJson = endpoints.filter(
  ({ method, mediaType }) => method !== 'get' && mediaType === 'application/json',
);

describe.each(named(takingJson))('%s refuses', (_name, endpoint) => {
  it.each(badRequests)('$what', async ({ status, code, type, body }) => {
    for (const language of languages) {
      const answer = await send(endpoint, body(endpoint), type).set('accept-language', language);
      expect({ status: answer.status, type: answer.type, ...(answer.body as object) }).toMatchObject({
        status,
        code,
        type: `urn:lianshu:problem:${code}`,
      });
      expect(answer.headers).toMatchObject({
        'content-type': 'application/problem+json; charset=utf-8',
        'content-language': language,
        vary: 'Accept-Language',
      });
      expect(answer.text).not.toContain(secret);
    }
  });
});

const refusedByMediaType: Readonly<Record<string, string>> = {
  'application/cms': 'content-type-not-cms',
  'text/csv': 'content-type-not-csv',
};
const takingBytes = endpoints.filter(({ mediaType }) => Object.hasOwn(refusedByMediaType, mediaType));

describe.each(named(takingBytes))('%s refuses', (_name, endpoint) => {
  it.each(['application/json', 'application/octet-stream', 'text/plain'])('%s', async (type) => {
    const answer = await send(endpoint, secret, type);
    const code = refusedByMediaType[endpoint.mediaType];
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([415, code]);
  });

  it('too much', async () => {
    const answer = await send(endpoint, 'x'.repeat(endpoint.maximumBytes + 1), endpoint.mediaType);
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([413, 'request-too-large']);
  });
});

describe.each(named(endpoints.filter(({ takesBody }) => takesBody)))('%s refuses', (_name, endpoint) => {
  it.each([
    ['an unknown field', { [secret]: secret }, 'unknown-field'],
    ['an unknown field that is a list', { [secret]: [secret] }, 'unknown-field'],
  ])('%s', async (_what, body, reason) => {
    for (const language of languages) {
      const answer = await send(endpoint, JSON.stringify(body)).set('accept-language', language);
      expect(answer.body).toMatchObject({
        status: 400,
        code: 'request-invalid',
      });
      const { errors } = answer.body as {
        errors: { field: string; reason: string; message: string }[];
      };
      expect(errors).toContainEqual({
        field: '',
        reason,
        message: expect.stringMatching(language === 'en' ? /field/ : /欄位/),
      });
      expect(answer.headers['content-language']).toBe(language);
      expect(answer.text).not.toContain(secret);
    }
  });

  it.each(['[]', '"x"', '5', 'null', 'true'])('%s for an object', async (body) => {
    const answer = await send(endpoint, body);
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([400, 'request-invalid']);
  });

  it('and documents so', () => {
    for (const status of ['400', '413', '415', '500']) {
      expect(endpoint.operation.responses[status]).toMatchObject({
        content: {
          'application/problem+json': { schema: { allOf: [{ $ref: '#/components/schemas/Problem' }, {}] } },
        },
      });
    }
  });
});

describe('guards', () => {
  it.each(named(endpoints.filter(({ session }) => session === 'staff')))(
    '%s is for staff',
    async (_name, endpoint) => {
      for (const token of [undefined, tokens.lead, 'x'.repeat(43)]) {
        const request = server.request[endpoint.method](endpoint.path).set('content-type', json);
        const answer = await (
          token === undefined ? request : request.set('authorization', `Bearer ${token}`)
        ).send('{}');
        expect([answer.status, (answer.body as { code: string }).code]).toEqual([401, 'sign-in-required']);
      }
    },
  );

  it('of the lead’s endpoints ask anybody else to sign in, with one answer for all of them', async () => {
    const answers = new Set<string>();
    for (const endpoint of endpoints.filter(({ session }) => session === 'lead')) {
      for (const token of [undefined, tokens.staff, 'x'.repeat(43)]) {
        const request = server.request[endpoint.method](endpoint.path).set('content-type', json);
        if (token !== undefined) request.set('authorization', `Bearer ${token}`);
        const answer = await request.send('{}');
        expect([endpoint.pattern, answer.status, answer.headers['www-authenticate']]).toEqual([
          endpoint.pattern,
          401,
          'Bearer',
        ]);
        answers.add(answer.text);
      }
    }
    expect([...answers]).toEqual([expect.stringContaining('sign-in-required')]);
  });

  it('stand before everything under staff/ and lead/', () => {
    for (const { pattern, session } of endpoints) {
      const part = /^\/api\/v1\/(staff|lead)\//.exec(pattern)?.[1];
      expect([pattern, session]).toEqual([pattern, part]);
    }
  });
});

describe('the OpenAPI document', () => {
  it('is served as JSON, without a page for browsers', async () => {
    const answer = await server.request.get('/api/openapi.json');
    expect([answer.status, answer.type]).toEqual([200, 'application/json']);
    expect(answer.body).toEqual(JSON.parse(JSON.stringify(document)));
    expect((await server.request.get('/api')).status).toBe(404);
  });

  it('describes every operation and every field', () => {
    expect(endpoints.length).toBeGreaterThan(5);
    for (const { pattern, operation } of endpoints) {
      expect([pattern, operation.summary]).toEqual([pattern, expect.stringMatching(/\w{3}/)]);
    }
    const ids = endpoints.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has no reference to a schema that it lacks', () => {
    const text = JSON.stringify(document);
    for (const [, name] of text.matchAll(/"#\/components\/schemas\/([^"]*)"/g)) {
      expect(Object.keys(document.components?.schemas ?? {})).toContain(name);
    }
  });
});
