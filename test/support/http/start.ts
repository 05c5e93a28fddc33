import type { ModuleMetadata } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import supertest from 'supertest';
import { type AdapterOptions, configureServer, createAdapter } from '../../../src/http/server.js';

/** A running application: requests go to it in the same process, through a loopback socket. */
export interface TestServer {
  readonly app: NestFastifyApplication;
  readonly request: ReturnType<typeof supertest>;
  stop(): Promise<void>;
}

/** What a test wants beside the application's own options. */
export interface TestServerOptions extends AdapterOptions {
  /** Stands in for every service that isn't provided: for what is decided before any service is asked. */
  readonly standIn?: object;
}

/** Starts an application of these modules, controllers and providers, configured as in production. */
export async function startTestServer(
  metadata: ModuleMetadata,
  options: TestServerOptions = {},
): Promise<TestServer> {
  const builder = Test.createTestingModule(metadata);
  const { standIn } = options;
  if (standIn !== undefined) builder.useMocker(() => standIn);
  const testing = await builder.compile();
  const app = testing.createNestApplication<NestFastifyApplication>(createAdapter(options));
  app.useLogger(false);
  await configureServer(app);
  await app.listen(0, '127.0.0.1');
  return { app, request: supertest(app.getHttpServer()), stop: () => app.close() };
}
