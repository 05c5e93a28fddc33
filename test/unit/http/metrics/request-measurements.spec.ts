import { expect, it } from '@jest/globals';
import { Registry } from 'prom-client';
import { RequestMeasurements } from '../../../../src/http/metrics/request-measurements.js';
import { shedLoad } from '../../../../src/http/overload/load-shedding.js';
import { AdmissionQueue } from '../../../../src/http/overload/admission-queue.js';
import { requestClasses } from '../../../../src/http/overload/request-class.js';
import { createAdapter } from '../../../../src/http/server.js';

it('a co-signature that a busy server refuses ahead of everything shows as a failure, and is not counted', async () => {
  const registry = new Registry();
  const fastify = createAdapter().getInstance();
  const names = Object.keys(requestClasses) as (keyof typeof requestClasses)[];
  const queues = Object.fromEntries(names.map((name) => [name, new AdmissionQueue(requestClasses[name])]));
  // Nobody gets in.
  Object.defineProperty(queues['co-signing'], 'full', { value: true });
  shedLoad(fastify, queues as never);
  fastify.setErrorHandler((_error, _request, reply) => reply.code(503).send('{}'));
  fastify.post('/api/v1/cases/:caseNumber/co-signatures', () => ({}));
  new RequestMeasurements(registry).watch(fastify);
  const address = await fastify.listen({ host: '127.0.0.1', port: 0 });
  const refused = async (): Promise<number> => {
    const body = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
    return (await fetch(`${address}/api/v1/cases/9001/co-signatures`, body)).status;
  };
  expect([await refused(), await refused()]).toEqual([503, 503]);
  const text = await registry.metrics();
  await fastify.close();
  expect(text).toContain('lianshu_http_recent_failure{class="co-signing"} 1');
  expect(text).toContain('lianshu_http_recent_failure{class="public-reads"} 0');
  expect(text).toContain('lianshu_http_recent_seconds{class="co-signing",quantile="0.99"} 0.1');
  expect(text).not.toMatch(/ 2$/m);
});
