import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { sha256Hex } from '../../core/sha256.js';
import type { MessageCode } from '../../messages/index.js';
import { caseConflictErrorCodes } from '../../staff/index.js';
import {
  bodyErrorCodes,
  cmsBodyErrorCodes,
  cmsMediaType,
  csvBodyErrorCodes,
  csvMediaType,
} from '../server/request-body.js';
import { isKept, keep } from '../cached-answer.js';
import { introduction } from './introduction.js';
import {
  problemNotes,
  type ProblemNotes,
  problemResponses,
  problemSchema,
  unroutedProblem,
} from './problems.js';
import { requestExamples } from './request-examples.js';

/** Where the document is served. */
const documentPath = '/api/openapi.json';

/** The OpenAPI 3 document of the application's endpoints. Call it after the controllers are registered. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const document = SwaggerModule.createDocument(app, introduction(), { operationIdFactory: operationId });
  document.components = {
    ...document.components,
    schemas: byName({ ...document.components?.schemas, Problem: problemSchema }),
    responses: { UnroutedProblem: unroutedProblem },
  };
  document.paths = byName(document.paths);
  const notes = notesByOperation(app);
  for (const [address, item] of Object.entries(document.paths)) {
    const { get, post, put, patch, delete: remove } = item;
    if (get !== undefined) complete(get, notes, [], ['temporarily-unavailable']);
    for (const operation of [post, put, patch, remove])
      if (operation !== undefined)
        complete(operation, notes, bodyErrorCodesOf(operation), [
          'temporarily-unavailable',
          'outcome-unknown',
          ...conflictCodesOf(address),
        ]);
  }
  return document;
}

/** Serves the document at `/api/openapi.json`. It is serialised once. */
export function serveOpenApi(app: NestFastifyApplication): void {
  let text: string | undefined;
  let sha256 = '';
  app
    .getHttpAdapter()
    .getInstance()
    .get(documentPath, (request, reply) => {
      text ??= JSON.stringify(openApiDocument(app));
      sha256 ||= sha256Hex(text);
      void reply.header('content-type', 'application/json; charset=utf-8');
      void reply.send(isKept(request, reply, { sha256, cacheControl: keep.minute }) ? undefined : text);
    });
}

/** In the order of the names: the same document, whichever module comes first. */
function byName<Value>(entries: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(entries).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** An endpoint's name in the document, such as `StaffCases.register`. */
function operationId(controller: string, handler: string): string {
  return `${controller.replace(/Controller$/, '')}.${handler}`;
}

/** A controller's class, with its handlers by name. */
interface ControllerClass {
  readonly name: string;
  readonly prototype: Readonly<Record<string, object>>;
}

/** What decorators have noted of each endpoint, by its name in the document. */
function notesByOperation(app: NestFastifyApplication): ReadonlyMap<string, ProblemNotes> {
  const scanner = new MetadataScanner();
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ]);
  const entries = controllers.flatMap(({ metatype }) => {
    const controller = metatype as ControllerClass;
    return scanner
      .getAllMethodNames(controller.prototype)
      .map((name): [string, ProblemNotes] => [
        operationId(controller.name, name),
        problemNotes(controller, controller.prototype[name] ?? {}),
      ]);
  });
  return new Map(entries);
}

/**
 * Adds what Nest doesn't know: what the endpoint may answer (its own codes, those of a body where its method has one, that of a lead's card in their own case, those of a server that is busy or
 * without its database, and that of a bug), that it needs no session where it names none, and an example of its body.
 */
function complete(
  operation: Operation,
  notes: ReadonlyMap<string, ProblemNotes>,
  ofBody: readonly MessageCode[],
  unavailable: readonly MessageCode[],
): void {
  const { operationId: name = '', requestBody } = operation;
  const { codes = [], members = new Map(), inReadOnly = false } = notes.get(name) ?? {};
  // Health says with its own 503 what is not there.
  const away = '503' in operation.responses ? [] : unavailable;
  const isOfLead = operation.security?.some((each) => 'lead' in each) === true;
  const paused: readonly MessageCode[] =
    !inReadOnly && (isOfLead || unavailable.includes('outcome-unknown')) ? ['service-read-only'] : [];
  const all = new Set<MessageCode>([...ofBody, ...codes, 'internal-error', ...away, ...paused]);
  operation.responses = {
    ...operation.responses,
    ...problemResponses([...all], members),
    '4XX': { $ref: '#/components/responses/UnroutedProblem' },
  };
  operation.security ??= [];
  const examples = requestExamples[name];
  const json =
    requestBody !== undefined && 'content' in requestBody && requestBody.content['application/json'];
  if (json && examples !== undefined) json.examples = examples;
}

/** Whoever leads a case doesn't act in it as staff (`admitOnlyNamed`). */
const conflictCodesOf = (address: string): readonly MessageCode[] =>
  /\/staff\/.*\{caseNumber\}/.test(address) ? caseConflictErrorCodes : [];

/** What the server answers to a body of the media type that the endpoint takes. */
function bodyErrorCodesOf({ requestBody }: Operation): readonly MessageCode[] {
  const content = requestBody !== undefined && 'content' in requestBody ? requestBody.content : {};
  if (csvMediaType in content) return csvBodyErrorCodes;
  return cmsMediaType in content ? cmsBodyErrorCodes : bodyErrorCodes;
}
