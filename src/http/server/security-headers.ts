import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';

const settings = {
  // An API answer is data: a browser that shows one runs and loads nothing from it.
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"], 'base-uri': ["'none'"] },
  },
  // The card's popup must keep its opener (the local sign server answers through it).
  crossOriginOpenerPolicy: { policy: 'same-origin-allow-popups' as const },
  referrerPolicy: { policy: 'no-referrer' as const },
  strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
};

/** Security headers on every answer, `Cache-Control: no-store` where a route doesn't say otherwise, and the request's id. Call before routes are registered. */
export function setSecurityHeaders(fastify: FastifyInstance): void {
  const fields = { ...securityHeaders(), 'cache-control': 'no-store' };
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers(fields).header('x-request-id', request.id);
    done();
  });
}

/** What helmet sets. It is the same on every answer, so helmet is asked once, over an answer that goes nowhere. */
function securityHeaders(): Readonly<Record<string, string>> {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  // It throws for settings that make no sense, and calls back otherwise.
  helmet(settings)(request, response, () => undefined);
  return Object.fromEntries(
    Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]),
  );
}
