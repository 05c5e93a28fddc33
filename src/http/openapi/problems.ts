import { type MessageCode, sentenceOf, statusOf } from '../../messages/index.js';

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

/** The codes an endpoint is documented to answer: its controller's and its own, each once. */
export function documentedCodes(controller: object, handler: object): readonly MessageCode[] {
  return [...new Set([...codesAt(controller), ...codesAt(handler)])];
}

function codesAt(answering: object): readonly MessageCode[] {
  return (Reflect.getMetadata(codesKey, answering) as readonly MessageCode[] | undefined) ?? [];
}

/** The schema of every problem answer; `document.ts` puts it into the document. */
const problemReference = '#/components/schemas/Problem';

/** OpenAPI response objects for these codes, by status. */
export function problemResponses(codes: readonly MessageCode[]): Readonly<Record<string, ProblemResponse>> {
  const statuses = [...new Set(codes.map(statusOf))].sort((one, other) => one - other);
  return Object.fromEntries(
    statuses.map((status) => [status, problemResponse(codes.filter((code) => statusOf(code) === status))]),
  );
}

/** An OpenAPI response object. */
interface ProblemResponse {
  readonly description: string;
  readonly content: Readonly<Record<string, object>>;
}

function problemResponse(codes: readonly MessageCode[]): ProblemResponse {
  const schema = { allOf: [{ $ref: problemReference }, { properties: { code: { enum: codes } } }] };
  return { description: listOf(codes), content: { 'application/problem+json': { schema } } };
}

/** These codes with their sentences, as a list in Markdown. */
export function listOf(codes: readonly MessageCode[]): string {
  return codes.map((code) => `- \`${code}\`: ${sentenceOf({ code }, 'en')}`).join('\n');
}

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
