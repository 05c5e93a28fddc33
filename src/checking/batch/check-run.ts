import type { CaseService } from '../../cases/index.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { fail, ok, type Result } from '../../core/result.js';
import type { CheckRunErrorCode } from '../errors.js';
import { closedRows, type ClosedRowSource, rowsWithVerdicts } from '../paper/checked-rows.js';
import { PaperNotOpenedError } from '../paper/sealed-rows.js';
import type { Batch, RecordSource, VerdictStore } from '../ports.js';
import { CheckOverError } from './submitted-round.js';
import { pages, runBatch } from './run-batch.js';
import {
  findRoundInCheck,
  findSubmittedRound,
  verificationContext,
  type VerificationDependencies,
} from './submitted-round.js';
import { ArchiveIncompleteError, claimOf, verifyRecord } from './verify-record.js';

/**
 * Records that are read, checked and written in one step. That is about 30 ms of work, so a server that runs a check
 * still answers requests.
 */
const pageSize = 25;
/** Records checked at the same time, so that not every record waits for archived revocation data by itself. */
const concurrency = 8;

/** What {@link CheckRun} works with. */
export interface CheckRunDependencies extends VerificationDependencies {
  readonly cases: Pick<CaseService, 'find'>;
  readonly records: RecordSource;
  readonly verdicts: VerdictStore;
  readonly paper: ClosedRowSource['paper'];
  /** A uniform random integer in [0, n), from a cryptographic source. */
  readonly randomBelow: (exclusiveMaximum: number) => number;
}

/** Runs the batch of a case to its end, from wherever an earlier run stopped. */
export class CheckRun {
  constructor(private readonly dependencies: CheckRunDependencies) {}

  /** Answers the batch after the run. Can be called again at any time: stored verdicts stay. */
  async run(number: CaseNumber): Promise<Result<Batch, CheckRunErrorCode>> {
    const found = await findRoundInCheck(this.dependencies, number);
    if (!found.ok) return found;
    const { batch, submitted } = found.value;
    const context = await verificationContext(submitted, this.dependencies);
    if (!context.ok) return context;
    const { records, verdicts, randomBelow } = this.dependencies;
    try {
      await runBatch(batch, {
        records,
        verdicts,
        verify: (record) => verifyRecord(record, context.value),
        claimOf: (record) => claimOf(record, context.value),
        standing: batch.round === 2 ? this.numbersOfMainRound(number) : [],
        paper: {
          rows: closedRows(this.dependencies, batch),
          standing: batch.round === 2 ? this.paperNumbersOfMainRound(number) : [],
        },
        randomBelow,
        pageSize,
        concurrency,
      });
    } catch (error) {
      if (error instanceof CheckOverError) return fail('check-not-ready');
      if (error instanceof ArchiveIncompleteError) return fail('revocation-archive-incomplete');
      if (error instanceof PaperNotOpenedError) return fail('paper-not-opened');
      throw error;
    }
    return ok((await verdicts.batchOf(batch.roundId)) ?? batch);
  }

  /** The numbers that count electronically from the main round. A person counts once in a case (RULES 11). */
  private async *numbersOfMainRound(number: CaseNumber): AsyncGenerator<string> {
    const main = await findSubmittedRound(this.dependencies.cases, number, 1);
    if (!main.ok) return;
    const batch = await this.dependencies.verdicts.batchOf(main.value.round.id);
    const context = await verificationContext(main.value, this.dependencies);
    if (batch === undefined || !context.ok) throw new Error('the main round can no longer be read');
    for await (const page of pages(undefined, (after) =>
      this.dependencies.verdicts.page(batch, after, pageSize),
    )) {
      const good = page.filter(({ code }) => code === undefined).map(({ commitment }) => commitment);
      for (const record of await this.dependencies.records.withCommitments(batch.roundId, good))
        yield claimOf(record, context.value).nationalId;
    }
  }

  /** The numbers that count on paper from the main round (RULES 11). */
  private async *paperNumbersOfMainRound(number: CaseNumber): AsyncGenerator<string> {
    const main = await findSubmittedRound(this.dependencies.cases, number, 1);
    const batch = main.ok ? await this.dependencies.verdicts.batchOf(main.value.round.id) : undefined;
    if (batch === undefined) return;
    for await (const { row, code } of rowsWithVerdicts(this.dependencies, batch))
      if (code === undefined) yield row.nationalId;
  }
}

/** Called at the end of a run, for the log, with the case and either a failure's code or a bug. */
export type CheckEnded = (number: CaseNumber, outcome: Result<unknown, CheckRunErrorCode> | Error) => void;

/**
 * Runs batches in this process, one after the other, outside any request. A queue with workers could replace it: a
 * batch continues after its last page wherever `run` is called next.
 */
export class InProcessChecks {
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly run: (number: CaseNumber) => Promise<Result<unknown, CheckRunErrorCode>>,
    private readonly ended: CheckEnded = () => undefined,
  ) {}

  /** Schedules the batch of a case to run after those scheduled before. */
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
