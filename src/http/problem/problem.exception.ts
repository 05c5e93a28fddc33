import type { Failure } from '../../core/result.js';
import type { Language, MessageCode } from '../../messages/index.js';

/** Further members of a problem document (RFC 9457 3.2). Never personal data, never what was sent. */
export type ProblemMembers = Readonly<Record<string, unknown>>;

/** Members that hold sentences are made once the language is known. */
export type MembersIn = (language: Language) => ProblemMembers;

/** Header fields that go with a problem, such as `Retry-After`. */
export type ProblemHeaders = Readonly<Record<string, string>>;

/** An expected failure on its way out: the filter turns it into a problem document. Thrown in `src/http` only. */
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
