import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { HttpRevocationFetcher } from '../../../src/adapters/revocation/http-revocation-fetcher.js';

const fetcher = new HttpRevocationFetcher();
let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

async function serve(listener: RequestListener): Promise<string> {
  const started = createServer(listener).listen(0, '127.0.0.1');
  server = started;
  await new Promise((resolve) => started.once('listening', resolve));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}/list.crl`;
}

const patient = { maximumBytes: 1000, timeout: 60_000 };

describe('HttpRevocationFetcher', () => {
  it('fetches the bytes unchanged', async () => {
    const url = await serve((_request, response) => response.end(Buffer.from([0x30, 0x00, 0xff])));
    expect(await fetcher.fetch({ url, ...patient })).toEqual({
      ok: true,
      value: Buffer.from([0x30, 0x00, 0xff]),
    });
  });

  it('posts an OCSP request', async () => {
    const url = await serve((request, response) => {
      response.setHeader('x-type', request.headers['content-type'] ?? '');
      if (request.headers['content-type'] !== 'application/ocsp-request') response.statusCode = 415;
      request.pipe(response);
    });
    const ocspRequest = Buffer.from('request');
    expect(await fetcher.fetch({ url, ...patient, ocspRequest })).toEqual({ ok: true, value: ocspRequest });
  });

  it.each<[string, RequestListener, object]>([
    [
      'refuses an error',
      (_q, r) => r.writeHead(500).end('oops'),
      { code: 'fetch-refused', values: { status: 500 } },
    ],
    [
      'refuses a redirect',
      (_q, r) => r.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      { code: 'fetch-refused', values: { status: 302 } },
    ],
    [
      'cuts off what is announced as too large',
      (_q, r) => r.writeHead(200, { 'content-length': 1001 }).end(Buffer.alloc(1001)),
      { code: 'fetch-too-large', values: { limit: 1000 } },
    ],
    [
      'cuts off what never ends',
      (_q, r) => {
        const more = (): void => {
          while (!r.destroyed && r.write(Buffer.alloc(4096)));
        };
        r.on('drain', more);
        more();
      },
      { code: 'fetch-too-large', values: { limit: 1000 } },
    ],
    [
      'notices a transfer that breaks off',
      (_q, r) => {
        r.writeHead(200, { 'content-length': 900 });
        r.write(Buffer.alloc(100), () => r.destroy());
      },
      { code: 'fetch-unreachable' },
    ],
  ])('%s', async (_case, listener, failure) => {
    const url = await serve(listener);
    expect(await fetcher.fetch({ url, ...patient })).toEqual({ ok: false, failure });
  });

  it.each<[string, RequestListener]>([
    ['never answers', () => undefined],
    ['stops half-way', (_q, r) => r.writeHead(200, { 'content-length': 900 }).write(Buffer.alloc(100))],
  ])('gives up on a server that %s', async (_case, listener) => {
    const url = await serve(listener);
    expect(await fetcher.fetch({ url, maximumBytes: 1000, timeout: 200 })).toEqual({
      ok: false,
      failure: { code: 'fetch-timed-out', values: { milliseconds: 200 } },
    });
  });

  it('fails when nothing listens', async () => {
    const url = await serve((_request, response) => response.end());
    await new Promise((resolve) => server?.close(resolve));
    expect(await fetcher.fetch({ url, ...patient })).toEqual({
      ok: false,
      failure: { code: 'fetch-unreachable' },
    });
  });
});
