import type { Failure } from '../../core/result.js';
import type { Answer } from './answer';

/**
 * Why there is no answer to go on with: a code of the API with the server's own sentence, which says what to do; a failure of the
 * ceremony; or `unreachable`, where nobody knows whether the request arrived.
 */
export interface Refusal {
  readonly code: string;
  readonly values?: Failure['values'];
  readonly sentence?: string;
}

/** Why an answer is none. */
export function refusalOf(answer: Exclude<Answer<unknown>, { kind: 'answered' }>): Refusal {
  if (answer.kind === 'unknown') return { code: 'unreachable' };
  const { code, detail } = answer.problem;
  return { code, sentence: detail };
}
