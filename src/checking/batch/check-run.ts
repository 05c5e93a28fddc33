import type { CaseService } from '../../cases/index.js';
import type { CaseNumber, RoundId } from '../../core/identifiers.js';
import { fail, ok, type Result } from '../../core/result.js';
import type { CheckRunErrorCode, RoundKeyErrorCode } from '../errors.js';
import { closedRows, type ClosedRowSource, rowsWithVerdicts } from '../paper/checked-rows.js';
import { PaperNotOpenedError } from '../paper/sealed-rows.js';
import type { Batch, RecordSource, VerdictStore } from '../ports.js';
import { checkChunk } from './check-chunk.js';
import { finishBatch } from './finish-batch.js';
import { pages } from './pages.js';
import type { RoundVerifier, RoundVerifiers } from './round-verifier.js';
import {
  CheckOverError,
  findRoundInCheck,
  findSubmittedRound,
  roundMaterial,
  type RoundInCheck,
  type SubmittedRound,
  type VerificationDependencies,
} from './submitted-round.js';
import { ArchiveIncompleteError } from './verify-record.js';

/** What {@link CheckRun} works with. */
export interface CheckRunDependencies extends Omit<VerificationDependencies, 'validator'> {
  readonly cases: Pick<CaseService, 'find'>;
  readonly records: RecordSource;
  readonly verdicts: VerdictStore;
  readonly paper: ClosedRowSource['paper'];
  readonly verifiers: RoundVerifiers;
  /** A uniform random integer in [0, n), from a cryptographic source. */
  readonly randomBelow: (exclusiveMaximum: number) => number;
}

/** A piece of a batch's work: one of its chunks or, without one, its end. */
export interface BatchPiece {
  readonly caseNumber: CaseNumber;
  readonly roundId: RoundId;
  readonly chunk: number | undefined;
}

/** Verdicts of the main round that are read at once. */
const pageSize = 1_000;

/** Does the pieces of batches, in any order and in any number of processes at once: each record gets one verdict. */
export class CheckRun {
  /** The rounds whose keys are open, while their batches are worked on. */
  private readonly open = new Map<RoundId, Promise<Result<RoundVerifier, RoundKeyErrorCode>>>();

  constructor(private readonly dependencies: CheckRunDependencies) {}

  /**
   * Does one piece, and answers the batch after it. A piece that is done already, or whose batch is paused, is left alone. Where something
   * is missing that somebody has to mend, the batch is paused, and nobody is struck out.
   */
  async perform(piece: BatchPiece): Promise<Result<Batch, CheckRunErrorCode>> {
    const found = await findRoundInCheck(this.dependencies, piece.caseNumber);
    if (!found.ok) return found;
    const { batch } = found.value;
    if (batch.roundId !== piece.roundId || batch.phase !== 'judging' || batch.paused !== undefined)
      return ok(batch);
    const done = await this.attempt(found.value, piece.chunk);
    if (!done.ok && isPause(done.failure.code))
      await this.dependencies.verdicts.pause(batch, done.failure.code);
    return done;
  }

  /** Does every piece of a case's batch here and now, from wherever it is; also of one that is paused. */
  async run(number: CaseNumber): Promise<Result<Batch, CheckRunErrorCode>> {
    const found = await findRoundInCheck(this.dependencies, number);
    if (!found.ok) return found;
    const { batch } = found.value;
    if (batch.phase !== 'judging') return ok(batch);
    await this.dependencies.verdicts.pause(batch, undefined);
    const piece = { caseNumber: number, roundId: batch.roundId };
    for (const chunk of await this.dependencies.verdicts.openChunks(batch)) {
      const done = await this.perform({ ...piece, chunk });
      if (!done.ok) return done;
    }
    return this.perform({ ...piece, chunk: undefined });
  }

  /** Forgets the keys of every other round. */
  keepOnly(rounds: ReadonlySet<RoundId>): void {
    for (const round of this.open.keys()) if (!rounds.has(round)) this.forget(round);
  }

  private async attempt(
    { submitted, batch }: RoundInCheck,
    chunk: number | undefined,
  ): Promise<Result<Batch, CheckRunErrorCode>> {
    const verifier = await this.verifierOf(submitted);
    if (!verifier.ok) return verifier;
    try {
      if (chunk === undefined) return ok(await this.finish(batch));
      return ok(
        (await checkChunk(batch, chunk, { ...this.dependencies, verifier: verifier.value })) ?? batch,
      );
    } catch (error) {
      if (error instanceof CheckOverError) return fail('check-not-ready');
      if (error instanceof ArchiveIncompleteError) return fail('revocation-archive-incomplete');
      if (error instanceof PaperNotOpenedError) return fail('paper-not-opened');
      throw error;
    }
  }

  private async finish(batch: Batch): Promise<Batch> {
    const { verdicts } = this.dependencies;
    const isSupplement = batch.round === 2;
    await finishBatch(batch, {
      ...this.dependencies,
      standing: isSupplement ? this.numbersOfMainRound(batch.caseNumber) : [],
      paper: {
        rows: closedRows(this.dependencies, batch),
        standing: isSupplement ? this.paperNumbersOfMainRound(batch.caseNumber) : [],
      },
    });
    this.forget(batch.roundId);
    return (await verdicts.batchOf(batch.roundId)) ?? batch;
  }

  /** The round's verifier, opened once. A key that isn't there may be there the next time. */
  private async verifierOf(submitted: SubmittedRound): Promise<Result<RoundVerifier, RoundKeyErrorCode>> {
    const { id } = submitted.round;
    const opening = this.open.get(id) ?? this.opened(submitted);
    this.open.set(id, opening);
    const verifier = await opening;
    if (!verifier.ok) this.open.delete(id);
    return verifier;
  }

  private async opened(submitted: SubmittedRound): Promise<Result<RoundVerifier, RoundKeyErrorCode>> {
    try {
      const material = await roundMaterial(submitted, this.dependencies);
      return material.ok ? ok(this.dependencies.verifiers.open(material.value)) : material;
    } catch (error) {
      this.open.delete(submitted.round.id);
      throw error;
    }
  }

  private forget(round: RoundId): void {
    void this.close(this.open.get(round));
    this.open.delete(round);
  }

  private async close(opening: Promise<Result<RoundVerifier, RoundKeyErrorCode>> | undefined): Promise<void> {
    // What did not open has been answered to whoever asked.
    const verifier = await opening?.catch(() => undefined);
    if (verifier?.ok === true) verifier.value.close();
  }

  /** The numbers that count electronically from the main round. A person counts once in a case (RULES 11). */
  private async *numbersOfMainRound(number: CaseNumber): AsyncGenerator<string> {
    const { verdicts, records } = this.dependencies;
    const main = await findSubmittedRound(this.dependencies.cases, number, 1);
    if (!main.ok) return;
    const batch = await verdicts.batchOf(main.value.round.id);
    const verifier = await this.verifierOf(main.value);
    if (batch === undefined || !verifier.ok) throw new Error('the main round can no longer be read');
    for await (const page of pages(undefined, (after) => verdicts.page(batch, after, pageSize))) {
      const good = page.filter(({ code }) => code === undefined).map(({ commitment }) => commitment);
      const stored = await records.withCommitments(batch.roundId, good);
      for (const { nationalId } of await verifier.value.claimsOf(stored)) yield nationalId;
    }
    this.forget(batch.roundId);
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

/** A case that is stopped, or that isn't there, has nothing to pause. */
function isPause(
  code: CheckRunErrorCode,
): code is Exclude<CheckRunErrorCode, 'not-found' | 'check-not-ready'> {
  return code !== 'not-found' && code !== 'check-not-ready';
}
