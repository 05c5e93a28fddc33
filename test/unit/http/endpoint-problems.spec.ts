import { describe, expect, it } from '@jest/globals';
import { fail, ok, type Result } from '../../../src/core/result.js';
import { MayAnswer, problemNotes } from '../../../src/http/openapi/problems.js';
import { Problems } from '../../../src/http/problem/endpoint-problems.js';

const codes = ['not-found', 'not-collecting'] as const;
type Code = (typeof codes)[number];

const answer = <Answer>(value: Answer): Promise<Answer> => Promise.resolve(value);

// `tsc` holds each of these lines: one that compiles, or an error that is no more, fails the build.
@MayAnswer('sign-in-required')
class Handlers {
  @Problems(codes)
  fitting(): Promise<Result<string, Code>> {
    return answer(fail('not-found'));
  }

  @Problems(codes)
  async inferred(found: boolean, collecting: boolean) {
    if (!found) return answer(fail('not-found'));
    return collecting ? ok('') : fail('not-collecting');
  }

  // @ts-expect-error: a Result with a code that the endpoint does not list
  @Problems(codes)
  codeTooMany(): Promise<Result<string, Code | 'period-over'>> {
    return answer(fail('period-over'));
  }

  // @ts-expect-error: a code that the endpoint lists and never answers
  @Problems(codes)
  codeTooFew(): Promise<Result<string, 'not-found'>> {
    return answer(fail('not-found'));
  }

  // @ts-expect-error: no Result
  @Problems(codes)
  noResult(): Promise<string> {
    return answer('');
  }

  // @ts-expect-error: a code without a sentence
  @Problems(['no-such-code'])
  unknownCode(): Promise<Result<string, 'no-such-code'>> {
    return answer(fail('no-such-code'));
  }

  @MayAnswer('too-many-requests', 'not-found')
  @Problems(codes)
  guarded(): Promise<Result<string, Code>> {
    return answer(ok(''));
  }
}

describe('the codes of an endpoint', () => {
  it('are its own, those of its other decorators and those of its controller, each once', () => {
    expect(problemNotes(Handlers, Handlers.prototype.fitting).codes).toEqual(['sign-in-required', ...codes]);
    expect(problemNotes(Handlers, Handlers.prototype.guarded).codes).toEqual([
      'sign-in-required',
      ...codes,
      'too-many-requests',
    ]);
  });

  it('are noted at a handler or a controller, and at nothing else', () => {
    expect(() => Reflect.decorate([MayAnswer('not-found')], {}, 'field', { value: 1 })).toThrow(TypeError);
  });
});
