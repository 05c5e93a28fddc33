import type { Failure } from '../core/result.js';

/** Why the platform can't start, where the operator can correct the cause. */
type StartFailureCode =
  /** Environment variables have wrong values; value `names`. */
  | 'configuration-wrong'
  /** Keys or certificates are not there. Only `lianshu init` makes keys; values `folder`, `names`. */
  | 'start-keys-missing'
  /** The intake key of this server is not one that the database knows; value `folder`. */
  | 'start-intake-key-unknown'
  /** `trust.json` or its certificates can't be read; value `folder`. */
  | 'start-trust-unreadable'
  /** `trust.json` can be read, but its content is wrong; values `folder`, `reason`. */
  | 'start-trust-wrong'
  /** Another demo is running in this folder; values `pid`, `file`. */
  | 'demo-running';

/** A failure to start that the operator can correct. The command line has a sentence for each code. */
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
