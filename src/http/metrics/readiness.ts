import { statfs } from 'node:fs/promises';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { type Configuration, CONFIGURATION } from '../../configuration/configuration.js';
import { JOB_QUEUE, type JobQueue, type JobQueueState } from '../../core/job-queue.js';
import { describeBug, LOG, type Log } from '../../core/log.js';
import { type HealthAnswer, HealthCheck } from '../platform/health-check.js';

/** A folder whose disk must not become full. */
export interface DiskSpace {
  readonly folder: 'home' | 'archive';
  /** The share of the disk that this process may still fill, from 0 to 1; undefined where it can't be found out. */
  readonly free: number | undefined;
}

/** Whether this process can do its work, and what it needs for that, part by part. */
export interface Ready {
  /** Every part, and of the cases that collect, if there are any, some that this server takes co-signatures for. */
  readonly ready: boolean;
  /** A worker has no part `revocation`: it checks by the lists in the archive. */
  readonly parts: Readonly<Record<'database' | 'queue' | 'disk', boolean> & { revocation?: boolean }>;
  readonly disks: readonly DiskSpace[];
  /** What `GET /api/v1/health` answers; undefined where it can't be found out, and for a worker. */
  readonly health: HealthAnswer | undefined;
  /** Undefined where it can't be found out. */
  readonly queue: JobQueueState | undefined;
}

/** Below this share of a disk a server should get no more work. */
export const leastFree = 0.02;

/** Finds out whether this process can do its work. However many ask at once, one look is taken. */
@Injectable()
export class Readiness {
  private looking: Promise<Ready> | undefined;

  constructor(
    @Inject(JOB_QUEUE) private readonly jobs: JobQueue,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(LOG) private readonly log: Log,
    /** A server's; a worker has none. */
    @Optional() private readonly healthCheck?: HealthCheck,
  ) {}

  /** Never rejects: what can't be found out is not ready. */
  look(): Promise<Ready> {
    this.looking ??= this.lookNow().finally(() => {
      this.looking = undefined;
    });
    return this.looking;
  }

  private async lookNow(): Promise<Ready> {
    const [health, queue, disks] = await Promise.all([
      this.known(() => this.healthCheck?.check()),
      this.known(() => this.jobs.state()),
      this.disks(),
    ]);
    const works = { queue: queue !== undefined, disk: disks.every(({ free }) => (free ?? 0) >= leastFree) };
    const ofServer = { database: health?.database === 'ok', revocation: health?.trust.ready === true };
    const parts = { ...(this.healthCheck === undefined ? { database: works.queue } : ofServer), ...works };
    const serves = this.healthCheck === undefined || health?.status === 'ok';
    return { ready: serves && works.queue && works.disk, parts, disks, health, queue };
  }

  private async known<Value>(ask: () => Promise<Value> | undefined): Promise<Value | undefined> {
    try {
      return await ask();
    } catch (error) {
      this.log.warn({ bug: describeBug(error) }, 'readiness could not be found out');
      return undefined;
    }
  }

  private disks(): Promise<readonly DiskSpace[]> {
    const { home, archive } = this.configuration;
    return Promise.all([spaceOf('home', home), spaceOf('archive', archive)]);
  }
}

async function spaceOf(folder: DiskSpace['folder'], place: string): Promise<DiskSpace> {
  try {
    const { bavail, blocks } = await statfs(place);
    return { folder, free: blocks === 0 ? undefined : bavail / blocks };
  } catch {
    return { folder, free: undefined };
  }
}
