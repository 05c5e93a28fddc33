import type { FastifyInstance } from 'fastify';
import { ProblemException } from '../problem/problem.js';

interface Route {
  readonly method: string;
  readonly segments: readonly string[];
}

/**
 * Answers 405 with `Allow` where the address is one of ours and only the method isn't. Fastify itself answers 404. Routes are
 * compared by pattern alone, so nothing is told of which cases exist. Call before routes are registered.
 */
export function tellMethodNotAllowed(fastify: FastifyInstance): void {
  const routes: Route[] = [];
  fastify.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) routes.push({ method: each, segments: url.split('/') });
  });
  fastify.addHook('onRequest', (request, _reply, done) => {
    const allowed = request.is404 ? methodsAt(routes, request.url) : [];
    if (allowed.length === 0) done();
    else done(new ProblemException({ code: 'method-not-allowed' }, {}, { allow: allowed.join(', ') }));
  });
}

function methodsAt(routes: readonly Route[], url: string): readonly string[] {
  const segments = (url.split('?', 1)[0] ?? '').split('/');
  const matching = routes.filter((route) => matches(route.segments, segments));
  return [...new Set(matching.map((route) => route.method))].sort();
}

function matches(pattern: readonly string[], segments: readonly string[]): boolean {
  if (pattern.length !== segments.length) return false;
  return pattern.every((part, index) =>
    part.startsWith(':') ? segments[index] !== '' : part === segments[index],
  );
}
