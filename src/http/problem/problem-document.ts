import type { Failure } from '../../core/result.js';
import { type Language, type MessageCode, sentenceOf, statusOf, titleOf } from '../../messages/index.js';
import type { ProblemMembers } from './problem.exception.js';

/** A problem document (RFC 9457), media type `application/problem+json`. */
export interface ProblemDocument extends ProblemMembers {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** The stable code: what a program should look at. */
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
