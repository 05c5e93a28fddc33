import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import { type Part, parts } from '../../../src/core/served-parts.js';
import { partsServing, serveOnly } from '../../../src/http/part-admission.js';

const { paths } = JSON.parse(readFileSync('docs/api/openapi.json', 'utf8')) as {
  paths: Record<string, object>;
};

function serverOf(served: readonly Part[]): FastifyInstance {
  const server = fastify();
  server.setErrorHandler((_error, _request, reply) => reply.code(404).send());
  serveOnly(server, served);
  for (const address of ['/cases', '/api/v1/health', '/api/v1/cases', '/api/v1/lead', '/api/v1/staff/cases'])
    server.get(address, () => 'served');
  return server;
}

describe('the parts of the platform', () => {
  it.each([
    ['/api/v1/cases/:caseNumber/co-signatures', ['intake']],
    ['/api/v1/receipts/:commitment', ['intake']],
    ['/api/v1/lead/progress', ['lead']],
    ['/api/v1/staff', ['staff']],
    ['/api/v1/staffing', ['intake']],
    ['/api/v1/sign-in/challenges', ['lead', 'staff']],
    ['/api/v1/sign-in/staff', ['staff']],
    ['/api/v1/sign-in/lead', ['lead']],
    ['/api/v1/health', parts],
    ['/cases/:caseNumber', parts],
  ])('%s is answered by %j', (address, answering) => {
    expect(partsServing(address)).toEqual(answering);
  });

  it('have every address of the API among them, and staff’s and leads’ nowhere else', () => {
    for (const address of Object.keys(paths)) {
      const [, own] = /^\/api\/v1\/(staff|lead)(?:\/|$)/.exec(address) ?? [];
      const answering = partsServing(address);
      expect({ address, answering }).toEqual({ address, answering: own === undefined ? answering : [own] });
      expect(answering.length).toBeGreaterThan(0);
    }
  });

  it.each([
    [['intake'], [200, 200, 200, 404, 404]],
    [
      ['lead', 'staff'],
      [200, 200, 404, 200, 200],
    ],
    [['checking'], [200, 200, 404, 404, 404]],
    [parts, [200, 200, 200, 200, 200]],
  ] as const)('with %j alone, nothing else is there', async (served, expected) => {
    const server = serverOf(served);
    const address = await server.listen({ host: '127.0.0.1', port: 0 });
    const statuses: number[] = [];
    for (const url of ['/cases', '/api/v1/health', '/api/v1/cases', '/api/v1/lead', '/api/v1/staff/cases'])
      statuses.push((await fetch(`${address}${url}`)).status);
    expect(statuses).toEqual(expected);
    await server.close();
  });
});
