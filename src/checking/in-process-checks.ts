import type { CaseNumber } from '../core/identifiers.js';
import type { Result } from '../core/result.js';
import type { CheckingErrorCode } from './errors.js';

/** How a run ended, for the log: its case, and a failure's code or a bug. */
export type CheckEnded = (number: CaseNumber, outcome: Result<unknown, CheckingErrorCode> | Error) => void;

/**
 * Runs batches in this process, one after the other, outside any request. A queue with workers can take its place: a batch
 * goes on from its last page wherever `run` is called next.
 */
export class InProcessChecks {
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly run: (number: CaseNumber) => Promise<Result<unknown, CheckingErrorCode>>,
    private readonly ended: CheckEnded = () => undefined,
  ) {}

  /** Has the batch of a case run after those scheduled before. */
  schedule(number: CaseNumber): void {
    this.last = this.last.then(async () => {
      try {
        this.ended(number, await this.run(number));
      } catch (error) {
        this.ended(number, error instanceof Error ? error : new Error('not an error'));
      }
    });
  }

  /** Resolves when everything scheduled so far has ended. */
  settled(): Promise<void> {
    return this.last;
  }
}
