import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Interval, Timeout } from '@nestjs/schedule';
import { LOG, type Log } from '../core/log.js';
import { RefreshLog } from './refresh-log.js';
import { TrustService } from './trust.service.js';

const second = 1_000;

/**
 * Keeps revocation data fresh from the start to the end of the application. When a source is due, after a success or a failure, is for
 * `CrlRefresh` to say; this only asks each second.
 */
@Injectable()
export class CrlRefreshJob implements OnModuleInit, OnModuleDestroy {
  private stopped = false;
  private running: Promise<void> = Promise.resolve();

  private readonly told: RefreshLog;

  constructor(
    private readonly trust: TrustService,
    @Inject(LOG) log: Log,
  ) {
    this.told = new RefreshLog(log);
  }

  /** Takes up the archived lists, before the first request comes. Does not wait for the network. */
  async onModuleInit(): Promise<void> {
    await this.trust.restore();
  }

  /** Fetches every source that is due; nothing once the application has begun to end. */
  @Interval(second)
  async run(): Promise<void> {
    if (this.stopped) return;
    this.running = this.trust.refreshDue();
    await this.running;
    this.told.tell(this.trust.health().sources);
  }

  /** The first run, once the application has started. */
  @Timeout(0)
  async runAtStart(): Promise<void> {
    await this.run();
  }

  /** Ends it. Resolves once a run under way has ended. */
  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    await this.running;
  }
}
