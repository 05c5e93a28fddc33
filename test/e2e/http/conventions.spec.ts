import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { pino } from 'pino';
import { fail } from '../../../src/core/result.js';
import { failWith, Problems } from '../../../src/http/problem/endpoint-problems.js';
import { BodyLimit } from '../../../src/http/server/request-body.js';
import { CurrentSession, LeadOnly, StaffOnly } from '../../../src/http/session-admission.js';
import { IsBase64Bytes, Nested } from '../../../src/http/validation/field-decorators.js';
import type { LeadSession, StaffSession } from '../../../src/staff/index.js';
import { memorySessions, startTestServer, type TestServer } from '../../support/http/test-server.js';

const secret = 'A123456789';

class Inner {
  @IsIn(['cms', 'pkcs1'])
  readonly form!: string;

  @IsBase64Bytes(16)
  readonly bytes!: string;
}

class Outer {
  @IsString()
  @Length(1, 10)
  readonly name!: string;

  @Nested(() => Inner)
  readonly inner!: Inner;
}

class Optional {
  @IsOptional()
  @IsString()
  readonly name?: string;
}

@Controller('things')
class ThingsController {
  @Post()
  @BodyLimit(65_536)
  take(@Body() body: Outer): Outer {
    return body;
  }

  @Post('large')
  @BodyLimit(200_000)
  takeLarge(): string {
    return 'large';
  }

  @Post('optional')
  takeOptional(@Body() body: Optional): object {
    return { given: body };
  }

  @Get('failure')
  @Problems(['too-many-requests'])
  failure() {
    return Promise.resolve(fail('too-many-requests', { seconds: 7 }));
  }

  @Get('members')
  @Problems(['temporarily-unavailable'])
  members() {
    return Promise.resolve(failWith({ code: 'temporarily-unavailable' }, { until: 'later' }));
  }

  @Get('bug')
  bug(): never {
    throw Object.assign(new Error(`${secret} leaked`), { parameters: [secret] });
  }

  @Get(':id')
  one(@Param('id') id: string): string {
    return id.length.toString();
  }
}

@Controller('lead')
@LeadOnly()
class LeadController {
  @Get('case')
  show(@CurrentSession() session: LeadSession): object {
    return { caseNumber: session.caseNumber };
  }
}

@Controller('staff')
@StaffOnly()
class StaffController {
  @Get('any')
  any(@CurrentSession() session: StaffSession): object {
    return { roles: session.roles };
  }

  @Get('audit')
  @StaffOnly('auditor')
  audit(): object {
    return {};
  }
}

const lines: string[] = [];
const sessions = memorySessions();
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer(
    { controllers: [ThingsController, LeadController, StaffController], providers: [sessions.provider] },
    { logger: pino({}, { write: (line: string) => void lines.push(line) }) },
  );
});

afterAll(() => server.stop());

const good = { name: 'n', inner: { form: 'cms', bytes: 'AAAA' } };
const post = (body: string, type = 'application/json') =>
  server.request.post('/api/v1/things').set('content-type', type).send(body);
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('a malformed request', () => {
  const cases: readonly [string, () => ReturnType<typeof post>, number, string][] = [
    ['broken JSON', () => post(`{"name":"${secret}"`), 400, 'request-malformed'],
    ['no JSON at all', () => post(secret), 400, 'request-malformed'],
    ['an empty body', () => post(''), 400, 'request-malformed'],
    ['a __proto__ key', () => post(`{"__proto__":{"name":"${secret}"}}`), 400, 'request-malformed'],
    ['a constructor key', () => post(`{"constructor":{"prototype":1}}`), 400, 'request-malformed'],
    ['a member twice', () => post('{"name":"n","n\\u0061me":"m"}'), 400, 'request-malformed'],
    ['a byte order mark', () => post(`\ufeff${JSON.stringify(good)}`), 400, 'request-malformed'],
    ['a list of 30,000', () => post(`{"name":[${'0,'.repeat(30_000)}0]}`), 413, 'request-too-large'],
    ['a body nested too deeply', () => post(nested(9)), 400, 'request-too-deep'],
    ['a body nested 30,000 deep', () => post(nested(30_000)), 400, 'request-too-deep'],
    ['a list for an object', () => post('[]'), 400, 'request-invalid'],
    ['text for an object', () => post('"x"'), 400, 'request-invalid'],
    ['null', () => post('null'), 400, 'request-invalid'],
    ['another type', () => post(JSON.stringify(good), 'text/plain'), 415, 'content-type-not-json'],
    ['a form', () => post('name=n', 'application/x-www-form-urlencoded'), 415, 'content-type-not-json'],
    ['XML', () => post('<a/>', 'application/xml'), 415, 'content-type-not-json'],
    ['a body over the limit', () => post(`"${'x'.repeat(65_536)}"`), 413, 'request-too-large'],
    ['an unknown address', () => server.request.get(`/api/v1/${secret}`), 404, 'not-found'],
    ['an address outside the API', () => server.request.get(`/${secret}`), 404, 'not-found'],
    ['another method', () => server.request.delete('/api/v1/things'), 405, 'method-not-allowed'],
    [
      'another method on a parameter',
      () => server.request.put(`/api/v1/things/${secret}`),
      405,
      'method-not-allowed',
    ],
    [
      'an address that is no text',
      () => server.request.get('/api/v1/things/%ff%zz'),
      400,
      'request-malformed',
    ],
    [
      'a parameter too long',
      () => server.request.get(`/api/v1/things/${'9'.repeat(200)}`),
      414,
      'address-too-long',
    ],
    ['an expected failure', () => server.request.get('/api/v1/things/failure'), 429, 'too-many-requests'],
    [
      'a failure with members',
      () => server.request.get('/api/v1/things/members'),
      503,
      'temporarily-unavailable',
    ],
    ['a bug', () => server.request.get('/api/v1/things/bug'), 500, 'internal-error'],
  ];

  it.each(cases)('%s', async (_name, send, status, code) => {
    const answer = await send();
    expect(answer.status).toBe(status);
    expect(answer.type).toBe('application/problem+json');
    expect(answer.body).toMatchObject({ type: `urn:lianshu:problem:${code}`, status, code });
    expect(answer.text).not.toContain(secret);
    expect(answer.text).not.toMatch(/ at |node_modules|\.ts/);
    expect(answer.headers).toMatchObject({ 'content-language': 'zh-TW', vary: 'Accept-Language' });
  });

  it('is answered in English where that is preferred', async () => {
    const answer = await post('{').set('accept-language', 'en-GB,en;q=0.9,zh;q=0.1');
    expect(answer.headers['content-language']).toBe('en');
    expect(answer.body).toMatchObject({
      title: 'Bad request',
      detail: expect.stringContaining('valid JSON'),
    });
  });

  it('gets a sentence with its values, and Retry-After', async () => {
    const limited = await server.request.get('/api/v1/things/failure').set('accept-language', 'en');
    expect(limited.body).toMatchObject({ detail: 'Too many requests. Try again in 7 s.' });
    expect(limited.headers['retry-after']).toBe('7');
    const unavailable = await server.request.get('/api/v1/things/members');
    expect(unavailable.headers['retry-after']).toBe('30');
    expect(unavailable.body).toMatchObject({ until: 'later' });
  });

  it('names the methods an address has', async () => {
    const answer = await server.request.delete('/api/v1/things/large');
    expect(answer.headers['allow']).toBe('GET, HEAD, POST');
  });

  it('answers bytes that are not HTTP', async () => {
    const { port } = server.app.getHttpServer().address() as AddressInfo;
    const text = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(`${secret}\r\n\r\n`));
      let received = '';
      socket.on('data', (data: Buffer) => (received += data.toString()));
      socket.on('close', () => resolve(received));
    });
    expect(text).toMatch(/^HTTP\/1.1 400 Bad Request\r\nContent-Type: application\/problem\+json/);
    expect(text).not.toContain(secret);
  });
});

describe('fields', () => {
  const cases: readonly [string, object, string, string][] = [
    ['unknown', { ...good, [secret]: 1 }, '', 'unknown-field'],
    ['unknown inside', { ...good, inner: { ...good.inner, [secret]: 1 } }, 'inner', 'unknown-field'],
    ['missing', { inner: good.inner }, 'name', 'required'],
    ['missing object', { name: 'n' }, 'inner', 'required'],
    ['of another type', { ...good, name: 5 }, 'name', 'not-text'],
    ['text for an object', { ...good, inner: secret }, 'inner', 'not-object'],
    ['list for an object', { ...good, inner: [] }, 'inner', 'not-object'],
    ['null for an object', { ...good, inner: null }, 'inner', 'not-object'],
    ['too long', { ...good, name: secret.repeat(2) }, 'name', 'wrong-length'],
    ['not a choice', { ...good, inner: { ...good.inner, form: secret } }, 'inner.form', 'not-choice'],
    ['not base64', { ...good, inner: { ...good.inner, bytes: `${secret}?=` } }, 'inner.bytes', 'not-base64'],
    [
      'too many bytes',
      { ...good, inner: { ...good.inner, bytes: 'AAAA'.repeat(7) } },
      'inner.bytes',
      'not-base64',
    ],
  ];

  it.each(cases)('%s', async (_name, body, field, reason) => {
    const answer = await post(JSON.stringify(body)).set('accept-language', 'en');
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ code: 'request-invalid', errors: [{ field, reason }] });
    expect(answer.text).not.toContain(secret);
  });

  it('are accepted when correct', async () => {
    const answer = await post(JSON.stringify(good), 'application/json; charset=utf-8');
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual(good);
  });

  it('may all be missing where none is required, but the body is an object', async () => {
    const path = '/api/v1/things/optional';
    expect((await server.request.post(path)).body).toEqual({ given: {} });
    expect((await server.request.post(path).send({})).body).toEqual({ given: {} });
    for (const body of ['null', '[]', '5', '"x"']) {
      const answer = await server.request.post(path).set('content-type', 'application/json').send(body);
      expect(answer.body).toMatchObject({
        code: 'request-invalid',
        errors: [{ field: '', reason: 'not-object' }],
      });
    }
  });

  it('may be large where the endpoint says so', async () => {
    const send = (size: number) =>
      server.request.post('/api/v1/things/large').send({ name: 'x'.repeat(size) });
    expect((await send(150_000)).status).toBe(201);
    expect((await send(200_000)).status).toBe(413);
  });
});

describe('sessions', () => {
  const get = (path: string, token?: string) => {
    const request = server.request.get(`/api/v1/${path}`);
    return token === undefined ? request : request.set('authorization', `Bearer ${token}`);
  };

  it('of a lead open the lead’s endpoints', async () => {
    const answer = await get('lead/case', await sessions.lead('9001'));
    expect(answer.body).toEqual({ caseNumber: '9001' });
  });

  it('of anybody else are asked to sign in, with one answer', async () => {
    const [none, ...others] = await Promise.all(
      [undefined, 'unknown', await sessions.staff('auditor', 'registrar')].map((token) =>
        get('lead/case', token),
      ),
    );
    expect([none?.status, none?.headers['www-authenticate']]).toEqual([401, 'Bearer']);
    expect(none?.body).toMatchObject({ code: 'sign-in-required' });
    for (const answer of others) expect([answer.status, answer.text]).toEqual([401, none?.text]);
  });

  it('of staff open endpoints by role', async () => {
    expect((await get('staff/any', await sessions.staff())).body).toEqual({ roles: [] });
    expect((await get('staff/audit', await sessions.staff('auditor'))).status).toBe(200);
    const refused = await get('staff/audit', await sessions.staff('registrar', 'approver'));
    expect([refused.status, (refused.body as { code: string }).code]).toEqual([403, 'role-required']);
  });

  it.each([['none'], ['lead'], ['garbage']])('%s: staff’s endpoints ask to sign in', async (which) => {
    const token =
      which === 'none' ? undefined : which === 'lead' ? await sessions.lead('9001') : 'x'.repeat(65);
    const answer = await get('staff/any', token);
    expect([answer.status, answer.headers['www-authenticate']]).toEqual([401, 'Bearer']);
  });
});

describe('headers and log', () => {
  it('sets security headers on answers and problems', async () => {
    for (const path of ['/api/v1/things/abc', '/api/v1/none/such']) {
      const { headers } = await server.request.get(path);
      expect(headers).toMatchObject({
        'content-security-policy': "default-src 'none';frame-ancestors 'none';base-uri 'none'",
        'cross-origin-opener-policy': 'same-origin-allow-popups',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
    }
  });

  it('logs neither bodies, URLs, tokens, addresses nor what an error says', async () => {
    const token = await sessions.staff('auditor');
    await server.request.get(`/api/v1/staff/any?x=${secret}`).set('authorization', `Bearer ${token}`);
    const log = lines.filter((line) => line.includes('reqId')).join('');
    expect(log).toContain('"route":"/api/v1/staff/any"');
    expect(log).toContain('"bug":{"type":"Error","frames":["at ');
    for (const hidden of [secret, token, '127.0.0.1', 'leaked']) expect(log).not.toContain(hidden);
  });

  it('writes no line for public requests, so that the log does not show their number', () => {
    expect(lines.join('')).not.toMatch(/"route":"\/api\/v1\/things"/);
  });
});
