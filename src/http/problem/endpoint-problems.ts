import { type CallHandler, Injectable, type NestInterceptor, UseInterceptors } from '@nestjs/common';
import { map, type Observable } from 'rxjs';
import type { Failure, Result } from '../../core/result.js';
import type { MessageCode } from '../../messages/index.js';
import { MayAnswer } from '../openapi/problems.js';
import { ProblemException, type ProblemMembers } from './problem.js';

/**
 * For a handler that answers a Result: sends its value, or its failure as a problem. `codes` are the codes of the endpoint: the handler
 * doesn't compile with a code that is not among them, nor where one of them is never answered. They are what the OpenAPI document
 * lists, and what test/e2e/http/documented-codes asks for one by one. Once at each handler.
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

/** Nothing, or what the compiler is to complain of. */
type EveryCodeAnswered<Handler extends ResultHandler<string>, Code extends string> = [
  Exclude<Code, CodeOf<Handler>>,
] extends [never]
  ? unknown
  : { readonly neverAnswered: Exclude<Code, CodeOf<Handler>> };

type CodeOf<Handler extends ResultHandler<string>> = Extract<
  Awaited<ReturnType<Handler>>,
  { readonly ok: false }
>['failure']['code'];

/** A failure whose problem has further members. */
export interface FailureWithMembers<Code extends MessageCode> {
  readonly ok: false;
  readonly failure: Failure<Code>;
  readonly members: ProblemMembers;
}

/** A failure whose problem has these members too. */
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
