import { Inject, Injectable } from '@nestjs/common';
import { PUBLISHED_CHECKPOINTS, type PublishedCheckpoints } from '../../audit/index.js';
import { ServiceSwitches } from '../../cases/index.js';
import { CLOCK, type Clock } from '../../core/clock.js';
import { JOB_QUEUE, type JobQueue } from '../../core/job-queue.js';
import { HealthCheck } from '../platform/health-check.js';
import type { AlertView } from './alert.dto.js';

/** A checkpoint is signed in each hour, and looked for every ten minutes: after so long without one, something is wrong. */
const checkpointLateAfter = 80 * 60_000;

/** Finds what keeps the platform from working as it should. None of it depends on how many have co-signed. */
@Injectable()
export class Alerts {
  constructor(
    private readonly health: HealthCheck,
    private readonly switches: ServiceSwitches,
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
    @Inject(PUBLISHED_CHECKPOINTS) private readonly checkpoints: PublishedCheckpoints,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What is wrong now, what stops the intake first. */
  async current(): Promise<readonly AlertView[]> {
    const [health, work, checkpoint] = await Promise.all([
      this.ofHealth(),
      this.ofWork(),
      this.ofCheckpoint(),
    ]);
    return [...health, ...this.ofSwitches(), ...work, ...checkpoint];
  }

  private async ofHealth(): Promise<readonly AlertView[]> {
    const { trust, notServed } = await this.health.check();
    const stale = trust.sources.filter(({ state }) => state !== 'fresh');
    return [
      ...stale.map(({ source, lastGood }) => ({
        alert: 'revocation-data-stale' as const,
        about: source,
        ...(lastGood === undefined ? {} : { since: lastGood.toISOString() }),
      })),
      ...(trust.anchorSet === undefined ? [{ alert: 'anchors-missing' as const }] : []),
      ...notServed.map((each) => ({ alert: 'case-not-served' as const, case: each.case })),
    ];
  }

  private ofSwitches(): readonly AlertView[] {
    return this.switches.current().map(({ name, caseNumber, since }) => ({
      alert: name,
      ...(caseNumber === undefined ? {} : { case: caseNumber }),
      since: since.toISOString(),
    }));
  }

  private async ofWork(): Promise<readonly AlertView[]> {
    const { unattendedSeconds } = await this.jobs.state();
    if (unattendedSeconds === undefined) return [];
    const since = new Date(this.clock.now().getTime() - unattendedSeconds * 1000);
    return [{ alert: 'worker-missing', since: since.toISOString() }];
  }

  private async ofCheckpoint(): Promise<readonly AlertView[]> {
    const [last] = await this.checkpoints.page(undefined, 1);
    const late = this.clock.now().getTime() - checkpointLateAfter;
    if (last === undefined) return [{ alert: 'checkpoint-late' }];
    return last.issuedAt.getTime() > late
      ? []
      : [{ alert: 'checkpoint-late', since: last.issuedAt.toISOString() }];
  }
}
