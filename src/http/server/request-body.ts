import { Readable } from 'node:stream';
import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiExtension } from '@nestjs/swagger';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type JsonScanErrorCode, scanJson } from '../../core/json-scan.js';
import { fail, ok, type Result } from '../../core/result.js';
import type { HttpErrorCode } from '../../messages/http-errors.js';
import { ProblemException } from '../problem/problem.js';
import { explained } from '../validation/validation.pipe.js';
import { routeSetting, RouteSetting } from './route-setting.js';

/** What every endpoint answers to a body that can't be taken; `request-invalid` also to one that the endpoint's DTO refuses. */
export const bodyErrorCodes = [
  'request-malformed',
  'request-too-deep',
  'request-invalid',
  'request-too-large',
  'content-type-not-json',
] as const satisfies readonly HttpErrorCode[];

/** The media type of a CMS message (RFC 7193 §3.1). */
export const cmsMediaType = 'application/cms';

/** What an endpoint that takes a CMS message answers to a body that can't be taken. */
export const cmsBodyErrorCodes = [
  'request-too-large',
  'content-type-not-cms',
] as const satisfies readonly HttpErrorCode[];

/** The media type of CSV (RFC 4180). */
export const csvMediaType = 'text/csv';

/** What an endpoint that takes CSV answers to a body that can't be taken. */
export const csvBodyErrorCodes = [
  'request-malformed',
  'request-too-large',
  'content-type-not-csv',
] as const satisfies readonly HttpErrorCode[];

const mediaTypeKey = 'mediaType';

/** Lets this endpoint take, in place of JSON, a CMS message of up to `bytes`, as it is. The handler takes `@Body() body: Buffer`. */
export const CmsBody = (bytes: number): MethodDecorator =>
  applyDecorators(
    RouteSetting({ [mediaTypeKey]: cmsMediaType }),
    BodyLimit(bytes),
    ApiConsumes(cmsMediaType),
    ApiBody({ required: true, schema: { type: 'string', format: 'binary' } }),
  );

/** Lets this endpoint take, in place of JSON, CSV of up to `bytes`. It is not read beforehand: the handler takes `@CsvContent()`. */
export const CsvBody = (bytes: number): MethodDecorator =>
  applyDecorators(
    RouteSetting({ [mediaTypeKey]: csvMediaType }),
    BodyLimit(bytes),
    ApiConsumes(csvMediaType),
    ApiBody({ required: true, schema: { type: 'string', format: 'binary' } }),
  );

/** The body of an endpoint with {@link CsvBody}, piece by piece as it comes: an `AsyncIterable<Uint8Array>` that ends with a problem over the limit. */
export const CsvContent = createParamDecorator(
  (_data: undefined, context: ExecutionContext): AsyncIterable<Uint8Array> => {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    return boundedBody(request.body, request.routeOptions.bodyLimit);
  },
);

async function* boundedBody(body: unknown, maximum: number): AsyncGenerator<Uint8Array> {
  // Without a body there is an object in its place.
  if (!(body instanceof Readable)) return;
  let size = 0;
  const pieces = body.iterator({ destroyOnReturn: false }) as AsyncIterator<Uint8Array, unknown>;
  for (;;) {
    const piece = await nextPiece(pieces);
    if (piece === undefined) return;
    size += piece.length;
    if (size > maximum) throw new ProblemException({ code: 'request-too-large' });
    yield piece;
  }
}

/** A client that hangs up has sent half a request. */
async function nextPiece(pieces: AsyncIterator<Uint8Array, unknown>): Promise<Uint8Array | undefined> {
  try {
    const piece = await pieces.next();
    return piece.done === true ? undefined : piece.value;
  } catch {
    throw new ProblemException({ code: 'request-malformed' });
  }
}

type BodyErrorCode = 'request-malformed' | 'request-too-deep' | 'request-too-large';

/** Levels of nesting a JSON body may have; ours have three. */
const maximumDepth = 8;

/** Values a JSON body may have, at every level; ours have twelve. */
const maximumValues = 100;

const codeByScan: Readonly<Record<JsonScanErrorCode, BodyErrorCode>> = {
  'json-too-deep': 'request-too-deep',
  'json-too-many-values': 'request-too-large',
  'json-name-twice': 'request-malformed',
};

/**
 * Takes `application/json`, and where the endpoint says so {@link CmsBody} or {@link CsvBody}; 415 to any other type, before its body is read. Anything that {@link parseJson} refuses
 * is refused. Call before routes are registered, and after what decides on address and session.
 */
export function acceptKnownTypes(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeAllContentTypeParsers();
  // Nest adds a parser for forms as well, so the parsers that there are don't decide.
  fastify.addHook('onRequest', (request, _reply, done) => {
    const wanted = wantedMediaType(request);
    if (request.is404 || !hasBody(request) || mediaTypeOf(request) === wanted) done();
    else done(new ProblemException({ code: codeByMediaType[wanted] }));
  });
  app.useBodyParser('application/json', {}, (_request, body, done) => {
    const parsed = parseJson(body);
    if (!parsed.ok) done(new ProblemException(parsed.failure));
    else if (isObject(parsed.value)) done(null, parsed.value);
    else done(notAnObject());
  });
  app.useBodyParser(cmsMediaType, {}, (_request, body, done) => {
    done(null, body);
  });
  fastify.addContentTypeParser(csvMediaType, (request, payload, done) => {
    const isTooLong = Number(request.headers['content-length'] ?? 0) > request.routeOptions.bodyLimit;
    if (isTooLong) done(new ProblemException({ code: 'request-too-large' }));
    else done(null, payload);
  });
  // Nothing sent is an object without fields: what is missing is then said by field, and a handler never meets undefined.
  fastify.addHook('preValidation', (request, _reply, done) => {
    request.body ??= {};
    done();
  });
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** The media type of a request (RFC 9110 §8.3.1) without its parameters. */
function mediaTypeOf({ headers }: FastifyRequest): string | undefined {
  return headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
}

function wantedMediaType(request: FastifyRequest): keyof typeof codeByMediaType {
  const setting = routeSetting(request, mediaTypeKey);
  return setting === cmsMediaType || setting === csvMediaType ? setting : 'application/json';
}

/** Whether an endpoint takes a file, with {@link CmsBody} or {@link CsvBody}. */
export function isUpload(request: FastifyRequest): boolean {
  return wantedMediaType(request) !== 'application/json';
}

const codeByMediaType = {
  'application/json': 'content-type-not-json',
  [cmsMediaType]: 'content-type-not-cms',
  [csvMediaType]: 'content-type-not-csv',
} as const;

/** Every JSON body of ours is an object; a DTO whose fields may all be left out would let `null` through. */
function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function notAnObject(): ProblemException {
  return new ProblemException({ code: 'request-invalid' }, (language) => ({
    errors: [explained({ field: '', reason: 'not-object' }, language)],
  }));
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Parses a JSON body: strict UTF-8 without byte order mark (RFC 8259 §8.1), scanned before it is parsed, no member twice and none that
 * JavaScript would take for a prototype. Failures: `request-malformed`, `request-too-deep`, `request-too-large` (too many values).
 */
export function parseJson(body: Uint8Array): Result<unknown, BodyErrorCode> {
  const scanned = scanJson(body, {
    depth: maximumDepth,
    values: maximumValues,
  });
  if (!scanned.ok) return fail(codeByScan[scanned.failure.code]);
  try {
    const value: unknown = JSON.parse(decoder.decode(body));
    return namesPrototype(value) ? fail('request-malformed') : ok(value);
  } catch {
    return fail('request-malformed');
  }
}

const reservedNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether a value, scanned and so bounded, has a member of such a name at any level. */
function namesPrototype(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, member]) => reservedNames.has(name) || namesPrototype(member));
}

const bodyLimitKey = 'maximumBodyBytes';

/** Lets this endpoint take a body of up to `bytes` in place of the usual few. */
export const BodyLimit = (bytes: number): MethodDecorator =>
  applyDecorators(RouteSetting({ [bodyLimitKey]: bytes }), ApiExtension('x-maximum-body-bytes', bytes));

/** Hands the limits of {@link BodyLimit} to Fastify. Call before routes are registered. */
export function honourBodyLimits(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    const config: Readonly<Record<string, unknown>> = { ...route.config };
    const limit = config[bodyLimitKey];
    if (typeof limit === 'number') route.bodyLimit = limit;
  });
}

/** Octets of a refused request that are read to its end, and thrown away, so that its connection can go on. */
export const maximumDiscarded = 65_536;

/**
 * Hangs up after an answer to a request whose body has not been read and is long, or of a length it doesn't tell: node would read all of
 * it to keep the connection. Call before routes are registered.
 */
export function hangUpOnUnreadBodies(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request: FastifyRequest, reply: FastifyReply, _payload, done) => {
    if (!request.raw.readableEnded && unreadLength(request) > maximumDiscarded)
      void reply.header('connection', 'close');
    done();
  });
}

function unreadLength({ headers }: FastifyRequest): number {
  if (headers['transfer-encoding'] !== undefined) return Infinity;
  return Number(headers['content-length'] ?? 0);
}
