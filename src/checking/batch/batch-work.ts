import type { CaseNumber, RoundId } from '../../core/identifiers.js';
import type { Result } from '../../core/result.js';
import type { CheckRunErrorCode } from '../errors.js';
import type { Batch, VerdictStore } from '../ports.js';
import type { BatchPiece, CheckRun } from './check-run.js';

/** Hands out the pieces of batches among all processes that work. Whatever it loses, {@link BatchWork} puts up again. */
export interface CheckJobs {
  /** Puts pieces up. One that waits already, or that somebody is doing, stays single. */
  put(pieces: readonly BatchPiece[]): Promise<void>;
  /** Has this process take pieces from now on. One whose work rejects comes again, to whoever is there. */
  take(work: (piece: BatchPiece) => Promise<void>): Promise<void>;
  /** Takes no more; resolves when the pieces under way have ended. */
  end(): Promise<void>;
}

/** Injection token for {@link CheckJobs}. */
export const CHECK_JOBS = Symbol('CheckJobs');

/** Called after a piece of work, for the log, with the case and what it came to: the batch, a failure's code, or a bug. */
export type PieceEnded = (number: CaseNumber, outcome: Result<Batch, CheckRunErrorCode> | Error) => void;

/** Has the batches of all cases worked on, by this process and others. */
export class BatchWork {
  /** How many verdicts each batch had at the last look. */
  private lastSeen = new Map<RoundId, number>();

  constructor(
    private readonly run: Pick<CheckRun, 'perform' | 'keepOnly'>,
    private readonly jobs: CheckJobs,
    private readonly verdicts: Pick<VerdictStore, 'underWay' | 'openChunks' | 'pause'>,
    private readonly ended: PieceEnded = () => undefined,
  ) {}

  /** Puts up all that is left of a batch. Can be called again at any time. */
  async schedule(batch: Batch): Promise<void> {
    const piece = { caseNumber: batch.caseNumber, roundId: batch.roundId };
    const chunks = await this.verdicts.openChunks(batch);
    const open = chunks.length === 0 ? [undefined] : chunks;
    await this.jobs.put(open.map((chunk) => ({ ...piece, chunk })));
  }

  /** As {@link schedule}, for a batch that has just begun: what fails here, {@link look} makes up for. */
  async announce(batch: Batch): Promise<void> {
    try {
      await this.schedule(batch);
    } catch (error) {
      this.ended(batch.caseNumber, error instanceof Error ? error : new Error('not an error'));
    }
  }

  /** Takes work from now on. What paused by itself is tried once more: whoever starts a process may have mended what was missing. */
  async begin(): Promise<void> {
    await this.jobs.take((piece) => this.do(piece));
    for (const batch of await this.verdicts.underWay()) {
      if (batch.paused === 'paused-by-staff') continue;
      await this.verdicts.pause(batch, undefined);
      await this.schedule(batch);
    }
  }

  /**
   * Puts up again what is left of each batch that has stood still since the last look, and has the keys of the others forgotten. What was
   * put up may be lost: a process dies between its last write and the next piece, a database is restored from a backup.
   */
  async look(): Promise<void> {
    const batches = await this.verdicts.underWay();
    this.run.keepOnly(new Set(batches.map(({ roundId }) => roundId)));
    for (const batch of batches) {
      const still = this.lastSeen.get(batch.roundId) === batch.judged;
      if (still && batch.paused === undefined) await this.schedule(batch);
    }
    this.lastSeen = new Map(batches.map(({ roundId, judged }) => [roundId, judged]));
  }

  /** Takes no more work; resolves when what is under way has ended. */
  async end(): Promise<void> {
    await this.jobs.end();
    this.run.keepOnly(new Set());
  }

  private async do(piece: BatchPiece): Promise<void> {
    try {
      const outcome = await this.run.perform(piece);
      this.ended(piece.caseNumber, outcome);
      if (outcome.ok && isLast(outcome.value, piece)) await this.jobs.put([{ ...piece, chunk: undefined }]);
    } catch (error) {
      this.ended(piece.caseNumber, error instanceof Error ? error : new Error('not an error'));
      throw error;
    }
  }
}

/** Whether every record has a verdict by now, and the batch is to be finished. */
function isLast({ phase, judged, records, paused }: Batch, { chunk }: BatchPiece): boolean {
  return chunk !== undefined && phase === 'judging' && paused === undefined && judged === records;
}
