import { applyDecorators } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { fail, ok, type Result } from '../../core/result.js';
import type { HttpErrorCode } from '../../messages/http-errors.js';
import { ProblemException } from '../problem/problem.js';
import { explained } from '../validation/validation.pipe.js';
import { RouteSetting } from './route-setting.js';

/** Levels of nesting a JSON body may have; ours have three. */
const maximumDepth = 8;

const decoder = new TextDecoder('utf-8', { fatal: true });

/** What every endpoint answers to a body that can't be taken; `request-invalid` also to one that the endpoint's DTO refuses. */
export const bodyErrorCodes = [
  'request-malformed',
  'request-too-deep',
  'request-invalid',
  'request-too-large',
  'content-type-not-json',
] as const satisfies readonly HttpErrorCode[];

/**
 * Takes `application/json` and nothing else: strict UTF-8 (RFC 8259 §8.1), bounded depth, no `__proto__`. Anything else is
 * refused: 415 for another type, 400 for what doesn't parse.
 */
export function acceptOnlyJson(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeAllContentTypeParsers();
  app.useBodyParser('application/json', {}, (_request, body, done) => {
    const parsed = parseJson(body);
    if (!parsed.ok) done(new ProblemException(parsed.failure));
    else if (isObject(parsed.value)) done(null, parsed.value);
    else done(notAnObject());
  });
  // Nothing sent is an object without fields: what is missing is then said by field, and a handler never meets undefined.
  fastify.addHook('preValidation', (request, _reply, done) => {
    request.body ??= {};
    done();
  });
  app.useBodyParser('*', {}, (_request, _body, done) => {
    done(new ProblemException({ code: 'content-type-not-json' }));
  });
}

/** Every body of ours is an object; a DTO whose fields may all be left out would let `null` through. */
function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function notAnObject(): ProblemException {
  return new ProblemException({ code: 'request-invalid' }, (language) => ({
    errors: [explained({ field: '', reason: 'not-object' }, language)],
  }));
}

/** Parses a JSON body. Failures: `request-malformed`, `request-too-deep`. */
export function parseJson(body: Uint8Array): Result<unknown, 'request-malformed' | 'request-too-deep'> {
  if (exceedsDepth(body, maximumDepth)) return fail('request-too-deep');
  try {
    return ok(JSON.parse(decoder.decode(body), refusePrototypeKeys));
  } catch {
    return fail('request-malformed');
  }
}

function refusePrototypeKeys(key: string, value: unknown): unknown {
  if (key === '__proto__' || key === 'constructor' || key === 'prototype')
    throw new SyntaxError('reserved key');
  return value;
}

const quote = 0x22;
const backslash = 0x5c;

/** Whether brackets outside strings nest deeper than `limit`: one pass over the bytes, before any parser recurses. */
function exceedsDepth(body: Uint8Array, limit: number): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < body.length; i++) {
    const byte = body[i];
    if (inString && byte === backslash) i++;
    else if (byte === quote) inString = !inString;
    else if (!inString && opens(byte) && ++depth > limit) return true;
    else if (!inString && closes(byte)) depth--;
  }
  return false;
}

function opens(byte: number | undefined): boolean {
  return byte === 0x5b || byte === 0x7b;
}

function closes(byte: number | undefined): boolean {
  return byte === 0x5d || byte === 0x7d;
}

const bodyLimitKey = 'maximumBodyBytes';

/** Lets this endpoint take a body of up to `bytes` in place of 64 KiB: for MOI's answer files, and nothing public. */
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
