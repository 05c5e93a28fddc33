import type { FastifyInstance, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { problemWritten } from '../problem/problem.js';
import type { PageContent, WrittenPage } from './page-writer.js';

/** Writes a page of this installation. */
export type WriteHere = (address: string, content: PageContent) => Promise<WrittenPage>;

/** The header fields of every page. It may load and run what this origin serves, and nothing written into the HTML. */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
};

/** The path that was asked for, with the language. */
export function addressOf({ url }: Pick<FastifyRequest, 'url'>): string {
  return url.split('?', 1)[0] ?? '/';
}

/**
 * A person who opens an address outside the API in a browser reads a problem as a page, in the language of the address. The status and
 * the other header fields stay as they are. Programs get the problem document. Call before routes and other hooks are registered.
 */
export function speakTheLanguageOfTheAddress(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (isForAPerson(request))
      request.headers['accept-language'] = /^\/en(?:\/|$)/.test(addressOf(request)) ? 'en' : 'zh-TW';
    done();
  });
}

/** Writes the page of a problem in place of its document, where {@link speakTheLanguageOfTheAddress} says. Call before routes are registered. */
export function showProblemsAsPages(fastify: FastifyInstance, write: WriteHere): void {
  fastify.addHook('onSend', async (request, reply, payload) => {
    const problem = isForAPerson(request) ? problemWritten(request) : undefined;
    if (problem === undefined) return payload;
    const { status, title, detail } = problem;
    const content = status === 404 ? {} : { problem: { title, detail } };
    const { html } = await write(addressOf(request), { data: undefined, ...content });
    void reply.headers({ ...pageHeaders, vary: 'Accept' });
    return html;
  });
}

const readingMethods: readonly string[] = ['GET', 'HEAD'];

function isForAPerson(request: FastifyRequest): boolean {
  if (!readingMethods.includes(request.method) || addressOf(request).startsWith('/api/')) return false;
  const offered = ['application/problem+json', 'text/html'];
  return new Negotiator({ headers: request.headers }).mediaType(offered) === 'text/html';
}
