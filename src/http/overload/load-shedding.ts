import { randomInt } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemException } from '../problem/problem.js';
import { AdmissionQueue } from './admission-queue.js';
import { EventLoopDelay } from './event-loop-delay.js';
import { classOf, type RequestClass, requestClasses } from './request-class.js';
import { RefusalsAhead } from './refusals-ahead.js';

/** Seconds after which a refused request may come again, spread so that they don't come all at once. */
const retryAfter = { least: 3, most: 8 };

type Queues = Readonly<Record<RequestClass, AdmissionQueue>>;

/**
 * Refuses what can't be answered within about a second, before its body is read and before anything else is done for it: 503
 * `temporarily-unavailable` with `Retry-After`. A request stands in the queue of its class once its body is there, so that nobody holds a place by
 * sending slowly, and leaves it when its answer is ready. It is written nowhere that one was refused, or how many. Call before routes are registered.
 */
export function shedLoad(fastify: FastifyInstance, queues: Queues = newQueues()): void {
  const delay = new EventLoopDelay();
  const held = new WeakMap<FastifyRequest, AdmissionQueue>();
  fastify.addHook('onClose', (_instance, done) => {
    delay.end();
    done();
  });
  const isFull = (name: RequestClass): boolean =>
    queues[name].full || (delay.isLong && givesWay(name) && !queues[name].idle);
  const ahead = new RefusalsAhead(fastify, () => isFull('co-signing'), secondsToRetry);
  fastify.addHook('onRequest', (request, _reply, done) => {
    const name = classOf(request);
    if (name === undefined || !isFull(name)) {
      done();
      return;
    }
    if (name === 'co-signing') ahead.remember(request);
    done(refusal());
  });
  fastify.addHook('preValidation', (request, reply, done) => {
    const name = classOf(request);
    if (name === undefined) {
      done();
      return;
    }
    const begin = (): void => {
      held.set(request, queues[name]);
      // Whoever has gone while waiting needs no answer; nothing was done for them.
      done(reply.raw.destroyed ? refusal() : undefined);
    };
    queues[name].enter(begin, () => done(refusal()));
  });
  // Not when the answer has arrived: whoever reads slowly holds no place, nor does whoever hangs up free one while the work goes on.
  fastify.addHook('onSend', (request, _reply, _payload, done) => {
    const queue = held.get(request);
    held.delete(request);
    queue?.leave();
    done();
  });
}

/** A queue for each class. */
function newQueues(): Queues {
  const queues = Object.entries(requestClasses).map(([name, size]) => [name, new AdmissionQueue(size)]);
  return Object.fromEntries(queues) as Record<RequestClass, AdmissionQueue>;
}

/** Staff and leads are few, and may be needed most when the server is late. */
const givesWay = (name: RequestClass): boolean => name === 'co-signing' || name === 'public-reads';

const secondsToRetry = (): number => randomInt(retryAfter.least, retryAfter.most + 1);

function refusal(): ProblemException {
  return new ProblemException({ code: 'temporarily-unavailable', values: { seconds: secondsToRetry() } });
}
