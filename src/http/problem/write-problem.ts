import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Failure } from '../../core/result.js';
import { type Language, type MessageCode, preferredLanguage } from '../../messages/index.js';
import { problemDocument } from './problem-document.js';
import type { MembersIn, ProblemHeaders, ProblemMembers } from './problem.exception.js';

/** What a 503 or 429 without a time of its own asks a client to wait. */
const defaultRetrySeconds = 30;

/** Answers with a problem document in the language the request prefers. */
export function writeProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  failure: Failure<MessageCode>,
  members: ProblemMembers | MembersIn = {},
  headers: ProblemHeaders = {},
): void {
  const language = preferredLanguage(request.headers['accept-language']);
  const problem = problemDocument(failure, language, membersIn(members, language));
  void reply
    .code(problem.status)
    .headers(headersFor(problem.status, failure))
    .headers(headers)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', language)
    .header('vary', 'Accept-Language')
    // A string, so that no serializer of Fastify's or Nest's has a say.
    .send(JSON.stringify(problem));
}

function membersIn(members: ProblemMembers | MembersIn, language: Language): ProblemMembers {
  return typeof members === 'function' ? members(language) : members;
}

function headersFor(status: number, failure: Failure): Record<string, string> {
  if (status === 401) return { 'www-authenticate': 'Bearer' };
  if (status !== 503 && status !== 429) return {};
  return { 'retry-after': String(failure.values?.['seconds'] ?? defaultRetrySeconds) };
}
