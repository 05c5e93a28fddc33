import type { StepPiece } from '../steps/ports.js';
import type { CheckJobs, TakenWork } from './check-jobs.js';
import type { BatchPiece } from './check-run.js';

/** Does the pieces in this process, one after the other, outside any request. Nothing is kept: for tests, and for what runs alone. */
export class JobsHere implements CheckJobs {
  private work: TakenWork | undefined;
  private last: Promise<void> = Promise.resolve();

  put(pieces: readonly BatchPiece[]): Promise<void> {
    for (const piece of pieces) this.add((work) => work.piece(piece));
    return Promise.resolve();
  }

  putStep(step: StepPiece): Promise<void> {
    this.add((work) => work.step(step));
    return Promise.resolve();
  }

  take(work: TakenWork): Promise<void> {
    this.work = work;
    return Promise.resolve();
  }

  async end(): Promise<void> {
    await this.settled();
    this.work = undefined;
  }

  /** Resolves when everything that was put up has ended, and what that put up. */
  async settled(): Promise<void> {
    for (let seen: Promise<void> | undefined; seen !== this.last;) {
      seen = this.last;
      await seen;
    }
  }

  private add(doing: (work: TakenWork) => Promise<void>): void {
    const next = (): Promise<void> => (this.work === undefined ? Promise.resolve() : doing(this.work));
    this.last = this.last.then(next).catch(() => undefined);
  }
}
