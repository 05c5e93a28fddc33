import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { describeBug } from '../../core/log.js';
import type { MessageCode } from '../../messages/index.js';
import { ProblemException, writeProblem } from './problem.js';

/** Turns every failure into an HTTP answer, without any internal detail. Nothing else does. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly toldAt = new Map<string, number>();

  catch(exception: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const [request, reply] = [http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>()];
    if (reply.sent) return;
    if (statusIn(exception) === 503) this.tellOfOutage(exception, request);
    answer(exception, request, reply);
  }

  /** One line a minute for each cause, however many requests meet it: as many lines as requests would count them. */
  private tellOfOutage(exception: unknown, request: FastifyRequest): void {
    const { type, code = '' } = describeBug(exception);
    const [cause, now] = [`${type} ${code}`, performance.now()];
    if (now - (this.toldAt.get(cause) ?? -Infinity) < minute) return;
    this.toldAt.set(cause, now);
    request.log.warn({ type, code }, 'requests are answered 503: the database is away, busy or full');
  }
}

const minute = 60_000;

function answer(exception: unknown, request: FastifyRequest, reply: FastifyReply): void {
  if (exception instanceof ProblemException) {
    writeProblem(request, reply, exception.failure, exception.members, exception.headers);
    return;
  }
  const code = isOutcomeUnknown(exception, request) ? 'outcome-unknown' : codeOfUnexpected(exception);
  if (code === 'internal-error') request.log.error({ bug: describeBug(exception) }, 'unexpected error');
  writeProblem(request, reply, { code });
}

/** Whether a request that may have changed something failed in a way that leaves open whether it did. */
function isOutcomeUnknown(error: unknown, { method }: FastifyRequest): boolean {
  const unknown = typeof error === 'object' && error !== null && 'outcomeUnknown' in error;
  return unknown && error.outcomeUnknown === true && method !== 'GET' && method !== 'HEAD';
}

const codeByStatus = new Map<number, MessageCode>([
  [400, 'request-malformed'],
  [401, 'sign-in-required'],
  [403, 'role-required'],
  [404, 'not-found'],
  [405, 'method-not-allowed'],
  [408, 'request-timeout'],
  [413, 'request-too-large'],
  [414, 'address-too-long'],
  [415, 'content-type-not-json'],
  [429, 'too-many-requests'],
  [431, 'headers-too-large'],
  [503, 'temporarily-unavailable'],
]);

/**
 * The code for an error that isn't ours: of Fastify's parsers (`statusCode`), of Nest, or any other. Only its status is
 * read, because its message may quote what was sent.
 */
export function codeOfUnexpected(error: unknown): MessageCode {
  const status = statusIn(error);
  if (status === undefined) return 'internal-error';
  return codeByStatus.get(status) ?? (status < 500 ? 'request-malformed' : 'internal-error');
}

function statusIn(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  if (typeof error !== 'object' || error === null) return undefined;
  return 'statusCode' in error ? numberIn(error.statusCode) : undefined;
}

function numberIn(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
