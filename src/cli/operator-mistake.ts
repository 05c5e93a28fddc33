import type { Failure } from '../core/result.js';
import type { CliFailureCode } from '../messages/index.js';

/** Ends a command for something that whoever runs it can mend; the sentence is in the catalogue. */
export class OperatorMistake extends Error {
  override readonly name = 'OperatorMistake';

  constructor(
    code: CliFailureCode,
    values?: Failure['values'],
    /** What to exit with. */
    readonly exitCode = 1,
  ) {
    super(code);
    this.failure = values === undefined ? { code } : { code, values };
  }

  readonly failure: Failure<CliFailureCode>;
}
