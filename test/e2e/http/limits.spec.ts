import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Post } from '@nestjs/common';
import { Limited } from '../../../src/http/limits/limited.js';
import { noRateLimits } from '../../../src/http/limits/rate-limits.js';
import { BodyLimit } from '../../../src/http/server/request-body.js';
import { fakeDate } from '../../support/fake-date.js';
import { startTestServer, type TestServer } from '../../support/http/test-server.js';

@Controller('things')
class ThingsController {
  @Post('sign-in')
  @Limited('sign-in')
  signIn(): object {
    return {};
  }

  @Post('sign-in-too')
  @Limited('sign-in')
  signInToo(): object {
    return {};
  }

  @Post('large')
  @BodyLimit(200_000)
  @Limited('challenges')
  large(): object {
    return {};
  }

  @Get('free')
  free(): object {
    return {};
  }
}

const windows = [
  { seconds: 60, limit: 2 },
  { seconds: 3600, limit: 4 },
];
const rateLimits = { ...noRateLimits, 'sign-in': windows, challenges: windows };
const controllers = [ThingsController];

let date: ReturnType<typeof fakeDate>;
beforeAll(() => {
  date = fakeDate(new Date(0));
});
afterAll(() => {
  date.restore();
});

describe('requests over the limit of their address', () => {
  let server: TestServer;
  let asker: Socket;

  beforeAll(async () => {
    server = await startTestServer({ controllers }, { trustedProxies: 1, rateLimits });
    asker = connect((server.app.getHttpServer().address() as AddressInfo).port, '127.0.0.1');
  });
  afterAll(async () => {
    asker.destroy();
    await server.stop();
  });

  const post = (from: string, path = 'sign-in') =>
    server.request.post(`/api/v1/things/${path}`).set('x-forwarded-for', from).set('accept-language', 'en');
  const statuses = async (from: string, times: number) => {
    const found: number[] = [];
    for (let n = 0; n < times; n++) found.push((await post(from)).status);
    return found;
  };

  it('are refused with 429 and when to come back', async () => {
    expect(await statuses('192.0.2.1', 3)).toEqual([201, 201, 429]);
    const refused = await post('192.0.2.1', 'sign-in-too');
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, '60']);
    expect(refused.body).toMatchObject({
      code: 'too-many-requests',
      detail: 'Too many requests. Try again in 60 s.',
    });
    expect(refused.text).not.toContain('192.0.2.1');
    expect(Object.keys(refused.headers as object).filter((name) => name.includes('ratelimit'))).toEqual([]);
    date.advance(60_000);
    expect(await statuses('192.0.2.1', 3)).toEqual([201, 201, 429]);
    expect((await post('192.0.2.1')).headers['retry-after']).toBe('3540');
  });

  it('are refused before their body has arrived', async () => {
    const from = '192.0.2.7';
    expect(await statuses(from, 2)).toEqual([201, 201]);
    asker.write(
      [
        'POST /api/v1/things/sign-in HTTP/1.1',
        'Host: things',
        `X-Forwarded-For: ${from}`,
        'Content-Type: application/json',
        'Content-Length: 60000',
        '',
        '{',
      ].join('\r\n'),
    );
    const [answer] = (await once(asker, 'data')) as [Buffer];
    expect(answer.toString('latin1')).toMatch(/^HTTP\/1\.1 429 /);
    expect(answer.toString('latin1')).toMatch(/^retry-after: 60\r$/m);
  });

  it('are refused where several come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => post('192.0.2.9')));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 429, 429, 429, 429]);
  });

  it('are refused where the endpoint takes a large body as well', async () => {
    const send = () =>
      server.request
        .post('/api/v1/things/large')
        .set('x-forwarded-for', '192.0.2.8')
        .send({ name: 'x'.repeat(150_000) });
    expect([(await send()).status, (await send()).status, (await send()).status]).toEqual([201, 201, 429]);
  });

  it('count a /64 as one', async () => {
    expect(await statuses('2001:db8::1', 2)).toEqual([201, 201]);
    expect(await statuses('2001:db8::ffff:1', 1)).toEqual([429]);
    expect(await statuses('2001:db8:0:1::1', 1)).toEqual([201]);
  });

  it('believe the proxy, and no address that was put before it', async () => {
    expect(await statuses('198.51.100.1, 203.0.113.1', 2)).toEqual([201, 201]);
    expect(await statuses('198.51.100.2, 203.0.113.1', 1)).toEqual([429]);
    expect((await server.request.get('/api/v1/things/free')).status).toBe(200);
  });
});

describe('without a proxy', () => {
  it('X-Forwarded-For is not believed', async () => {
    const server = await startTestServer({ controllers }, { rateLimits });
    const found: number[] = [];
    for (let n = 0; n < 3; n++) {
      const answer = await server.request
        .post('/api/v1/things/sign-in')
        .set('x-forwarded-for', `192.0.2.${n}`);
      found.push(answer.status);
    }
    await server.stop();
    expect(found).toEqual([201, 201, 429]);
  });
});
