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
    if (descriptor.value !== undefined) descriptor.value = answering(descriptor.value);
  };
}

/**
 * The handler as Nest calls it: it resolves with the value, or throws the problem. What other decorators have noted on it is carried over. An
 * interceptor could do the same, with rxjs around each request: a sixth of the memory that a co-signature left behind was rxjs's.
 */
function answering<Handler extends ResultHandler<MessageCode>>(handler: Handler): Handler {
  const answer = async function (this: unknown, ...parameters: Parameters<Handler>): Promise<unknown> {
    return valueOrProblem(await handler.apply(this, parameters));
  };
  for (const key of Reflect.getOwnMetadataKeys(handler))
    Reflect.defineMetadata(key, Reflect.getOwnMetadata(key, handler), answer);
  // Nest alone calls it, and takes whatever it resolves with.
  return Object.defineProperty(answer, 'name', { value: handler.name }) as unknown as Handler;
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

function valueOrProblem(result: HandlerResult): unknown {
  if (result.ok) return result.value;
  throw new ProblemException(result.failure, 'members' in result ? result.members : {});
}
