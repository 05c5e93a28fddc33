import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { type FastifyError, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import type { Logger } from 'pino';
import { defaultLanguage, type MessageCode, statusOf } from '../../messages/index.js';
import { type ConnectionLimits, limitConnections, usualConnectionLimits } from './connections.js';
import { isSignedIn } from '../session-admission.js';
import { isUpload } from './request-body.js';
import { SignedInUploads } from './signed-in-uploads.js';
import { codeOfUnexpected } from '../problem/problem.filter.js';
import { problemDocument, writeProblem } from '../problem/problem.js';

/** What the HTTP server needs to know before it exists. */
export interface AdapterOptions {
  /** Where request lines go; nowhere without it. */
  readonly logger?: Logger;
  /**
   * How many reverse proxies stand in front; their `X-Forwarded-For` is believed. 0 where not given: with more than there are,
   * anyone could choose the address their rate limit counts under.
   */
  readonly trustedProxies?: number;
  /** {@link usualConnectionLimits} where not given. */
  readonly connections?: ConnectionLimits;
}

/** Bytes a request body may have where its route doesn't say otherwise. */
export const defaultBodyLimit = 4_096;

/** Characters of one path parameter: the longest of ours is a commitment, 64. */
const maximumParameterLength = 128;

/** The Fastify adapter as main and the tests use it: limits set, request lines of Fastify's own off. */
export function createAdapter(options: AdapterOptions = {}): FastifyAdapter {
  const { trustedProxies = 0, connections = usualConnectionLimits } = options;
  const uploads = new SignedInUploads(connections, (socket) => {
    answerBrokenConnection({ code: tooSlow }, socket);
  });
  const adapter = new FastifyAdapter({
    bodyLimit: defaultBodyLimit,
    requestTimeout: connections.request,
    keepAliveTimeout: connections.idle,
    connectionTimeout: connections.silent,
    http: {
      headersTimeout: connections.headers,
      connectionsCheckingInterval: connections.checkEvery,
    },
    trustProxy: (_address, hop) => hop < trustedProxies,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    // Fastify's own lines carry addresses and URLs; ours are in `request-log.ts`.
    logController: new LogController({ disableRequestLogging: true }),
    ...(options.logger === undefined ? { logger: false } : { loggerInstance: options.logger }),
    routerOptions: { maxParamLength: maximumParameterLength },
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
      writeProblem(request, reply, { code: codeOfUnexpected(error) }),
    clientErrorHandler: (error, socket) => {
      if (error.code !== tooSlow || !uploads.has(socket)) answerBrokenConnection(error, socket);
    },
    skipMiddie: true,
  });
  const fastify = adapter.getInstance();
  limitConnections(fastify.server, connections, trustedProxies);
  // Behind every `onRequest`: address, session, media type and declared length are decided.
  fastify.addHook('preParsing', (request, _reply, _payload, done) => {
    if (isUpload(request) && isSignedIn(request)) uploads.admit(request.raw, request.routeOptions.bodyLimit);
    done();
  });
  return adapter;
}

/** What node says of a request that is not there as a whole in time. A handler that does nothing then lets it go on. */
const tooSlow = 'ERR_HTTP_REQUEST_TIMEOUT';

const codeByConnectionError = new Map<string, MessageCode>([
  [tooSlow, 'request-timeout'],
  ['HPE_HEADER_OVERFLOW', 'headers-too-large'],
]);

/** Answers bytes that never became a request (so no header says in which language), and hangs up. */
function answerBrokenConnection(error: { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable)
    socket.write(responseFor(codeByConnectionError.get(error.code ?? '') ?? 'request-malformed'));
  socket.destroy();
}

function responseFor(code: MessageCode): string {
  const body = JSON.stringify(problemDocument({ code }, defaultLanguage));
  const status = statusOf(code);
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Language: ${defaultLanguage}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}
