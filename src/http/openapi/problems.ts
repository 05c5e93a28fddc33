import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, getSchemaPath } from '@nestjs/swagger';
import { type MessageCode, sentenceOf, statusOf } from '../../messages/index.js';
import { unroutedErrorCodes } from '../../messages/http-errors.js';

const codesKey = 'lianshu:problem-codes';

/**
 * Adds codes to those that an endpoint, or every endpoint of a controller, is documented to answer. For decorators that
 * make an endpoint answer them, such as guards and limits. The endpoint's own codes come with `Problems`.
 */
export const MayAnswer =
  (...codes: readonly MessageCode[]): MethodDecorator & ClassDecorator =>
  <Handler>(target: object, _name?: string | symbol, descriptor?: TypedPropertyDescriptor<Handler>): void => {
    const answering: unknown = descriptor?.value ?? target;
    if (typeof answering !== 'function') throw new TypeError('neither a handler nor a controller');
    Reflect.defineMetadata(codesKey, [...codesAt(answering), ...codes], answering);
  };

/** Where it is noted of a handler that it stays open while the platform is read-only. */
export const inReadOnlyKey = 'lianshu:in-read-only';

const membersKey = 'lianshu:problem-members';

/** Documents that an endpoint's problems with these codes have the members of this class, too. */
export const MayCarry = (members: Type, ...codes: readonly MessageCode[]): MethodDecorator =>
  applyDecorators(ApiExtraModels(members), (target, _name, descriptor) => {
    const handler: unknown = descriptor.value;
    if (typeof handler !== 'function') throw new TypeError('not a handler');
    const schema = getSchemaPath(members);
    Reflect.defineMetadata(membersKey, new Map(codes.map((code) => [code, schema])), handler);
    return target;
  });

/** Lets the decorator of a handler's parameter decorate the handler itself. */
export function decorateHandler(
  prototype: object,
  handler: string | symbol | undefined,
  decorator: MethodDecorator,
): void {
  const descriptor = handler === undefined ? undefined : Object.getOwnPropertyDescriptor(prototype, handler);
  if (handler === undefined || descriptor === undefined) throw new TypeError('not a parameter of a handler');
  decorator(prototype, handler, descriptor);
}

/** What decorators have noted of an endpoint's problems. */
export interface ProblemNotes {
  /** Its controller's codes and its own, each once. */
  readonly codes: readonly MessageCode[];
  /** Where the schema of further members of a code's problem stands. */
  readonly members: ReadonlyMap<MessageCode, string>;
  /** Whether it stays open while the platform is read-only. */
  readonly inReadOnly: boolean;
}

/** What has been noted of this endpoint. */
export function problemNotes(controller: object, handler: object): ProblemNotes {
  const members = Reflect.getMetadata(membersKey, handler) as ProblemNotes['members'] | undefined;
  return {
    codes: [...new Set([...codesAt(controller), ...codesAt(handler)])],
    members: members ?? new Map(),
    inReadOnly: Reflect.getMetadata(inReadOnlyKey, handler) === true,
  };
}

function codesAt(answering: object): readonly MessageCode[] {
  return (Reflect.getMetadata(codesKey, answering) as readonly MessageCode[] | undefined) ?? [];
}

/** The schema of every problem answer; `document.ts` puts it into the document. */
const problemReference = '#/components/schemas/Problem';

/** OpenAPI response objects for these codes, by status; `members` says which have further members. */
export function problemResponses(
  codes: readonly MessageCode[],
  members: ProblemNotes['members'],
): Readonly<Record<string, ProblemResponse>> {
  const statuses = [...new Set(codes.map(statusOf))].sort((one, other) => one - other);
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      problemResponse(
        codes.filter((code) => statusOf(code) === status),
        members,
      ),
    ]),
  );
}

/** An OpenAPI response object. */
interface ProblemResponse {
  readonly description: string;
  readonly content: Readonly<Record<string, object>>;
}

function problemResponse(codes: readonly MessageCode[], members: ProblemNotes['members']): ProblemResponse {
  const schemas = [undefined, ...new Set(members.values())].flatMap((carried) => {
    const alike = codes.filter((code) => members.get(code) === carried);
    return alike.length === 0 ? [] : [schemaOf(alike, carried)];
  });
  const [schema, ...others] = schemas;
  return problemContent(codes, schema === undefined || others.length > 0 ? { oneOf: schemas } : schema);
}

const schemaOf = (codes: readonly MessageCode[], carried: string | undefined): object => ({
  allOf: [
    { $ref: problemReference },
    ...(carried === undefined ? [] : [{ $ref: carried }]),
    { type: 'object', required: ['code'], properties: { code: { type: 'string', enum: codes } } },
  ],
});

function problemContent(codes: readonly MessageCode[], schema: object): ProblemResponse {
  return { description: listOf(codes), content: { 'application/problem+json': { schema } } };
}

/** These codes with their sentences, as a list in Markdown. */
export function listOf(codes: readonly MessageCode[]): string {
  return codes.map((code) => `- \`${code}\`: ${sentenceOf({ code }, 'en')}`).join('\n');
}

/** What any endpoint answers before it is known that it is meant: see the document's description. */
export const unroutedProblem = {
  ...problemContent(unroutedErrorCodes, schemaOf(unroutedErrorCodes, undefined)),
  description: 'The request was refused before it was known which endpoint is meant.',
};

/** JSON Schema of a problem document (RFC 9457) as we write it. */
export const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string', format: 'uri', example: 'urn:lianshu:problem:request-invalid' },
    title: { type: 'string', description: 'Short name of the status, in the language asked for' },
    status: { type: 'integer', description: 'HTTP status' },
    detail: { type: 'string', description: 'What happened and what to do, for a person' },
    code: { type: 'string', description: 'Stable, for a program', example: 'request-invalid' },
    errors: {
      type: 'array',
      description: 'With `request-invalid`: the fields that are not right',
      items: {
        type: 'object',
        required: ['field', 'reason', 'message'],
        properties: {
          field: {
            type: 'string',
            description: 'Path of the field; of an unknown field, of the object it is in',
          },
          reason: { type: 'string', example: 'unknown-field' },
          message: { type: 'string' },
        },
      },
    },
  },
};
