import type { Failure } from '../core/result.js';

/** What an operator can mend before the platform can start. */
type StartFailureCode =
  /** Environment variables with values that can't be; value `names`. */
  | 'configuration-wrong'
  /** The commission's key and certificate or MOI's certificate are not installed; value `folder`. */
  | 'start-keys-missing'
  /** `trust.json` or its certificates can't be read; value `folder`. */
  | 'start-trust-unreadable'
  /** What they say can't be; values `folder`, `reason`. */
  | 'start-trust-wrong'
  /** Another demo runs in this folder; values `pid`, `file`. */
  | 'demo-running';

/** A start that can't succeed, for whoever starts it to mend. The command line has its sentence. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';

  constructor(
    readonly failure: Failure<StartFailureCode>,
    options?: ErrorOptions,
  ) {
    const values = Object.values(failure.values ?? {}).join(', ');
    super(`${failure.code}: ${values}`, options);
  }
}
