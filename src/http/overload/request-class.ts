import type { FastifyRequest } from 'fastify';
import { limitedUseOf } from '../limits/limited.js';
import { audienceOf } from '../session-admission.js';
import type { QueueSize } from './admission-queue.js';

/**
 * Whose requests stand in one queue, and how many of them: co-signers never shut out leads or staff, nor the other way round. By process. With records
 * written in groups, the requests handled at once are a group.
 */
export const requestClasses = {
  'co-signing': { handled: 64, waiting: 400 },
  'sign-in': { handled: 8, waiting: 64 },
  lead: { handled: 16, waiting: 64 },
  staff: { handled: 16, waiting: 64 },
  'public-reads': { handled: 64, waiting: 256 },
} as const satisfies Readonly<Record<string, QueueSize>>;

/** One of {@link requestClasses}. */
export type RequestClass = keyof typeof requestClasses;

const known = new WeakMap<object, RequestClass>();

/** The class of a request; undefined for health, which is always answered. */
export function classOf(request: FastifyRequest): RequestClass | undefined {
  if (request.is404) return 'public-reads';
  const { config } = request.routeOptions;
  const found = known.get(config) ?? classOfRoute(request);
  if (found !== undefined) known.set(config, found);
  return found;
}

function classOfRoute(request: FastifyRequest): RequestClass | undefined {
  const audience = audienceOf(request);
  if (audience !== undefined) return audience.kind;
  const use = limitedUseOf(request);
  if (use === 'health') return undefined;
  if (use === 'sign-in' || isSignIn(request)) return 'sign-in';
  return request.method === 'GET' || request.method === 'HEAD' ? 'public-reads' : 'co-signing';
}

/** The challenges for signing in count by address with those of co-signers, and must not stand behind them. */
const isSignIn = ({ routeOptions }: FastifyRequest): boolean =>
  routeOptions.url?.startsWith('/api/v1/sign-in/') === true;
