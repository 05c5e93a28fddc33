import rateLimit, { type RateLimitOptions } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemException } from '../problem/problem.js';
import { addressBlock } from './address-block.js';
import { type LimitedUse, limitedUses, limitedUseOf } from './limited.js';
import type { Counted, CountsOfOthers } from './counts-of-others.js';

/** At most `limit` requests in `seconds` from the first of them. */
interface WindowSize {
  readonly seconds: number;
  readonly limit: number;
}

/** For each use, its windows: a short one against floods, a long one against patience. */
export type RateLimitSizes = Readonly<Record<LimitedUse, readonly WindowSize[]>>;

/** `minute` requests a minute, and 25 times as many an hour. */
const perMinute = (minute: number): readonly WindowSize[] => [
  { seconds: 60, limit: minute },
  { seconds: 3600, limit: minute * 25 },
];

/**
 * Wide, since one address may be a mobile carrier's whole customer group or an office: a person needs two requests to co-sign. Processes
 * tell one another what they counted ({@link CountsOfOthers}).
 */
export const defaultRateLimits: RateLimitSizes = {
  challenges: perMinute(240),
  'sign-in': [
    { seconds: 60, limit: 20 },
    { seconds: 3600, limit: 200 },
  ],
  'co-signatures': perMinute(240),
  // Each asks somebody's phone, maybe a stranger's.
  'mobile-pushes': [
    { seconds: 60, limit: 10 },
    { seconds: 3600, limit: 60 },
  ],
  // A person asks each four seconds.
  'mobile-results': perMinute(240),
  'own-co-signatures': [
    { seconds: 60, limit: 20 },
    { seconds: 3600, limit: 200 },
  ],
  'unknown-sessions': perMinute(120),
  'public-reads': perMinute(1200),
  // A count of its own: whoever reads much from a balancer's address must not have its probe refused, which would take the server out.
  health: perMinute(600),
};

/** No limits at all: for tests and measurements. */
export const noRateLimits: RateLimitSizes = forEachUse(() => []);

/** Addresses counted in one window at a time: some 10 MB at most. The address seen longest ago is forgotten first. */
const maximumAddresses = 100_000;

/** What a limit needs to know of a request. */
type Asker = Pick<FastifyRequest, 'ip' | 'routeOptions'>;

/** How much each address may still ask, for each use. */
export interface RateLimits {
  /** Counts a request and answers 0, or answers the seconds to wait where one of the windows is full; then nothing is counted. */
  take(use: LimitedUse, asker: Asker): Promise<number>;
  /** Seconds until this address may ask again; 0 where it may now. Counts nothing. */
  secondsToWait(use: LimitedUse, asker: Asker): Promise<number>;
  /** Counts a request; seconds to wait where others have come between looking and counting, and this one is too many. */
  count(use: LimitedUse, asker: Asker): Promise<number>;
}

/**
 * Refuses a request whose address has used up its share before its body is read: 429 `too-many-requests` with `Retry-After`. Endpoints
 * of one use ({@link Limited}) share one count. A refused request is not counted. Call before routes are registered.
 */
export function limitRequests(fastify: FastifyInstance, limits: RateLimits): void {
  fastify.addHook('onRequest', async (request) => {
    const use = limitedUseOf(request);
    if (use === undefined) return;
    const seconds = await limits.take(use, request);
    if (seconds > 0)
      throw new ProblemException({
        code: 'too-many-requests',
        values: { seconds },
      });
  });
}

/** Makes the windows, in the memory of this process. With `shared`, what other processes count is added to them. */
export async function rateLimits(
  fastify: FastifyInstance,
  sizes: RateLimitSizes,
  shared?: CountsOfOthers,
): Promise<RateLimits> {
  await fastify.register(rateLimit, { global: false });
  const windows = forEachUse((use) => sizes[use].map((size) => windowOf(fastify, size)));
  const secondsToWait: RateLimits['take'] = (use, asker) => longestWait(windows[use], asker, false);
  const count: RateLimits['take'] = (use, asker) => {
    shared?.count(use, addressBlock(asker.ip));
    return longestWait(windows[use], asker, true);
  };
  shared?.share(
    (use) => toldFrom(sizes[use]),
    (counted) => void addCounted(windows[counted.use], counted),
  );
  const take: RateLimits['take'] = async (use, asker) => {
    const wait = await secondsToWait(use, asker);
    return wait > 0 ? wait : count(use, asker);
  };
  return { take, secondsToWait, count };
}

/** Requests below which an address is not worth telling of: a 24th of the shortest window, so that people who share none are never told of. */
function toldFrom(sizes: readonly WindowSize[]): number {
  return Math.ceil(Math.min(...sizes.map(({ limit }) => limit)) / 24);
}

/** Counts what another process counted, up to what fills the windows. */
async function addCounted(windows: readonly Window[], { block, requests }: Counted): Promise<void> {
  // The windows read nothing else of a request.
  const asker = { ip: block, routeOptions: { config: {} } } as FastifyRequest;
  for (let added = 0; added < requests; added++) {
    if ((await longestWait(windows, asker, false)) > 0) return;
    await longestWait(windows, asker, true);
  }
}

function forEachUse<Value>(make: (use: LimitedUse) => Value): Readonly<Record<LimitedUse, Value>> {
  return Object.fromEntries(limitedUses.map((use) => [use, make(use)])) as Record<LimitedUse, Value>;
}

type Window = ReturnType<FastifyInstance['createRateLimit']>;

function windowOf(fastify: FastifyInstance, { seconds, limit }: WindowSize): Window {
  const options: RateLimitOptions = {
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
