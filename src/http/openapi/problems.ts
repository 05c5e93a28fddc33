import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { type MessageCode, sentenceOf, statusOf } from '../../messages/index.js';

/** The schema of every problem answer; `document.ts` puts it into the document. */
const problemReference = '#/components/schemas/Problem';

/** Documents problems this endpoint answers with, beside those that any may (`document.ts` adds them). Adds to other decorators'. */
export function Problems(...codes: readonly MessageCode[]): MethodDecorator & ClassDecorator {
  const statuses = [...new Set(codes.map(statusOf))];
  return applyDecorators(
    ...statuses.map((status) =>
      ApiResponse({ status, ...problemResponse(codes.filter((code) => statusOf(code) === status)) }),
    ),
  );
}

/** An OpenAPI response object for these codes of one status. */
export function problemResponse(codes: readonly MessageCode[]) {
  return {
    description: codes.map((code) => `- \`${code}\`: ${sentenceOf({ code }, 'en')}`).join('\n'),
    content: { 'application/problem+json': { schema: { $ref: problemReference } } },
  };
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
