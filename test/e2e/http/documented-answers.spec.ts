import { describe, expect, it } from '@jest/globals';
import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { fail, ok } from '../../../src/core/result.js';
import { Problems } from '../../../src/http/problem/endpoint-problems.js';
import { ProblemException } from '../../../src/http/problem/problem.js';
import { undocumentedStatus } from '../../support/http/documented-answers.js';
import { startTestServer, type TestServer } from '../../support/http/test-server.js';

@Controller('things')
class ThingsController {
  @Get('documented')
  @ApiOkResponse()
  @Problems(['not-found'])
  documented() {
    return Promise.resolve(Math.random() < 2 ? fail('not-found') : ok({}));
  }

  @Get('code')
  code(): never {
    throw new ProblemException({ code: 'not-collecting' });
  }

  @Get('status')
  status(@Res({ passthrough: true }) reply: FastifyReply): object {
    void reply.status(202);
    return {};
  }

  @Get('problem-of-no-kind')
  problemOfNoKind(@Res({ passthrough: true }) reply: FastifyReply): object {
    void reply.status(500);
    return {};
  }
}

const serve = (): Promise<TestServer> => startTestServer({ controllers: [ThingsController] });

describe('a server under test', () => {
  it('gives the answers that its document lists', async () => {
    const server = await serve();
    expect((await server.request.get('/api/v1/things/documented')).status).toBe(404);
    expect((await server.request.get('/api/v1/nothing')).status).toBe(404);
    await server.stop();
  });

  it.each([
    ['a code', 'code', 'Things.code answers 409 not-collecting: not documented'],
    ['a status', 'status', 'Things.status answers 202 : not documented'],
    [
      'another answer under the status of a problem',
      'problem-of-no-kind',
      'Things.problemOfNoKind answers 500 : not documented',
    ],
  ])(
    'refuses %s that it does not list, and does not stop without saying so',
    async (_what, path, message) => {
      const server = await serve();
      const answer = await server.request.get(`/api/v1/things/${path}`);
      expect([answer.status, answer.text]).toEqual([undocumentedStatus, message]);
      await expect(server.stop()).rejects.toThrow(message);
    },
  );
});
