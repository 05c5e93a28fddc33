import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import type { CaseService } from '../cases/index.js';
import { describeBug } from '../core/log.js';

const hour = 3_600_000;

/**
 * Writes down each hour what the calendar has decided (ACT 12): rounds past their last day end. Reads show it without this; the
 * hour only bounds how long the stored state lags behind.
 */
export class PeriodEnd implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly cases: Pick<CaseService, 'endPeriods'>,
    private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.run();
    this.timer = setInterval(() => void this.run(), hour).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async run(): Promise<void> {
    try {
      await this.cases.endPeriods();
    } catch (error) {
      // The database may be away for a while; the next hour tries again.
      this.logger.warn({ bug: describeBug(error) }, 'periods not ended');
    }
  }
}
