import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { openApiDocument } from '../../../src/http/openapi/document.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/**
 * The document as `npm run docs:api` last wrote it; its `--check` holds it against the program. Reading it takes a fortieth of the time
 * that making it takes, and every server under test needs it.
 */
export function publishedDocument(): OpenAPIObject {
  const file = path.join(import.meta.dirname, '../../../docs/api/openapi.json');
  return JSON.parse(readFileSync(file, 'utf8')) as OpenAPIObject;
}

/** The status that stands in place of an answer that the document does not list. */
export const undocumentedStatus = 599;

/** What an application was about to answer although the OpenAPI document does not list it. */
export interface UndocumentedAnswers {
  /** Throws if there was any: for when the application stops. */
  expectNone(): void;
}

/**
 * Has an application hold each of its answers against the published OpenAPI document, or against its own for a spec's own controllers:
 * operation, status and code. What is not listed is replaced by {@link undocumentedStatus}, so that the test that asked fails, and
 * remembered. Call before it listens.
 */
export function refuseUndocumented(app: NestFastifyApplication): UndocumentedAnswers {
  const found: string[] = [];
  const document = publishedDocument();
  let own: OpenAPIObject | undefined;
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onSend', (request, reply, payload, done) => {
    const { url } = request.routeOptions;
    // Pages and files are in no document.
    const operation = url?.startsWith('/api/v1/')
      ? (operationAt(document, request.method, url) ??
        operationAt((own ??= openApiDocument(app)), request.method, url))
      : undefined;
    const code = codeOf(reply.getHeader('content-type'), payload);
    if (operation === undefined || isDocumented(operation, reply.statusCode, code)) {
      done(null, payload);
      return;
    }
    const answer = `${operation.operationId ?? ''} answers ${String(reply.statusCode)} ${code ?? ''}: not documented`;
    found.push(answer);
    void reply.code(undocumentedStatus).type('text/plain; charset=utf-8');
    done(null, answer);
  });
  return {
    expectNone: () => {
      if (found.length > 0) throw new Error([...new Set(found)].join('\n'));
    },
  };
}

function operationAt(document: OpenAPIObject, method: string, url: string): Operation | undefined {
  const path = document.paths[url.replace(/:(\w+)/g, '{$1}')];
  return path?.[method.toLowerCase() as 'get' | 'post'];
}

/** The code of a problem; undefined for every other answer. */
function codeOf(mediaType: unknown, payload: unknown): string | undefined {
  if (typeof payload !== 'string' || !String(mediaType).startsWith('application/problem+json'))
    return undefined;
  return (JSON.parse(payload) as { code: string }).code;
}

function isDocumented(operation: Operation, status: number, code: string | undefined): boolean {
  if (code !== undefined) return codesAt(operation, status).includes(code);
  return status in operation.responses && codesAt(operation, status).length === 0;
}

/** A code of an operation, with the status under which the document lists it. */
export interface DocumentedCode {
  readonly status: number;
  readonly code: string;
}

/** Every code that the document lists for an operation. */
export function documentedCodesOf(operation: Operation): readonly DocumentedCode[] {
  return Object.keys(operation.responses).flatMap((status) =>
    codesAt(operation, Number(status)).map((code) => ({ status: Number(status), code })),
  );
}

/** The problems of one status: `oneOf` where some have members that others lack. */
interface ProblemSchema {
  readonly oneOf?: readonly ProblemSchema[];
  readonly allOf?: readonly {
    readonly properties?: { readonly code: { readonly enum: readonly string[] } };
  }[];
}

function codesAt(operation: Operation, status: number): readonly string[] {
  const response = operation.responses[String(status)] as
    { readonly content?: Readonly<Record<string, unknown>> } | undefined;
  const problem = response?.content?.['application/problem+json'] as
    { readonly schema: ProblemSchema } | undefined;
  const schemas = problem?.schema.oneOf ?? (problem === undefined ? [] : [problem.schema]);
  return schemas.flatMap(({ allOf = [] }) => allOf.flatMap(({ properties }) => properties?.code.enum ?? []));
}
