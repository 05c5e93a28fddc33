import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { serveOpenApi } from './openapi/index.js';
import { ProblemFilter } from './problem/index.js';
import { honourBodyLimits } from './server/body-limit.js';
import { acceptOnlyJson } from './server/json-body.js';
import { tellMethodNotAllowed } from './server/method-not-allowed.js';
import { logRequests } from './server/request-log.js';
import { setSecurityHeaders } from './server/security-headers.js';
import { requestValidation } from './validation/index.js';

export { type AdapterOptions, createAdapter } from './server/adapter.js';

/** Where every endpoint lives. */
export const apiPrefix = 'api/v1';

/**
 * Makes an application built on {@link createAdapter} answer as ours does: prefix, headers, JSON only, bounded bodies, validated
 * fields, problems. Used by `main` and by every test alike; call it once, before `init()` or `listen()`.
 */
export async function configureServer(app: NestFastifyApplication): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  app.setGlobalPrefix(apiPrefix);
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalPipes(requestValidation());
  app.enableShutdownHooks();
  await setSecurityHeaders(app);
  honourBodyLimits(fastify);
  tellMethodNotAllowed(fastify);
  logRequests(fastify);
  acceptOnlyJson(app);
  serveOpenApi(app);
}
