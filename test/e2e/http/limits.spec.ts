import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Post } from '@nestjs/common';
import { ManualClock } from '../../../src/devkit/index.js';
import { Limited } from '../../../src/http/limits/limited.js';
import { noRateLimits, RateLimits } from '../../../src/http/limits/rate-limits.js';
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

  @Get('free')
  free(): object {
    return {};
  }
}

const windows = [
  { seconds: 60, limit: 2 },
  { seconds: 3600, limit: 4 },
];

describe('requests over the limit of their address', () => {
  const clock = new ManualClock(new Date(0));
  let server: TestServer;

  beforeAll(async () => {
    const limits = new RateLimits({ ...noRateLimits, 'sign-in': windows }, clock);
    const providers = [{ provide: RateLimits, useValue: limits }];
    server = await startTestServer({ controllers: [ThingsController], providers }, { trustedProxies: 1 });
  });
  afterAll(() => server.stop());

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
    clock.advance(60_000);
    expect(await statuses('192.0.2.1', 3)).toEqual([201, 201, 429]);
    expect((await post('192.0.2.1')).headers['retry-after']).toBe('3540');
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
    const limits = new RateLimits({ ...noRateLimits, 'sign-in': windows }, new ManualClock(new Date(0)));
    const providers = [{ provide: RateLimits, useValue: limits }];
    const server = await startTestServer({ controllers: [ThingsController], providers });
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
