import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Language, preferredLanguage } from '../../messages/index.js';
import { maximumDiscarded } from '../server/request-body.js';

/** What of an answer is made anew each time. */
const ownHeaders = new Set(['x-request-id', 'retry-after', 'content-length', 'date', 'connection']);

/** An answer as it was given: header fields as name, value, name, value …; and its content. */
interface GivenAnswer {
  readonly headers: readonly string[];
  readonly content: Buffer;
}

/**
 * Gives the refusal of a busy server again, ahead of Fastify: under a flood of co-signatures, refusing them one by one through all that an answer
 * usually passes would take the time that those who were taken need. The first refusal in a language is given the usual way, and those after it are the
 * same but for the request's id and `Retry-After`.
 */
export class RefusalsAhead {
  private readonly given = new Map<Language, GivenAnswer>();
  private readonly wanted = new WeakMap<FastifyRequest, Language>();

  /** `isBusy`: whether co-signatures are refused now. Call before the server listens. */
  constructor(
    fastify: FastifyInstance,
    private readonly isBusy: () => boolean,
    private readonly secondsToRetry: () => number,
  ) {
    fastify.addHook('onSend', (request, reply, payload, done) => {
      const language = this.wanted.get(request);
      if (language !== undefined && reply.statusCode === 503 && typeof payload === 'string')
        this.given.set(language, { headers: fieldsOf(reply.getHeaders()), content: Buffer.from(payload) });
      done();
    });
    const { server } = fastify;
    const listeners = server.listeners('request') as ((
      request: IncomingMessage,
      response: ServerResponse,
    ) => void)[];
    server.removeAllListeners('request');
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      if (isSmallCoSigning(request) && this.isBusy() && this.refuse(request, response)) return;
      for (const listener of listeners) listener.call(server, request, response);
    });
  }

  /** Keeps the refusal that this request is about to get, if there is none yet in its language. */
  remember(request: FastifyRequest): void {
    const language = preferredLanguage(request.headers['accept-language']);
    if (!this.given.has(language) && isSmallCoSigning(request.raw)) this.wanted.set(request, language);
  }

  private refuse(request: IncomingMessage, response: ServerResponse): boolean {
    const given = this.given.get(preferredLanguage(request.headers['accept-language']));
    if (given === undefined) return false;
    const own = [
      ...['x-request-id', randomUUID()],
      ...['retry-after', String(this.secondsToRetry())],
      ...['content-length', String(given.content.length)],
    ];
    response.writeHead(503, [...given.headers, ...own]);
    response.end(given.content);
    return true;
  }
}

/** Whether a request is one of co-signers, with a body that may be discarded: a longer one ends its connection, by the usual way. */
function isSmallCoSigning({ method, url = '', headers }: IncomingMessage): boolean {
  if (method !== 'POST' || !url.startsWith('/api/v1/cases/')) return false;
  return Number(headers['content-length'] ?? Infinity) <= maximumDiscarded;
}

function fieldsOf(
  headers: Readonly<Record<string, number | string | readonly string[] | undefined>>,
): readonly string[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    ownHeaders.has(name) || value === undefined ? [] : [name, String(value)],
  );
}
