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

/** Starts an application of these modules, controllers and providers, configured as in production. */
export async function startTestServer(
  metadata: ModuleMetadata,
  options: AdapterOptions = {},
): Promise<TestServer> {
  const testing = await Test.createTestingModule(metadata).compile();
  const app = testing.createNestApplication<NestFastifyApplication>(createAdapter(options));
  app.useLogger(false);
  await configureServer(app);
  await app.listen(0, '127.0.0.1');
  return { app, request: supertest(app.getHttpServer()), stop: () => app.close() };
}
