import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { Gauge, Histogram, type Registry } from 'prom-client';
import { classOf, type RequestClass } from '../overload/request-class.js';
import { answerSteps, RecentAnswers } from './recent-answers.js';

/** Requests that may be counted: staff's and sign-ins, which the log has lines for. */
const countedClasses: readonly RequestClass[] = ['staff', 'sign-in'];

/**
 * Requests that may not be counted. A lead reads records page by page, and who co-signs reads the case first, so the numbers of these would
 * tell a case's progress as well as that of co-signatures.
 */
const uncountedClasses: readonly RequestClass[] = ['co-signing', 'lead', 'public-reads'];

/** What the answers of the API show: counts where they may be counted, and elsewhere how long the slowest took. */
export class RequestMeasurements {
  private readonly recent = new Map<RequestClass, RecentAnswers>(
    uncountedClasses.map((name) => [name, new RecentAnswers()]),
  );
  private readonly counted: Histogram<'class' | 'status'>;

  constructor(registry: Registry) {
    const registers = [registry];
    this.counted = new Histogram({
      name: 'lianshu_http_request_seconds',
      help: 'Answers to staff and sign-ins, by class of the route and of the status. No other requests are counted.',
      labelNames: ['class', 'status'],
      buckets: [...answerSteps],
      registers,
    });
    const { recent } = this;
    new Gauge({
      name: 'lianshu_http_recent_seconds',
      help: 'How long the latest answers took, at least 0.1, rounded up in steps, worked out every five minutes at most. It does not tell how many there were.',
      labelNames: ['class', 'quantile'],
      registers,
      collect() {
        for (const [name, answers] of recent)
          for (const [quantile, seconds] of answers.view().seconds)
            this.set({ class: name, quantile: String(quantile) }, seconds);
      },
    });
    new Gauge({
      name: 'lianshu_http_recent_failure',
      help: '1 where an answer of the last five minutes or more had a status of 500 and over',
      labelNames: ['class'],
      registers,
      collect() {
        for (const [name, answers] of recent) this.set({ class: name }, answers.view().failed ? 1 : 0);
      },
    });
  }

  /** Watches the answers of a server that doesn't listen yet, whose own listeners are all there. */
  watch(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', (request, reply, done) => {
      const name = classOf(request);
      if (name !== undefined) this.add(name, reply.statusCode, reply.elapsedTime / 1_000);
      done();
    });
    // Co-signatures that a busy server refuses ahead of Fastify have their answer by now.
    fastify.server.on('request', (_request, response: ServerResponse) => {
      if (response.writableEnded) this.add('co-signing', response.statusCode, 0);
    });
  }

  private add(name: RequestClass, status: number, seconds: number): void {
    if (countedClasses.includes(name))
      this.counted.observe({ class: name, status: `${Math.floor(status / 100)}xx` }, seconds);
    else this.recent.get(name)?.add(seconds, status);
  }
}
