import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import path from 'node:path';
import { CaseService } from '../../cases/index.js';
import { type Configuration, CONFIGURATION } from '../../configuration/configuration.js';
import { sha256Hex } from '../../core/sha256.js';
import { PLATFORM_ORIGIN } from '../../core/statement/index.js';
import { isKept, keep } from '../cached-answer.js';
import { limitedRoute } from '../limits/limited.js';
import { ServiceStatus } from '../platform/service-status.js';
import { type DataOfPage, dataOfPages } from './page-data.js';
import { builtPagesFolder, loadPages, type PageData, type Site, type WrittenPage } from './page-writer.js';

/** What a page may load and run: what this origin serves, and nothing written into the HTML. Its card's popup keeps its opener. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/**
 * Serves the pages for people, in both languages, and what they are built of. Does nothing where they are not built: the API stands
 * alone then.
 */
export async function servePages(app: NestFastifyApplication): Promise<void> {
  const folder = builtPagesFolder();
  const write = await loadPages(folder);
  if (write === undefined) return;
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
  const fastify = app.getHttpAdapter().getInstance();
  const pages = dataOfPages(
    () => app.get(CaseService, { strict: false }),
    () => app.get(ServiceStatus, { strict: false }),
  );
  const siteOf = (): Site => {
    const { notice, contacts = {} } = app.get<Configuration>(CONFIGURATION);
    return { origin: app.get<string>(PLATFORM_ORIGIN), notice, contacts };
  };
  for (const [pattern, dataOf] of pages)
    for (const url of [pattern, pattern === '/' ? '/en/' : `/en${pattern}`])
      fastify.get(url, limitedRoute('public-reads'), (request, reply) =>
        answer((address, data) => write(address, data, siteOf()), dataOf, request, reply),
      );
}

async function answer(
  write: (address: string, data: PageData | undefined) => Promise<WrittenPage>,
  dataOf: DataOfPage,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const data = await dataOf(request.params as Readonly<Record<string, string>>);
  const { status, html } = await write(request.url.split('?', 1)[0] ?? '/', data);
  void reply.header('content-security-policy', contentSecurityPolicy).type('text/html; charset=utf-8');
  if (status === 404) return reply.status(404).send(html);
  const kept = isKept(request, reply, { sha256: sha256Hex(html), cacheControl: keep.untilReplaced });
  return reply.send(kept ? undefined : html);
}
