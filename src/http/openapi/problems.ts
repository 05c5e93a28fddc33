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
