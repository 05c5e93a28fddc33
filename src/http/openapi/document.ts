import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { MessageCode } from '../../messages/index.js';
import { unroutedErrorCodes } from '../../messages/http-errors.js';
import { bodyErrorCodes, cmsBodyErrorCodes, cmsMediaType } from '../server/request-body.js';
import { documentedCodes, listOf, problemResponses, problemSchema } from './problems.js';

/** Where the document is served. */
const documentPath = '/api/openapi.json';

const description = `Electronic co-signing (電子連署) of national referendum cases.

Bytes are standard base64, digests and commitments lower-case hexadecimal, days Taipei days (\`YYYY-MM-DD\`).
Every failure is a problem document (RFC 9457) with a stable \`code\`; its sentence is in zh-TW or English by \`Accept-Language\`.

Before it is known which endpoint is meant, the answer may be:

${listOf(unroutedErrorCodes)}`;

/** The OpenAPI 3 document of the application's endpoints. Call it after the controllers are registered. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const base = new DocumentBuilder()
    .setTitle('Lianshu 連署')
    .setDescription(description)
    .setVersion('1')
    .addBearerAuth({ type: 'http', description: 'Session of a lead proposer (領銜人)' }, 'lead')
    .addBearerAuth({ type: 'http', description: 'Session of a member of staff' }, 'staff')
    .build();
  const document = SwaggerModule.createDocument(app, base, { operationIdFactory: operationId });
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: problemSchema },
  };
  addProblems(document, codesByOperation(app));
  return document;
}

/** Serves the document at `/api/openapi.json`. It is serialised once. */
export function serveOpenApi(app: NestFastifyApplication): void {
  let text: string | undefined;
  app
    .getHttpAdapter()
    .getInstance()
    .get(documentPath, (_request, reply) => {
      text ??= JSON.stringify(openApiDocument(app));
      void reply.header('content-type', 'application/json; charset=utf-8').send(text);
    });
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

/** The codes that decorators have added to each endpoint, by its name in the document. */
function codesByOperation(app: NestFastifyApplication): ReadonlyMap<string, readonly MessageCode[]> {
  const scanner = new MetadataScanner();
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ]);
  const entries = controllers.flatMap(({ metatype }) => {
    const controller = metatype as ControllerClass;
    return scanner
      .getAllMethodNames(controller.prototype)
      .map((name): [string, readonly MessageCode[]] => [
        operationId(controller.name, name),
        documentedCodes(controller, controller.prototype[name] ?? {}),
      ]);
  });
  return new Map(entries);
}

/** Lists what an endpoint may answer: its own codes, those of a body where its method has one, and that of a bug. */
function addProblems(document: OpenAPIObject, noted: ReadonlyMap<string, readonly MessageCode[]>): void {
  for (const { get, post, put, patch, delete: remove } of Object.values(document.paths)) {
    if (get !== undefined) describeProblems(get, [...codesOf(get, noted), 'internal-error']);
    for (const operation of [post, put, patch, remove])
      if (operation !== undefined)
        describeProblems(operation, [
          ...bodyErrorCodesOf(operation),
          ...codesOf(operation, noted),
          'internal-error',
        ]);
  }
}

/** What the server answers to a body of the media type that the endpoint takes. */
function bodyErrorCodesOf({ requestBody }: Operation): readonly MessageCode[] {
  const content = requestBody !== undefined && 'content' in requestBody ? requestBody.content : {};
  return cmsMediaType in content ? cmsBodyErrorCodes : bodyErrorCodes;
}

function codesOf(
  { operationId: name = '' }: Operation,
  noted: ReadonlyMap<string, readonly MessageCode[]>,
): readonly MessageCode[] {
  return noted.get(name) ?? [];
}

function describeProblems(operation: Operation, codes: readonly MessageCode[]): void {
  operation.responses = { ...operation.responses, ...problemResponses([...new Set(codes)]) };
}
