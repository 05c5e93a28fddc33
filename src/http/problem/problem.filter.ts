import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { describeBug } from './describe-bug.js';
import { ProblemException } from './problem.exception.js';
import { codeOfUnexpected } from './unexpected.js';
import { writeProblem } from './write-problem.js';

/** The one place where a failure becomes an HTTP answer, and where the inside stays inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(exception: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    answer(exception, http.getRequest(), http.getResponse());
  }
}

function answer(exception: unknown, request: FastifyRequest, reply: FastifyReply): void {
  if (reply.sent) return;
  if (exception instanceof ProblemException) {
    writeProblem(request, reply, exception.failure, exception.members, exception.headers);
    return;
  }
  const code = codeOfUnexpected(exception);
  if (code === 'internal-error') request.log.error({ bug: describeBug(exception) }, 'unexpected error');
  writeProblem(request, reply, { code });
}
