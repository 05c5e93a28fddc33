import type { CaseService } from '../../cases/index.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { fail, ok, type Result } from '../../core/result.js';
import type { CheckRunErrorCode } from '../errors.js';
import type { Batch, RecordSource, VerdictStore } from '../ports.js';
import { pages, runBatch } from './run-batch.js';
import {
  findRoundInCheck,
  findSubmittedRound,
  verificationContext,
  type VerificationDependencies,
} from './submitted-round.js';
import { ArchiveIncompleteError, claimOf, verifyRecord } from './verify-record.js';

/** Records read, judged and written at once: some 30 ms of work, so that a server that checks still answers. */
const pageSize = 25;
/** Records judged at the same time: what the wait for archived revocation data is worth. */
const concurrency = 8;

/** What running a batch works with. */
export interface CheckRunDependencies extends VerificationDependencies {
  readonly cases: Pick<CaseService, 'find'>;
  readonly records: RecordSource;
  readonly verdicts: VerdictStore;
  /** A uniform random integer in [0, n), from a cryptographic source. */
  readonly randomBelow: (exclusiveMaximum: number) => number;
}

/** Runs the batch of a case to its end, from wherever an earlier run was stopped. */
export class CheckRun {
  constructor(private readonly parts: CheckRunDependencies) {}

  /** Gives the batch as it then stands. Safe to call again at any time: what is judged stays judged. */
  async run(number: CaseNumber): Promise<Result<Batch, CheckRunErrorCode>> {
    const found = await findRoundInCheck(this.parts, number);
    if (!found.ok) return found;
    const { batch, submitted } = found.value;
    const context = await verificationContext(submitted, this.parts);
    if (!context.ok) return context;
    const { records, verdicts, randomBelow } = this.parts;
    try {
      await runBatch(batch, {
        records,
        verdicts,
        verify: (record) => verifyRecord(record, context.value),
        claimOf: (record) => claimOf(record, context.value),
        standing: batch.round === 2 ? this.numbersOfMainRound(number) : [],
        randomBelow,
        pageSize,
        concurrency,
      });
    } catch (error) {
      if (error instanceof ArchiveIncompleteError) return fail('revocation-archive-incomplete');
      throw error;
    }
    return ok((await verdicts.batchOf(batch.roundId)) ?? batch);
  }

  /** The numbers that count from the main round: a person counts once in a case (RULES 11). */
  private async *numbersOfMainRound(number: CaseNumber): AsyncGenerator<string> {
    const main = await findSubmittedRound(this.parts.cases, number, 1);
    if (!main.ok) return;
    const batch = await this.parts.verdicts.batchOf(main.value.round.id);
    const context = await verificationContext(main.value, this.parts);
    if (batch === undefined || !context.ok) throw new Error('the main round can no longer be read');
    for await (const page of pages(undefined, (after) => this.parts.verdicts.page(batch, after, pageSize))) {
      const good = page.filter(({ code }) => code === undefined).map(({ commitment }) => commitment);
      for (const record of await this.parts.records.withCommitments(batch.roundId, good))
        yield claimOf(record, context.value).nationalId;
    }
  }
}

/** How a run ended, for the log: its case, and a failure's code or a bug. */
export type CheckEnded = (number: CaseNumber, outcome: Result<unknown, CheckRunErrorCode> | Error) => void;

/**
 * Runs batches in this process, one after the other, outside any request. A queue with workers can take its place: a batch
 * goes on from its last page wherever `run` is called next.
 */
export class InProcessChecks {
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly run: (number: CaseNumber) => Promise<Result<unknown, CheckRunErrorCode>>,
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
