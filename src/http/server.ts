import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ServiceSwitches } from '../cases/index.js';
import { type Part, parts as everyPart } from '../core/served-parts.js';
import { CaseConflicts, Sessions } from '../staff/index.js';
import { limitRequests, type RateLimitSizes, rateLimits } from './limits/rate-limits.js';
import type { CountsOfOthers } from './limits/counts-of-others.js';
import { serveOpenApi } from './openapi/document.js';
import { serveSecurityTxt } from './pages/security-txt.js';
import { shedLoad } from './overload/load-shedding.js';
import { speakTheLanguageOfTheAddress } from './pages/problem-pages.js';
import { servePages } from './pages/serve-pages.js';
import { serveOnly } from './part-admission.js';
import { ProblemFilter } from './problem/problem.filter.js';
import { logRequests } from './server/log.js';
import { tellMethodNotAllowed } from './server/method-not-allowed.js';
import { setSecurityHeaders } from './server/security-headers.js';
import { acceptKnownTypes, hangUpOnUnreadBodies, honourBodyLimits } from './server/request-body.js';
import { admitOnlyNamed } from './session-admission.js';
import { honourSwitches } from './switch-admission.js';
import { requestValidation } from './validation/validation.pipe.js';

export { type AdapterOptions, createAdapter } from './server/adapter.js';
export { NestLog } from './server/nest-log.js';

/** Where every endpoint lives. */
const apiPrefix = 'api/v1';

/** What the processes of the platform have together; without it, one process stands alone. */
export interface SharedByProcesses {
  /** What other processes count for the limits by address. */
  readonly countsOfOthers?: CountsOfOthers;
  /** What two people have switched off. */
  readonly switches?: Pick<ServiceSwitches, 'pauseOf' | 'readOnly'>;
  /** Which parts this process serves; all of them where left out. */
  readonly parts?: readonly Part[];
}

/**
 * Makes an application built on {@link createAdapter} answer as ours does: prefix, headers, limits by address, sessions, JSON only,
 * bounded bodies, validated fields, problems. What the address, the session and the headers decide is decided before a body is read.
 * Used by `main` and by every test alike; call it once, before `init()` or `listen()`.
 */
export async function configureServer(
  app: NestFastifyApplication,
  sizes: RateLimitSizes,
  { countsOfOthers, switches, parts = everyPart }: SharedByProcesses = {},
): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  app.setGlobalPrefix(apiPrefix);
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalPipes(requestValidation());
  setSecurityHeaders(fastify);
  speakTheLanguageOfTheAddress(fastify);
  hangUpOnUnreadBodies(fastify);
  tellMethodNotAllowed(fastify);
  serveOnly(fastify, parts);
  shedLoad(fastify);
  const limits = await rateLimits(fastify, sizes, countsOfOthers);
  if (switches !== undefined) honourSwitches(fastify, switches);
  limitRequests(fastify, limits);
  // Asked for with the first request: a test of other controllers needs no sessions.
  const admission = {
    sessions: () => app.get(Sessions, { strict: false }),
    conflicts: () => app.get(CaseConflicts, { strict: false }),
  };
  admitOnlyNamed(fastify, admission, limits);
  honourBodyLimits(fastify);
  logRequests(fastify);
  acceptKnownTypes(app);
  serveOpenApi(app);
  serveSecurityTxt(app);
  await servePages(app);
}
