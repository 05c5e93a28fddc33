import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Failure } from '../../core/result.js';
import {
  type Language,
  type MessageCode,
  preferredLanguage,
  sentenceOf,
  statusOf,
  titleOf,
} from '../../messages/index.js';

/** A problem document (RFC 9457), media type `application/problem+json`. */
export interface ProblemDocument extends ProblemMembers {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** The stable code, for programs. */
  readonly code: MessageCode;
}

/** Writes a failure as a problem document in one language. The members of RFC 9457 win over `members` of the same name. */
export function problemDocument(
  failure: Failure<MessageCode>,
  language: Language,
  members: ProblemMembers = {},
): ProblemDocument {
  const status = statusOf(failure.code);
  return {
    ...members,
    type: `urn:lianshu:problem:${failure.code}`,
    title: titleOf(status, language),
    status,
    detail: sentenceOf(failure, language),
    code: failure.code,
  };
}

/** Further members of a problem document (RFC 9457 §3.2). Never personal data, never what was sent. */
export type ProblemMembers = Readonly<Record<string, unknown>>;

/** Members with sentences are made when the language is known. */
type MembersIn = (language: Language) => ProblemMembers;

/** Header fields that go with a problem, such as `Retry-After`. */
type ProblemHeaders = Readonly<Record<string, string>>;

/**
 * An expected failure as an exception: the filter turns it into a problem document. Guards, pipes and the server throw
 * it. A handler answers its failures as values (see `endpoint-problems.ts`).
 */
export class ProblemException extends Error {
  override readonly name = 'ProblemException';

  constructor(
    readonly failure: Failure<MessageCode>,
    readonly members: ProblemMembers | MembersIn = {},
    readonly headers: ProblemHeaders = {},
  ) {
    super(failure.code);
  }
}

const written = new WeakMap<FastifyRequest, ProblemDocument>();

/** The problem with which this request was answered; undefined where it wasn't. */
export function problemWritten(request: FastifyRequest): ProblemDocument | undefined {
  return written.get(request);
}

/** The seconds in `Retry-After` of a 503 or 429 that has no time of its own. */
const defaultRetrySeconds = 30;

/** Answers with a problem document in the language the request prefers, which no cache keeps. */
export function writeProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  failure: Failure<MessageCode>,
  members: ProblemMembers | MembersIn = {},
  headers: ProblemHeaders = {},
): void {
  const language = preferredLanguage(request.headers['accept-language']);
  const problem = problemDocument(failure, language, membersIn(members, language));
  written.set(request, problem);
  void reply
    .code(problem.status)
    .headers(headersFor(problem.status, failure))
    .headers(headers)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', language)
    .header('vary', 'Accept-Language')
    // Whatever a handler had said of the answer that it didn't come to.
    .header('cache-control', 'no-store')
    .removeHeader('etag')
    // A string, so that neither Fastify nor Nest serialises it again.
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
