import { Inject, Injectable } from '@nestjs/common';
import { Interval, Timeout } from '@nestjs/schedule';
import { describeBug, LOG, type Log } from '../core/log.js';
import { type Part, SERVED_PARTS } from '../core/served-parts.js';
import { CalendarService } from './calendar/calendar.service.js';
import { CaseService } from './case.service.js';

const hour = 3_600_000;

/**
 * Stores each hour which periods have ended because their last day is over (REG 4, ACT 12, RULES 9). Reads work that out for themselves.
 * This job stores it two weeks later: until then a closure that is entered late still moves the last day.
 */
@Injectable()
export class EndPeriodsJob {
  constructor(
    private readonly cases: CaseService,
    private readonly calendar: CalendarService,
    @Inject(LOG) private readonly log: Log,
    @Inject(SERVED_PARTS) private readonly parts: readonly Part[],
  ) {}

  /** Moves last days by closures, then ends the periods that are over. Never rejects: if the database can't be reached, the next hour tries again. */
  @Interval(hour)
  async run(): Promise<void> {
    if (!this.parts.includes('checking')) return;
    try {
      await this.calendar.moveDays();
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
