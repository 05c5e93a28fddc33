import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FastifyInstance, fastify } from 'fastify';
import { AdmissionQueue } from '../../../../src/http/overload/admission-queue.js';
import { shedLoad } from '../../../../src/http/overload/load-shedding.js';
import { limitedRoute } from '../../../../src/http/limits/limited.js';
import { type ProblemException, writeProblem } from '../../../../src/http/problem/problem.js';

const queueOfOne = (): AdmissionQueue => new AdmissionQueue({ handled: 1, waiting: 1 });
const queues = {
  'co-signing': queueOfOne(),
  'sign-in': queueOfOne(),
  lead: queueOfOne(),
  staff: queueOfOne(),
  'public-reads': queueOfOne(),
};

/** Each request to a slow route is answered when the test says so. */
const answering: (() => void)[] = [];
const slow = (): Promise<object> => new Promise((resolve) => answering.push(() => resolve({})));

const routes = [
  { class: 'co-signing', method: 'POST', url: '/api/v1/cases/9001/co-signatures', config: {} },
  { class: 'sign-in', method: 'POST', url: '/sign-in', ...limitedRoute('sign-in') },
  { class: 'lead', method: 'POST', url: '/lead', config: { audience: { kind: 'lead' } } },
  { class: 'staff', method: 'GET', url: '/staff', config: { audience: { kind: 'staff', roles: [] } } },
  { class: 'public-reads', method: 'GET', url: '/cases', ...limitedRoute('public-reads') },
] as const;

let server: FastifyInstance;
let address: string;
let bodiesRead = 0;
let hooks = 0;
beforeAll(async () => {
  server = fastify();
  server.addHook('onRequest', (_request, _reply, done) => {
    hooks += 1;
    done();
  });
  shedLoad(server, queues);
  server.addContentTypeParser('text/plain', (_request, payload, done) => {
    bodiesRead += 1;
    payload.resume().on('end', () => done(null));
  });
  server.setErrorHandler((error, request, reply) => {
    writeProblem(request, reply, (error as ProblemException).failure);
  });
  for (const { method, url, config } of routes)
    server.route({ method, url, config: { ...config }, handler: slow });
  server.route({ method: 'GET', url: '/health', ...limitedRoute('health'), handler: () => ({}) });
  address = await server.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => server.close());

const ask = (
  { method, url }: { readonly method: 'GET' | 'POST'; readonly url: string },
  headers: Readonly<Record<string, string>> = {},
  body = 'x',
) =>
  fetch(address + url, {
    method,
    ...(method === 'POST' ? { body, headers: { 'content-type': 'text/plain', ...headers } } : {}),
  });

const coSignature = { method: 'POST', url: '/api/v1/cases/9001/co-signatures' } as const;

/** Until so many handlers run. */
async function handled(count: number): Promise<void> {
  while (answering.length < count) await turn();
}

describe('load shedding', () => {
  it.each(routes)(
    'refuses $class alone, before its body is read, and takes it again after an answer',
    async (route) => {
      const first = ask(route);
      await handled(1);
      const waiting = ask(route);
      while (!queues[route.class].full) await turn();
      const read = bodiesRead;
      const refused = await ask(route);
      expect([refused.status, bodiesRead]).toEqual([503, read]);
      expect(await refused.json()).toMatchObject({ code: 'temporarily-unavailable' });
      expect(refused.headers.get('retry-after')).toMatch(/^[3-8]$/);
      for (const other of routes) if (other !== route) expect(queues[other.class].idle).toBe(true);
      expect((await ask({ method: 'GET', url: '/health' })).status).toBe(200);
      answering.pop()?.();
      expect((await first).status).toBe(200);
      await handled(1);
      answering.pop()?.();
      expect((await waiting).status).toBe(200);
      expect(queues[route.class].idle).toBe(true);
    },
  );

  it('takes an address that is nobody’s for a public read', async () => {
    const first = ask(routes[4]);
    await handled(1);
    const waiting = ask(routes[4]);
    while (!queues['public-reads'].full) await turn();
    expect((await ask({ method: 'POST', url: '/nothing' })).status).toBe(503);
    answering.pop()?.();
    await first;
    await handled(1);
    answering.pop()?.();
    await waiting;
  });

  it('gives further refusals of co-signers ahead of Fastify, the same but for id and time', async () => {
    const [first] = [ask(coSignature), await handled(1)];
    const waiting = ask(coSignature);
    while (!queues['co-signing'].full) await turn();
    const inEnglish = { 'accept-language': 'en' };
    const before = hooks;
    const usual = await ask(coSignature, inEnglish);
    const again = await ask(coSignature, inEnglish);
    expect(hooks).toBe(before + 1);
    expect([again.status, await again.text()]).toEqual([503, await usual.text()]);
    const fields = ({ headers }: Response) =>
      [...headers].filter(([name]) => !['date', 'retry-after', 'x-request-id'].includes(name));
    expect(fields(again)).toEqual(fields(usual));
    expect(again.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(again.headers.get('retry-after')).toMatch(/^[3-8]$/);
    // With a body that is not to be discarded, the usual way.
    await ask(coSignature, inEnglish, 'x'.repeat(70_000));
    expect(hooks).toBe(before + 2);
    answering.pop()?.();
    await first;
    await handled(1);
    answering.pop()?.();
    await waiting;
  });
});
