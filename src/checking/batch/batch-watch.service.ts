import { Inject, Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { describeBug, LOG, type Log } from '../../core/log.js';
import { type Part, SERVED_PARTS } from '../../core/served-parts.js';
import { BatchWork } from './batch-work.js';

const lookMilliseconds = 5_000;

/** Looks every few seconds whether a batch stands still, and puts its work up again. */
@Injectable()
export class BatchWatchJob {
  constructor(
    private readonly work: BatchWork,
    @Inject(LOG) private readonly log: Log,
    @Inject(SERVED_PARTS) private readonly parts: readonly Part[],
  ) {}

  /** Never rejects: if the database can't be reached, the next look tries again. */
  @Interval(lookMilliseconds)
  async run(): Promise<void> {
    if (!this.parts.includes('checking')) return;
    try {
      await this.work.look();
    } catch (error) {
      this.log.warn({ bug: describeBug(error) }, 'batches not looked after');
    }
  }
}
