import type { FastifyInstance } from 'fastify';
import { Gauge, Histogram, type Registry } from 'prom-client';
import { answerSteps, RecentAnswers } from './recent-answers.js';
import { isCounted, requestClass, uncountedClasses } from './request-class.js';

/** What the answers of the API show: counts where they may be counted, and elsewhere how long the slowest took. */
export class RequestMeasurements {
  private readonly recent = new Map<string, RecentAnswers>(
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

  /** Watches the answers of a server that doesn't listen yet. */
  watch(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', (request, reply, done) => {
      this.add(request.routeOptions.url, reply.statusCode, reply.elapsedTime / 1_000);
      done();
    });
  }

  private add(route: string | undefined, status: number, seconds: number): void {
    const name = requestClass(route);
    if (isCounted(name))
      this.counted.observe({ class: name, status: `${Math.floor(status / 100)}xx` }, seconds);
    else this.recent.get(name)?.add(seconds, status);
  }
}
