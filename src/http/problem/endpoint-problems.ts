import { type CallHandler, Injectable, type NestInterceptor, UseInterceptors } from '@nestjs/common';
import { map, type Observable } from 'rxjs';
import type { Failure, Result } from '../../core/result.js';
import type { MessageCode } from '../../messages/index.js';
import { MayAnswer } from '../openapi/problems.js';
import { ProblemException, type ProblemMembers } from './problem.js';

/**
 * For a handler that answers a Result: sends its value, or its failure as a problem. Use it once on each handler.
 * `codes` are the codes of the endpoint. The handler doesn't compile with a code that is not among them, or if it never
 * answers one of them. The OpenAPI document lists these codes, and test/e2e/http/documented-codes causes each of them.
 */
export function Problems<const Codes extends readonly MessageCode[]>(codes: Codes) {
  return <Handler extends ResultHandler<Codes[number]>>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<Handler> & EveryCodeAnswered<Handler, Codes[number]>,
  ): void => {
    MayAnswer(...codes)(target, key, descriptor);
    UseInterceptors(ResultInterceptor)(target, key, descriptor);
  };
}

type ResultHandler<Code extends string> = (...parameters: never[]) => Promise<Result<unknown, Code>>;

/** Nothing, or a type that makes the compiler report the missing codes. */
type EveryCodeAnswered<Handler extends ResultHandler<string>, Code extends string> = [
  Exclude<Code, CodeOf<Handler>>,
] extends [never]
  ? unknown
  : { readonly neverAnswered: Exclude<Code, CodeOf<Handler>> };

type CodeOf<Handler extends ResultHandler<string>> = Extract<
  Awaited<ReturnType<Handler>>,
  { readonly ok: false }
>['failure']['code'];

/** A failure whose problem document has further members. */
export interface FailureWithMembers<Code extends MessageCode> {
  readonly ok: false;
  readonly failure: Failure<Code>;
  readonly members: ProblemMembers;
}

/** The failure, with these members in its problem document. */
export function failWith<Code extends MessageCode>(
  failure: Failure<Code>,
  members: object,
): FailureWithMembers<Code> {
  return { ok: false, failure, members: { ...members } };
}

type HandlerResult = Result<unknown, MessageCode> | FailureWithMembers<MessageCode>;

@Injectable()
class ResultInterceptor implements NestInterceptor<HandlerResult> {
  intercept(_context: unknown, handler: CallHandler<HandlerResult>): Observable<unknown> {
    return handler.handle().pipe(map(valueOrProblem));
  }
}

function valueOrProblem(result: HandlerResult): unknown {
  if (result.ok) return result.value;
  throw new ProblemException(result.failure, 'members' in result ? result.members : {});
}
