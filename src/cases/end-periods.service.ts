import { Inject, Injectable } from '@nestjs/common';
import { Interval, Timeout } from '@nestjs/schedule';
import { describeBug, LOG, type Log } from '../core/log.js';
import { CaseService } from './case.service.js';

const hour = 3_600_000;

/**
 * Writes down each hour what the calendar has decided (ACT 12): rounds past their last day end. Reads show it without this; the
 * hour only bounds how long the stored state lags behind.
 */
@Injectable()
export class EndPeriodsJob {
  constructor(
    private readonly cases: CaseService,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Ends what is to end. Never rejects: the database may be away for a while, and the next hour tries again. */
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
