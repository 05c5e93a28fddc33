import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Configuration, CONFIGURATION } from '../../configuration/configuration.js';
import { CLOCK, type Clock } from '../../core/clock.js';
import { sha256Hex } from '../../core/sha256.js';
import { PLATFORM_ORIGIN } from '../../core/statement/index.js';
import { isKept, keep } from '../cached-answer.js';
import { limitedRoute } from '../limits/limited.js';

/** Serves `/.well-known/security.txt` (RFC 9116); 404 where the operator named no contact, which the file must have. */
export function serveSecurityTxt(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/.well-known/security.txt', limitedRoute('public-reads'), (request, reply) => {
    const contact = app.get<Configuration>(CONFIGURATION).contacts?.security;
    if (contact === undefined) {
      reply.callNotFound();
      return reply;
    }
    const text = securityTxt(contact, app.get<string>(PLATFORM_ORIGIN), app.get<Clock>(CLOCK).now());
    void reply.type('text/plain; charset=utf-8');
    const kept = isKept(request, reply, { sha256: sha256Hex(text), cacheControl: keep.untilReplaced });
    return reply.send(kept ? undefined : text);
  });
}

/**
 * The file of this origin. It expires on the first day of the third month from now: two to three months ahead, and the same for all who ask
 * within a month.
 */
export function securityTxt(contact: string, origin: string, now: Date): string {
  const expires = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 3, 1));
  return [
    `Contact: mailto:${contact}`,
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: zh-TW, en',
    `Canonical: ${origin}/.well-known/security.txt`,
    `Policy: ${origin}/vulnerabilities`,
  ]
    .map((line) => `${line}\n`)
    .join('');
}
