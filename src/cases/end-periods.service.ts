import { Inject, Injectable } from '@nestjs/common';
import { Interval, Timeout } from '@nestjs/schedule';
import { describeBug, LOG, type Log } from '../core/log.js';
import { CaseService } from './case.service.js';

const hour = 3_600_000;

/**
 * Stores each hour which rounds have ended because their last day is over (ACT 12). Reads work that out for themselves.
 * This job only limits how long the stored state may be out of date.
 */
@Injectable()
export class EndPeriodsJob {
  constructor(
    private readonly cases: CaseService,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Ends the rounds that are over. Never rejects: if the database can't be reached, the next hour tries again. */
  @Interval(hour)
  async run(): Promise<void> {
    try {
      await this.cases.endPeriods();
    } catch (error) {
      this.log.warn({ bug: describeBug(error) }, 'periods not ended');
    }
  }

  /** The first run, once the application has started. */
  @Timeout(0)
  async runAtStart(): Promise<void> {
    await this.run();
  }
}
