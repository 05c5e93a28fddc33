import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { createAdapter } from '../../../src/http/server.js';
import { logRequests } from '../../../src/http/server/log.js';

/** What a server of this one route logs of a request that it answers so. */
async function logged(route: string, status: number): Promise<readonly string[]> {
  const lines: string[] = [];
  const sink = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  const server = createAdapter({ logger: pino(sink) }).getInstance();
  logRequests(server);
  server.get(route, (_request, reply) => reply.code(status).send());
  const address = await server.listen({ host: '127.0.0.1', port: 0 });
  await fetch(address + route);
  // A line is written once its answer has left.
  await server.close();
  return lines.filter((line) => line.includes('"answered"'));
}

describe('the request log', () => {
  it.each([
    ['staff/cases', 200, 1],
    ['staff/cases', 503, 1],
    ['lead/case', 404, 1],
    ['sign-in/staff', 503, 1],
    // One line a page of records would tell how many there are.
    ['lead/round/records', 200, 0],
    ['cases/9001/co-signatures', 201, 0],
    ['cases/9001/co-signatures', 409, 0],
    ['cases/9001/co-signatures', 503, 0],
    ['cases/9001/co-signatures', 500, 1],
  ])('%s answered with %i: %i lines', async (route, status, count) => {
    expect(await logged(`/api/v1/${route}`, status)).toHaveLength(count);
  });
});
