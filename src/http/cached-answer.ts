import { Readable } from 'node:stream';
import { applyDecorators, StreamableFile } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sha256Hex } from '../core/sha256.js';

/** How long anybody's cache may give out an answer without asking (RFC 9111 §5.2.2, RFC 5861 §3, RFC 8246). */
export const keep = {
  /** What changes a few times in the life of a case. */
  minute: 'public, max-age=60, stale-while-revalidate=60',
  /** What is looked at anew so often. */
  moment: 'public, max-age=10',
  /** A page: a browser asks each time, and a cache between answers for a quarter of a minute, so that a crowd is one reader. */
  page: 'public, max-age=0, s-maxage=15, must-revalidate',
  /** What something else may replace at the same address, so that every use asks whether it has. */
  untilReplaced: 'public, no-cache',
  /** What never changes. */
  forEver: 'public, max-age=31536000, immutable',
} as const;

/** What a cache is told of an answer. */
export interface Kept {
  /** SHA-256 of the answer's content, hex. */
  readonly sha256: string;
  /** One of {@link keep}. */
  readonly cacheControl: (typeof keep)[keyof typeof keep];
}

/** For an endpoint that answers with {@link isKept}: 304, too. */
export const Cacheable = (): MethodDecorator =>
  applyDecorators(
    ApiResponse({
      status: 304,
      description: 'With `If-None-Match`: what the client has, by its `ETag`, is still the answer.',
    }),
  );

/**
 * Says how long the answer may be kept, with its SHA-256 as strong `ETag`: the same on every server. True when the client has it
 * (`If-None-Match`, RFC 9110 §13.1.2): then the status is 304, and the handler answers {@link nothing}. Call it only for an answer that
 * is given: a failure stays `no-store`, so that a cache never tells later what was not there before.
 */
export function isKept(
  request: FastifyRequest,
  reply: FastifyReply,
  { sha256, cacheControl }: Kept,
): boolean {
  void reply.header('etag', `"${sha256}"`).header('cache-control', cacheControl);
  if (!names(request.headers['if-none-match'], sha256)) return false;
  void reply.status(304);
  return true;
}

/** No content, for a 304 or for HEAD. A stream, because Fastify would give an answer to HEAD without one the length 0. */
export function nothing(): StreamableFile {
  return new StreamableFile(Readable.from([]));
}

/** The view, or nothing where the client has it already; it may be kept as long as this says. */
export function orKept<View extends object>(
  view: View,
  cacheControl: Kept['cacheControl'],
  request: FastifyRequest,
  reply: FastifyReply,
): View | StreamableFile {
  return isKept(request, reply, { sha256: sha256OfView(view), cacheControl }) ? nothing() : view;
}

/** The SHA-256 of a view, as Fastify will write it. */
export function sha256OfView(view: object): string {
  return sha256Hex(JSON.stringify(view));
}

/** Whether a list of entity tags has this one, strong or weak, or is `*`. */
function names(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return (
    header.trim() === '*' || header.split(',').some((each) => each.trim().replace(/^W\//, '') === `"${tag}"`)
  );
}
