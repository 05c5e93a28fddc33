import type { CaseNumber } from '../../core/identifiers.js';
import type { Result } from '../../core/result.js';
import type { StepPiece } from '../steps/ports.js';
import type { BatchPiece } from './check-run.js';

/** Hands out the pieces of batches, and approved steps, among all processes that work. Whatever it loses, `BatchWork` puts up again. */
export interface CheckJobs {
  /** Puts pieces up. One that waits already, or that somebody is doing, stays single. */
  put(pieces: readonly BatchPiece[]): Promise<void>;
  /** Puts an approved step up, as {@link put} does a piece. */
  putStep(step: StepPiece): Promise<void>;
  /** Has this process take work from now on. What rejects comes again, to whoever is there. */
  take(work: TakenWork): Promise<void>;
  /** Takes no more; resolves when the pieces under way have ended. */
  end(): Promise<void>;
}

/** What a process does with what it takes. */
export interface TakenWork {
  /** A piece of a batch. */
  readonly piece: (piece: BatchPiece) => Promise<void>;
  /** An approved step whose work is long. */
  readonly step: (step: StepPiece) => Promise<void>;
}

/** Injection token for {@link CheckJobs}. */
export const CHECK_JOBS = Symbol('CheckJobs');

/** Called after a piece of work, for the log, with the case and what it came to: the batch, a failure's code, or a bug. */
export type PieceEnded = (number: CaseNumber, outcome: Result<unknown> | Error) => void;
