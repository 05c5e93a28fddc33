import type { RoundId } from '../../core/identifiers.js';
import type { Batch, VerdictStore } from '../ports.js';
import type { StepWork } from '../steps/step-work.js';
import type { BatchPiece, CheckRun } from './check-run.js';
import type { CheckJobs, PieceEnded } from './check-jobs.js';

/** Has the batches of all cases worked on, and approved steps carried out, by this process and others. */
export class BatchWork {
  /** How many verdicts each batch had at the last look. */
  private lastSeen = new Map<RoundId, number>();

  constructor(
    private readonly run: Pick<CheckRun, 'perform' | 'keepOnly'>,
    private readonly jobs: CheckJobs,
    private readonly verdicts: Pick<VerdictStore, 'underWay' | 'openChunks' | 'pause'>,
    private readonly steps: Pick<StepWork, 'do' | 'look'>,
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
    await this.jobs.take({ piece: (piece) => this.do(piece), step: (step) => this.steps.do(step) });
    await this.steps.look();
    for (const batch of await this.verdicts.underWay()) {
      if (batch.paused === 'paused-by-staff') continue;
      await this.verdicts.pause(batch, undefined);
      await this.schedule(batch);
    }
  }

  /**
   * Puts up again what is left of each batch that has stood still since the last look, and has the keys of the others forgotten. What was
   * put up may be lost: a process dies between its last write and the next piece, a database is restored from a backup. So may an approved step.
   */
  async look(): Promise<void> {
    await this.steps.look();
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
function isLast(batch: Batch | undefined, { chunk }: BatchPiece): boolean {
  if (batch === undefined || chunk === undefined) return false;
  const { phase, judged, records, paused } = batch;
  return phase === 'judging' && paused === undefined && judged === records;
}
