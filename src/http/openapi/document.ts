import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { type MessageCode, statusOf } from '../../messages/index.js';
import { problemResponse, problemSchema } from './problems.js';

/** Where the document is served. */
const documentPath = '/api/openapi.json';

const description = `Electronic co-signing (電子連署) of national referendum cases.

Bytes are standard base64, digests and commitments lower-case hexadecimal, days Taipei days (\`YYYY-MM-DD\`).
Every failure is a problem document (RFC 9457) with a stable \`code\`; its sentence is in zh-TW or English by \`Accept-Language\`.`;

const anyEndpoint: readonly MessageCode[] = ['internal-error'];
const withBody: readonly MessageCode[] = [
  'request-malformed',
  'request-too-deep',
  'request-invalid',
  'request-too-large',
  'content-type-not-json',
];

/** The OpenAPI 3 document of the application's endpoints. Call it when the controllers are there. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const base = new DocumentBuilder()
    .setTitle('Lianshu 連署')
    .setDescription(description)
    .setVersion('1')
    .addBearerAuth({ type: 'http', description: 'Session of a lead proposer (領銜人)' }, 'lead')
    .addBearerAuth({ type: 'http', description: 'Session of a member of staff' }, 'staff')
    .build();
  const document = SwaggerModule.createDocument(app, base, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: problemSchema },
  };
  for (const operation of operationsOf(document)) addCommonProblems(operation);
  return document;
}

/** Serves the document at `/api/openapi.json`, written once. */
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

function operationsOf(document: OpenAPIObject): readonly Operation[] {
  return Object.values(document.paths).flatMap(({ get, post, put, patch, delete: remove }) =>
    [get, post, put, patch, remove].filter((operation) => operation !== undefined),
  );
}

function addCommonProblems(operation: Operation): void {
  const codes = operation.requestBody === undefined ? anyEndpoint : [...anyEndpoint, ...withBody];
  for (const status of new Set(codes.map(statusOf))) {
    const added = problemResponse(codes.filter((code) => statusOf(code) === status));
    const known = operation.responses[status];
    const before = known !== undefined && 'description' in known ? [known.description] : [];
    operation.responses[status] = { ...added, description: [...before, added.description].join('\n') };
  }
}
