import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import path from 'node:path';
import { CaseService, ServiceSwitches } from '../../cases/index.js';
import { PublicResults } from '../../checking/index.js';
import { type Configuration, CONFIGURATION } from '../../configuration/configuration.js';
import { sha256Hex } from '../../core/sha256.js';
import { PLATFORM_ORIGIN } from '../../core/statement/index.js';
import { isKept, keep } from '../cached-answer.js';
import { limitedRoute } from '../limits/limited.js';
import { ServiceStatus } from '../platform/service-status.js';
import { type DataOfPage, dataOfPages } from './page-data.js';
import { builtPagesFolder, loadPages, type Site } from './page-writer.js';
import { addressOf, pageHeaders, showProblemsAsPages, type WriteHere } from './problem-pages.js';

/**
 * Serves the pages for people, in both languages, and what they are built of. Does nothing where they are not built: the API stands
 * alone then.
 */
export async function servePages(app: NestFastifyApplication): Promise<void> {
  const folder = builtPagesFolder();
  const built = await loadPages(folder);
  if (built === undefined) return;
  // Named by content: never changed, and compressed once, by the build.
  await app.register(fastifyStatic, {
    root: path.join(folder, 'client', 'assets'),
    prefix: '/assets/',
    decorateReply: false,
    index: false,
    preCompressed: true,
    immutable: true,
    maxAge: '1y',
    allowedPath: (name) => /\.(?:js|css|svg)$/.test(name),
  });
  const siteOf = (): Site => {
    const { notice, contacts = {} } = app.get<Configuration>(CONFIGURATION);
    return { origin: app.get<string>(PLATFORM_ORIGIN), notice, contacts };
  };
  const write: WriteHere = (address, content) => built(address, content, siteOf());
  const fastify = app.getHttpAdapter().getInstance();
  showProblemsAsPages(fastify, write);
  const pages = dataOfPages(
    () => app.get(CaseService, { strict: false }),
    () => app.get(ServiceStatus, { strict: false }),
    () => app.get(PublicResults, { strict: false }),
    () => app.get(ServiceSwitches, { strict: false }),
  );
  for (const [pattern, dataOf] of pages)
    for (const url of [pattern, pattern === '/' ? '/en/' : `/en${pattern}`])
      fastify.get(url, limitedRoute('public-reads'), (request, reply) =>
        answer(write, dataOf, request, reply),
      );
}

async function answer(
  write: WriteHere,
  dataOf: DataOfPage,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const data = await dataOf(request.params as Readonly<Record<string, string>>);
  const { status, html } = await write(addressOf(request), { data });
  void reply.headers(pageHeaders);
  if (status === 404) return reply.status(404).send(html);
  const kept = isKept(request, reply, { sha256: sha256Hex(html), cacheControl: keep.page });
  return reply.send(kept ? undefined : html);
}
