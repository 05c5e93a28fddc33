import { Inject, Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { CalendarService, ServiceSwitches } from '../../cases/index.js';
import { CLOCK, type Clock } from '../../core/clock.js';
import { describeBug, LOG, type Log } from '../../core/log.js';
import { taipeiDateOf } from '../../core/taipei-date.js';
import { type ClosureView, closureView } from '../cases/calendar.dto.js';
import { switchView } from '../staff/switch.dto.js';
import { HealthCheck } from './health-check.js';
import { PlannedPauses } from './planned-pauses.js';
import type { StatusView } from './status.dto.js';

/** Whoever asks sooner is told what the last look saw. */
const keptMilliseconds = 10_000;
const monthMilliseconds = 30 * 24 * 3_600_000;

interface Seen {
  readonly works: boolean;
  readonly since: Date;
  readonly checkedAt: Date;
}

/** Whether this server works, and since when. What it saw lies in the process: a start begins anew. */
@Injectable()
export class ServiceStatus {
  private seen: Seen | undefined;
  private looking: Promise<Seen> | undefined;
  private read:
    { readonly at: number; readonly closures: Promise<readonly ClosureView[] | undefined> } | undefined;

  constructor(
    private readonly health: HealthCheck,
    private readonly pauses: PlannedPauses,
    private readonly calendar: CalendarService,
    private readonly switches: ServiceSwitches,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Looks by itself, so that `since` is right also when nobody asks. */
  @Interval(10_000)
  async run(): Promise<void> {
    await this.latest();
  }

  /** What `GET /status` answers. However many ask at once, one look is taken. */
  async current(): Promise<StatusView> {
    const [{ works, since, checkedAt }, plannedPauses, closures] = await Promise.all([
      this.latest(),
      this.pauses.toCome(),
      this.closures(),
    ]);
    const off = this.switches.current().find(({ caseNumber }) => caseNumber === undefined);
    return {
      works: works && off === undefined,
      since: (works && off !== undefined ? off.since : since).toISOString(),
      checkedAt: checkedAt.toISOString(),
      switches: this.switches.current().map(switchView),
      plannedPauses,
      ...(closures === undefined ? {} : { closures }),
    };
  }

  /** As the last look saw them: whoever asks without end doesn't reach the database. */
  private closures(): Promise<readonly ClosureView[] | undefined> {
    const now = this.clock.now().getTime();
    if (this.read === undefined || now - this.read.at >= keptMilliseconds)
      this.read = { at: now, closures: this.closuresNow() };
    return this.read.closures;
  }

  /** Those of the last month and to come. The status is told also while the database is away. */
  private async closuresNow(): Promise<readonly ClosureView[] | undefined> {
    try {
      const monthAgo = taipeiDateOf(new Date(this.clock.now().getTime() - monthMilliseconds));
      const all = await this.calendar.closures();
      return all.filter(({ day, kind }) => kind === 'natural-disaster' && day >= monthAgo).map(closureView);
    } catch (error) {
      this.log.warn({ bug: describeBug(error) }, 'the closures can not be shown');
      return undefined;
    }
  }

  private async latest(): Promise<Seen> {
    const { seen } = this;
    if (seen !== undefined && this.clock.now().getTime() - seen.checkedAt.getTime() < keptMilliseconds)
      return seen;
    this.looking ??= this.look().finally(() => {
      this.looking = undefined;
    });
    return this.looking;
  }

  private async look(): Promise<Seen> {
    const works = await this.worksNow();
    const checkedAt = this.clock.now();
    const since = this.seen?.works === works ? this.seen.since : checkedAt;
    if (this.seen !== undefined && this.seen.works !== works) this.tell(works);
    this.seen = { works, since, checkedAt };
    return this.seen;
  }

  private tell(works: boolean): void {
    if (works) this.log.info({}, 'co-signatures can be taken here again');
    else this.log.error({}, 'co-signatures can not be taken here: see GET /api/v1/health');
  }

  /** What can't be found out doesn't work. */
  private async worksNow(): Promise<boolean> {
    try {
      return (await this.health.check()).status === 'ok';
    } catch (error) {
      this.log.error({ bug: describeBug(error) }, 'the status could not be found out');
      return false;
    }
  }
}
