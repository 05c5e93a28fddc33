import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Part, parts } from '../core/served-parts.js';
import { ProblemException } from './problem/problem.js';

/** Which parts answer below an address; the first that fits counts. Pages, health and status are answered by every one. */
const partsBelow: readonly (readonly [RegExp, readonly Part[]])[] = [
  [/^\/api\/v1\/(?:health|status|keys)(?:\/|$)/, parts],
  [/^\/api\/v1\/staff(?:\/|$)/, ['staff']],
  [/^\/api\/v1\/lead(?:\/|$)/, ['lead']],
  [/^\/api\/v1\/sign-in\/staff$/, ['staff']],
  [/^\/api\/v1\/sign-in\/lead$/, ['lead']],
  [/^\/api\/v1\/sign-in(?:\/|$)/, ['lead', 'staff']],
  [/^\/api\/v1\//, ['intake']],
];

/**
 * Answers 404 `not-found` for what is another part's, before anything else is done: a process for co-signers has no door for staff.
 * Call before routes are registered.
 */
export function serveOnly(fastify: FastifyInstance, served: readonly Part[]): void {
  if (parts.every((part) => served.includes(part))) return;
  fastify.addHook('onRequest', (request, _reply, done) => {
    done(isServed(request, served) ? undefined : new ProblemException({ code: 'not-found' }));
  });
}

const isServed = ({ routeOptions }: FastifyRequest, served: readonly Part[]): boolean =>
  partsServing(routeOptions.url ?? '').some((part) => served.includes(part));

/** The parts that answer at an address, as the router names it. */
export function partsServing(address: string): readonly Part[] {
  const [, answering] = partsBelow.find(([below]) => below.test(address)) ?? [undefined, parts];
  return answering;
}
