import { randomUUID } from 'node:crypto';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { type FastifyError, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import type { Logger } from 'pino';
import { writeProblem } from '../problem/index.js';
import { codeOfUnexpected } from '../problem/unexpected.js';
import { answerBrokenConnection } from './broken-connection.js';

/** What the HTTP server needs to know before it exists. */
export interface AdapterOptions {
  /** Where request lines go; nowhere without it. */
  readonly logger?: Logger;
  /**
   * How many reverse proxies stand in front; their `X-Forwarded-For` is believed. 0 where not given: with more than there are,
   * anyone could choose the address their rate limit counts under.
   */
  readonly trustedProxies?: number;
}

/** Bytes a request body may have where its route doesn't say otherwise. */
export const defaultBodyLimit = 65_536;

/** Characters of one path parameter: the longest of ours is a commitment, 64. */
const maximumParameterLength = 128;

/** Milliseconds a request may take to arrive: slow senders don't hold a connection. */
const requestTimeout = 30_000;

/** The Fastify adapter as main and the tests use it: limits set, request lines of Fastify's own off. */
export function createAdapter(options: AdapterOptions = {}): FastifyAdapter {
  const { trustedProxies = 0 } = options;
  return new FastifyAdapter({
    bodyLimit: defaultBodyLimit,
    requestTimeout,
    trustProxy: (_address, hop) => hop < trustedProxies,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    // Fastify's own lines carry addresses and URLs; ours are in `request-log.ts`.
    logController: new LogController({ disableRequestLogging: true }),
    ...(options.logger === undefined ? { logger: false } : { loggerInstance: options.logger }),
    routerOptions: { maxParamLength: maximumParameterLength },
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
      writeProblem(request, reply, { code: codeOfUnexpected(error) }),
    clientErrorHandler: answerBrokenConnection,
    skipMiddie: true,
  });
}
