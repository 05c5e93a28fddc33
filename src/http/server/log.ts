import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/**
 * Where a line a request may be written. Elsewhere it would count co-signatures, and the log would tell a round's progress; so would the
 * pages of records that a lead reads.
 */
const loggedRoutes = /^\/api\/v1\/(?:staff|lead(?!\/round\/records$)|sign-in)(?:\/|$)/;

/** Answers of a server that is busy, paused or without its database: as many as people try, so that their lines would count attempts. */
const unavailable = 503;

/**
 * Writes a line for each answered request of staff, leads and sign-in, and elsewhere for each answer of status 500 and over but 503: request id,
 * method, route pattern, status and milliseconds. Never a URL, an address, a header or a body.
 */
export function logRequests(fastify: FastifyInstance): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? '(none)';
    const { statusCode } = reply;
    if (loggedRoutes.test(route) || (statusCode >= 500 && statusCode !== unavailable))
      writeLine(request, reply, route);
    done();
  });
}

function writeLine(request: FastifyRequest, reply: FastifyReply, route: string): void {
  const milliseconds = Math.round(reply.elapsedTime);
  request.log.info({ method: request.method, route, status: reply.statusCode, milliseconds }, 'answered');
}
