import type { Result } from '../core/result.js';

/**
 * The value of a result that cannot be a failure where this is called: in the demo's story and in tests. Throws an Error with the
 * failure's code.
 */
export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}
