import type { FastifyRequest } from 'fastify';
import type { Session, Sessions } from '../../staff/index.js';

const sessions = new WeakMap<FastifyRequest, Session>();

const bearer = /^Bearer ([A-Za-z0-9_-]{1,64})$/i;

/** Finds the session of the request's bearer token (RFC 6750 2.1) and remembers it with the request. */
export async function findSession(request: FastifyRequest, known: Sessions): Promise<Session | undefined> {
  const token = bearer.exec(request.headers.authorization ?? '')?.[1];
  const session = token === undefined ? undefined : await known.find(token);
  if (session !== undefined) sessions.set(request, session);
  return session;
}

/** The session a guard found. Throws where no guard stands before the handler: that is a bug. */
export function sessionOf(request: FastifyRequest): Session {
  const session = sessions.get(request);
  if (session === undefined) throw new Error('no guard before a handler that wants the session');
  return session;
}
