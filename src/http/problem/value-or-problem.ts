import type { Result } from '../../core/result.js';
import type { MessageCode } from '../../messages/index.js';
import { ProblemException } from './problem.exception.js';

/** The value of a success; throws a failure as the problem its catalogue entry describes. A code without an entry doesn't compile. */
export function valueOrProblem<Value>(result: Result<Value, MessageCode>): Value {
  if (result.ok) return result.value;
  throw new ProblemException(result.failure);
}
