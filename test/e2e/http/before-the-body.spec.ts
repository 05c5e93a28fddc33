import { type EventEmitter, once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { IsOptional, IsString } from 'class-validator';
import { usualConnectionLimits } from '../../../src/http/server/connections.js';
import { BodyLimit, CsvBody, CsvContent } from '../../../src/http/server/request-body.js';
import { LeadOnly, StaffOnly } from '../../../src/http/session-admission.js';
import { noRateLimits } from '../../../src/http/limits/rate-limits.js';
import { memorySessions, startTestServer, type TestServer } from '../../support/http/test-server.js';

class Name {
  @IsOptional()
  @IsString()
  readonly name?: string;
}

@Controller('staff')
@StaffOnly('verifier')
class StaffController {
  @Post('large')
  @BodyLimit(100_000_000)
  large(@Body() body: Name): object {
    return { body };
  }
}

@Controller('files')
class FilesController {
  @Put('staff')
  @StaffOnly('verifier')
  @CsvBody(1_000)
  async byStaff(@CsvContent() content: AsyncIterable<Uint8Array>): Promise<object> {
    return { octets: (await buffer(content)).length };
  }

  @Put('anybody')
  @CsvBody(1_000)
  async byAnybody(@CsvContent() content: AsyncIterable<Uint8Array>): Promise<object> {
    return { octets: (await buffer(content)).length };
  }
}

@Controller('lead')
@LeadOnly()
class LeadController {
  @Post('large')
  @BodyLimit(100_000_000)
  large(@Body() body: Name): object {
    return { body };
  }
}

@Controller('things')
class ThingsController {
  @Post()
  take(@Body() body: Name): object {
    return { body };
  }

  @Get()
  any(): object {
    return {};
  }
}

const sessions = memorySessions();
const tokens = {
  auditor: await sessions.staff('auditor'),
  verifier: await sessions.staff('verifier'),
};
const sockets = new Set<Socket>();

let server: TestServer;

function connection(to: TestServer = server): Socket {
  const { port } = to.app.getHttpServer().address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  sockets.add(socket);
  return socket.on('error', () => undefined);
}

const start = (options: Parameters<typeof startTestServer>[1] = {}) =>
  startTestServer(
    {
      controllers: [StaffController, LeadController, ThingsController, FilesController],
      providers: [sessions.provider],
    },
    options,
  );

beforeAll(async () => {
  server = await start({
    rateLimits: {
      ...noRateLimits,
      'unknown-sessions': [{ seconds: 60, limit: 3 }],
    },
  });
});
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
});
afterAll(() => server.stop());

interface Head {
  readonly path?: string;
  readonly token?: string;
  readonly type?: string;
  /** Of the declared body, of which only the first octet is sent; a chunked one where not given. */
  readonly length?: number;
}

/** Sends the head of a request and one octet of its body, and answers what comes back by then. */
async function answerToHead({ path = 'staff/large', token, type = 'application/json', length }: Head) {
  const socket = connection();
  socket.write(
    [
      `POST /api/v1/${path} HTTP/1.1`,
      'Host: things',
      ...(token === undefined ? [] : [`Authorization: Bearer ${token}`]),
      `Content-Type: ${type}`,
      length === undefined ? 'Transfer-Encoding: chunked' : `Content-Length: ${String(length)}`,
      '',
      length === undefined ? '1\r\n{\r\n' : '{',
    ].join('\r\n'),
  );
  const [head] = (await once(socket, 'data')) as [Buffer];
  return { socket, answer: head.toString('latin1') };
}

describe('before any of a body is read', () => {
  it.each<[string, Head, number]>([
    ['nobody at staff’s', { length: 99_000_000 }, 401],
    ['nobody at staff’s, of a length not told', {}, 401],
    ['nobody at a lead’s', { path: 'lead/large', length: 99_000_000 }, 401],
    ['a member without the role', { token: tokens.auditor, length: 99_000_000 }, 403],
    ['a member at a lead’s', { path: 'lead/large', token: tokens.verifier, length: 99_000_000 }, 401],
    ['another media type', { path: 'things', type: 'text/plain', length: 60_000 }, 415],
    [
      'a form',
      {
        path: 'things',
        type: 'application/x-www-form-urlencoded',
        length: 60_000,
      },
      415,
    ],
    ['more than the route takes', { path: 'things', length: 4_097 }, 413],
    ['more than the route takes, from a member', { token: tokens.verifier, length: 100_000_001 }, 413],
    ['an address that is none', { path: 'nothing', length: 99_000_000 }, 413],
  ])('%s is answered', async (_what, head, status) => {
    const { answer } = await answerToHead(head);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${String(status)} `));
  });

  it.each<[string, Head]>([
    ['long', { length: 99_000_000 }],
    ['of a length not told', {}],
  ])('the server hangs up on a refused body that is %s', async (_what, head) => {
    const { socket, answer } = await answerToHead(head);
    expect(answer).toMatch(/^connection: close\r$/im);
    if (!socket.closed) await once(socket, 'close');
    expect(socket.destroyed).toBe(true);
  });

  it('a short body that is refused lets the connection go on', async () => {
    const { socket, answer } = await answerToHead({ length: 20 });
    expect(answer).toMatch(/^HTTP\/1\.1 401 /);
    socket.write(' '.repeat(19) + 'GET /api/v1/things HTTP/1.1\r\nHost: things\r\n\r\n');
    const [next] = (await once(socket, 'data')) as [Buffer];
    expect(next.toString('latin1')).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('tokens that open no session are looked up a few times a minute, and others go on', async () => {
    const ask = (token: string) =>
      server.request.post('/api/v1/staff/large').set('authorization', `Bearer ${token}`).send({});
    const found: number[] = [];
    for (let n = 0; n < 5; n++) found.push((await ask('x'.repeat(43))).status);
    expect(found).toEqual([401, 401, 401, 429, 429]);
    expect((await server.request.get('/api/v1/things')).status).toBe(200);
  });
});

describe('connections', () => {
  const quick = {
    ...usualConnectionLimits,
    headers: 50,
    request: 100,
    idle: 50,
    silent: 400,
    checkEvery: 10,
  };
  const head = 'POST /api/v1/things HTTP/1.1\r\nHost: things\r\nContent-Type: application/json\r\n';

  it.each([
    ['says nothing', ''],
    ['stops within the request line', 'POST /api'],
    ['stops within a header', head],
    ['stops within the body', `${head}Content-Length: 20\r\n\r\n{`],
    ['says nothing after an answer', 'GET /api/v1/things HTTP/1.1\r\nHost: things\r\n\r\n'],
  ])('end where one %s', async (_what, text) => {
    const slow = await start({ connections: quick });
    const socket = connection(slow).resume();
    socket.write(text);
    await once(socket, 'close');
    expect(socket.destroyed).toBe(true);
    await slow.stop();
  });

  /** Sends the head of an upload of twenty octets and the first of them. */
  function slowUpload(to: TestServer, path: string): Socket {
    const socket = connection(to);
    const session = `Authorization: Bearer ${tokens.verifier}`;
    socket.write(
      `PUT /api/v1/files/${path} HTTP/1.1\r\nHost: things\r\n${session}\r\nContent-Type: text/csv\r\nContent-Length: 20\r\n\r\n1`,
    );
    return socket;
  }

  it('do not end where somebody signed in uploads slowly, and the next request has the usual time', async () => {
    const slow = await start({ connections: { ...quick, silent: 4_000, uploadRate: 0.1 } });
    // Where node would end it.
    const tooSlow = once(slow.app.getHttpServer() as EventEmitter, 'clientError');
    const socket = slowUpload(slow, 'staff');
    await tooSlow;
    socket.write('2'.repeat(19));
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString('latin1')).toMatch(/^HTTP\/1\.1 200 [^]*{"octets":20}$/);
    socket.resume().write(`${head}Content-Length: 20\r\n\r\n{`);
    await once(socket, 'close');
    await slow.stop();
  });

  it.each([
    ['somebody signed in uploads too slowly', 'staff', 1_000],
    ['an upload to what anybody may use is slow, session or not', 'anybody', 0.1],
  ])('end with 408 where %s', async (_what, path, uploadRate) => {
    const slow = await start({ connections: { ...quick, silent: 4_000, uploadRate } });
    const socket = slowUpload(slow, path);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString('latin1')).toMatch(/^HTTP\/1\.1 408 /);
    if (!socket.closed) await once(socket, 'close');
    await slow.stop();
  });

  it('are not more than the limit of one address, and one that ends makes room', async () => {
    const narrow = await start({
      connections: { ...usualConnectionLimits, maximumOfAddress: 2 },
    });
    const two = [connection(narrow), connection(narrow)];
    await Promise.all(two.map((each) => once(each, 'connect')));
    await once(connection(narrow), 'close');
    two[0]?.end();
    await once(two[0] as Socket, 'close');
    const next = connection(narrow);
    next.write('GET /api/v1/things HTTP/1.1\r\nHost: things\r\n\r\n');
    const [answer] = (await once(next, 'data')) as [Buffer];
    expect(answer.toString('latin1')).toMatch(/^HTTP\/1\.1 200 /);
    next.destroy();
    two[1]?.destroy();
    await narrow.stop();
  });

  it('behind a proxy are counted all together', async () => {
    const narrow = await start({
      trustedProxies: 1,
      connections: {
        ...usualConnectionLimits,
        maximum: 2,
        maximumOfAddress: 1,
      },
    });
    const two = [connection(narrow), connection(narrow)];
    await Promise.all(two.map((each) => once(each, 'connect')));
    await once(connection(narrow), 'close');
    expect(two.map(({ destroyed }) => destroyed)).toEqual([false, false]);
    for (const each of two) each.destroy();
    await narrow.stop();
  });
});
