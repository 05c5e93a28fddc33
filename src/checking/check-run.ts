import type { CaseService } from '../cases/index.js';
import type { CaseNumber } from '../core/identifiers.js';
import { fail, ok, type Result } from '../core/result.js';
import type { Batch } from './batch.js';
import type { CheckingErrorCode } from './errors.js';
import { ArchiveIncompleteError, claimOf, judgeRecord } from './judge-record.js';
import type { RecordSource, VerdictStore } from './ports.js';
import { pages, runBatch } from './run-batch.js';
import { findSubmittedRound, judgingContext, type JudgingParts } from './submitted-round.js';

/** Records read, judged and written at once: some 30 ms of work, so that a server that checks still answers. */
const pageSize = 25;
/** Records judged at the same time: what the wait for archived revocation data is worth. */
const concurrency = 8;

/** What running a batch works with. */
export interface CheckRunParts extends JudgingParts {
  readonly cases: Pick<CaseService, 'find'>;
  readonly records: RecordSource;
  readonly verdicts: VerdictStore;
  /** A uniform random integer in [0, n), from a cryptographic source. */
  readonly randomBelow: (exclusiveMaximum: number) => number;
}

/** Runs the batch of a case to its end, from wherever an earlier run was stopped. */
export class CheckRun {
  constructor(private readonly parts: CheckRunParts) {}

  /** Gives the batch as it then stands. Safe to call again at any time: what is judged stays judged. */
  async run(number: CaseNumber): Promise<Result<Batch, CheckingErrorCode>> {
    const found = await findSubmittedRound(this.parts.cases, number);
    if (!found.ok) return found;
    const batch = await this.parts.verdicts.batchOf(found.value.round.id);
    if (batch === undefined) return fail('check-not-ready');
    const context = await judgingContext(found.value, this.parts);
    if (!context.ok) return context;
    const { records, verdicts, randomBelow } = this.parts;
    try {
      await runBatch(batch, {
        records,
        verdicts,
        judge: (record) => judgeRecord(record, context.value),
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
    const context = await judgingContext(main.value, this.parts);
    if (batch === undefined || !context.ok) throw new Error('the main round can no longer be read');
    for await (const page of pages(undefined, (after) => this.parts.verdicts.page(batch, after, pageSize))) {
      const good = page.filter(({ code }) => code === undefined).map(({ commitment }) => commitment);
      for (const record of await this.parts.records.withCommitments(batch.roundId, good))
        yield claimOf(record, context.value).nationalId;
    }
  }
}
