import cluster from 'node:cluster';
import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import { type AbstractHttpAdapter, HttpAdapterHost } from '@nestjs/core';
import fastify, { type FastifyInstance } from 'fastify';
import { type Configuration, CONFIGURATION } from '../../configuration/configuration.js';
import { errorCode } from '../../core/error-code.js';
import { Measurements } from './measurements.js';
import { Readiness } from './readiness.js';

/** As many as `serve --processes` takes at most. */
const mostProcesses = 64;

/**
 * A server of its own, on a port of its own, for those who run the platform: `GET /metrics` (Prometheus), `/live` (200 while this process
 * answers), `/ready` (200 or 503, and the parts). It is off where no port is given. Nobody signs in, so the port must not be open to the world.
 */
@Injectable()
export class MetricsServer implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private server: FastifyInstance | undefined;

  constructor(
    private readonly measurements: Measurements,
    private readonly readiness: Readiness,
    private readonly host: HttpAdapterHost,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** Such as `http://127.0.0.1:9464`; undefined while it doesn't listen. */
  get address(): string | undefined {
    return this.server?.listeningOrigin;
  }

  /** Watches the API from its first answer on. */
  onModuleInit(): void {
    if (this.configuration.metrics === undefined) return;
    // A process without an API, such as a worker, has no adapter, whatever the type says.
    const httpAdapter = this.host.httpAdapter as AbstractHttpAdapter | null | undefined;
    const api = httpAdapter?.getInstance<FastifyInstance>();
    if (api !== undefined) this.measurements.requests.watch(api);
    this.measurements.load.start();
  }

  async onApplicationBootstrap(): Promise<void> {
    const { metrics } = this.configuration;
    if (metrics === undefined) return;
    this.server = await this.listen(metrics);
  }

  async onModuleDestroy(): Promise<void> {
    this.measurements.load.stop();
    await this.server?.close();
  }

  /** Of several processes behind one port (`serve --processes`), each takes the first port that is free from the given one on. */
  private async listen({
    host,
    port,
  }: {
    readonly host: string;
    readonly port: number;
  }): Promise<FastifyInstance> {
    const last = cluster.isWorker && port !== 0 ? Math.min(port + mostProcesses - 1, 65_535) : port;
    for (let candidate = port; ; candidate++) {
      const server = this.create();
      try {
        // `exclusive`: this process alone answers there, and the first process isn't told.
        await server.listen({ host, port: candidate, exclusive: true });
        return server;
      } catch (error) {
        await server.close();
        if (errorCode(error) !== 'EADDRINUSE' || candidate >= last) throw error;
      }
    }
  }

  private create(): FastifyInstance {
    const server = fastify({
      logger: false,
      bodyLimit: 1,
      requestTimeout: 10_000,
      forceCloseConnections: true,
    });
    server.get('/live', () => ({ live: true }));
    server.get('/ready', async (_request, reply) => {
      const { ready, parts } = await this.readiness.look();
      return reply.status(ready ? 200 : 503).send({ ready, parts });
    });
    server.get('/metrics', async (_request, reply) =>
      reply.header('content-type', this.measurements.contentType).send(await this.measurements.text()),
    );
    return server;
  }
}
