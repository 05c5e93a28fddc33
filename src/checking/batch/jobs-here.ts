import type { CheckJobs } from './batch-work.js';
import type { BatchPiece } from './check-run.js';

/** Does the pieces in this process, one after the other, outside any request. Nothing is kept: for tests, and for what runs alone. */
export class JobsHere implements CheckJobs {
  private work: ((piece: BatchPiece) => Promise<void>) | undefined;
  private last: Promise<void> = Promise.resolve();

  put(pieces: readonly BatchPiece[]): Promise<void> {
    for (const piece of pieces) this.last = this.last.then(() => this.work?.(piece)).catch(() => undefined);
    return Promise.resolve();
  }

  take(work: (piece: BatchPiece) => Promise<void>): Promise<void> {
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
}
