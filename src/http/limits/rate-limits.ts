import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemException } from '../problem/problem.js';
import { addressBlock } from './address-block.js';
import { type LimitedUse, limitedUseOf } from './limited.js';

/** At most `limit` requests in `seconds` from the first of them. */
interface WindowSize {
  readonly seconds: number;
  readonly limit: number;
}

/** For each use, its windows: a short one against floods, a long one against patience. */
export type RateLimitSizes = Readonly<Record<LimitedUse, readonly WindowSize[]>>;

/**
 * Wide, since one address may be a mobile carrier's whole customer group or an office: a person needs two requests to co-sign. Each
 * process counts for itself.
 */
export const defaultRateLimits: RateLimitSizes = {
  challenges: [
    { seconds: 60, limit: 240 },
    { seconds: 3600, limit: 6000 },
  ],
  'sign-in': [
    { seconds: 60, limit: 20 },
    { seconds: 3600, limit: 200 },
  ],
  'co-signatures': [
    { seconds: 60, limit: 240 },
    { seconds: 3600, limit: 6000 },
  ],
};

/** No limits at all: for tests and measurements. */
export const noRateLimits: RateLimitSizes = { challenges: [], 'sign-in': [], 'co-signatures': [] };

/** Addresses counted in one window at a time: some 10 MB at most. The address seen longest ago is forgotten first. */
const maximumAddresses = 100_000;

/**
 * Refuses a request whose address has used up its share before its body is read: 429 `too-many-requests` with `Retry-After`. Endpoints
 * of one use ({@link Limited}) share one count. A refused request is not counted. Call before routes are registered.
 */
export async function limitRequests(fastify: FastifyInstance, sizes: RateLimitSizes): Promise<void> {
  const take = await rateLimits(fastify, sizes);
  fastify.addHook('onRequest', async (request) => {
    const use = limitedUseOf(request);
    const seconds = use === undefined ? 0 : await take(use, request);
    if (seconds > 0) throw new ProblemException({ code: 'too-many-requests', values: { seconds } });
  });
}

/** What a limit needs to know of a request. */
type Asker = Pick<FastifyRequest, 'ip' | 'routeOptions'>;

/** Counts a request and answers 0, or answers the seconds to wait where one of the windows is full; then nothing is counted. */
type TakeShare = (use: LimitedUse, asker: Asker) => Promise<number>;

/** Makes the windows, in the memory of this process. */
export async function rateLimits(fastify: FastifyInstance, sizes: RateLimitSizes): Promise<TakeShare> {
  await fastify.register(rateLimit, { global: false });
  const windowsOf = (use: LimitedUse): readonly Window[] => sizes[use].map((size) => windowOf(fastify, size));
  const windows: Readonly<Record<LimitedUse, readonly Window[]>> = {
    challenges: windowsOf('challenges'),
    'sign-in': windowsOf('sign-in'),
    'co-signatures': windowsOf('co-signatures'),
  };
  return async (use, asker) => {
    const wait = await longestWait(windows[use], asker, false);
    // Others may have come between looking and counting: what then exceeds is refused as well.
    return wait > 0 ? wait : longestWait(windows[use], asker, true);
  };
}

type Window = ReturnType<FastifyInstance['createRateLimit']>;

function windowOf(fastify: FastifyInstance, { seconds, limit }: WindowSize): Window {
  const options: rateLimit.RateLimitOptions = {
    max: limit,
    timeWindow: seconds * 1000,
    cache: maximumAddresses,
    keyGenerator: ({ ip }) => addressBlock(ip),
  };
  return fastify.createRateLimit(options);
}

/** Seconds until every window takes another request of this address; 0 where all do now. */
async function longestWait(windows: readonly Window[], asker: Asker, increment: boolean): Promise<number> {
  const states = await Promise.all(windows.map((window) => window(asker as FastifyRequest, { increment })));
  const waits = states.map((state) => {
    if (state.isAllowed) return 0;
    const full = increment ? state.isExceeded : state.remaining === 0;
    return full ? Math.max(1, state.ttlInSeconds) : 0;
  });
  return Math.max(0, ...waits);
}
