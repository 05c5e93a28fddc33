import { Inject, Injectable } from '@nestjs/common';
import { Gauge, Registry } from 'prom-client';
import { readBuild } from '../../configuration/build.js';
import { CONNECTION_POOLS, type ConnectionPools } from '../../core/connection-pools.js';
import type { SourceHealth } from '../../trust/index.js';
import { roundedDown, roundedUp } from './coarse.js';
import { ProcessLoad } from './process-load.js';
import { Readiness, type Ready } from './readiness.js';
import { RequestMeasurements } from './request-measurements.js';

/** Shares of a pool that is in use, and of a disk that is free. */
const poolSteps = [0.5, 0.75, 1] as const;
const diskSteps = [0.01, 0.02, 0.05, 0.1, 0.25, 0.5] as const;

/**
 * What this process tells of itself, in the text format of Prometheus. No number is of a case or a round, and none is a count from which the
 * progress of one could be told: ADR 33.
 */
@Injectable()
export class Measurements {
  readonly load = new ProcessLoad();
  private readonly registry = new Registry();
  readonly requests = new RequestMeasurements(this.registry);
  private ready: Ready | undefined;

  constructor(
    private readonly readiness: Readiness,
    @Inject(CONNECTION_POOLS) private readonly pools: ConnectionPools,
  ) {
    this.describeProcess();
    this.describePools();
    this.describeReadiness();
    this.describeRevocation();
  }

  /** The media type of {@link text}. */
  get contentType(): string {
    return this.registry.contentType;
  }

  async text(): Promise<string> {
    this.ready = await this.readiness.look();
    return this.registry.metrics();
  }

  private describeProcess(): void {
    const { version, commit = 'unknown' } = readBuild();
    this.gauge('build_info', 'The program, always 1', ['version', 'commit'], (set) =>
      set(1, { version, commit }),
    );
    const startedAt = Math.round(performance.timeOrigin / 1_000);
    this.gauge('start_time_seconds', 'When this process began, in seconds since 1970', [], (set) =>
      set(startedAt),
    );
    this.gauge('cpu_cores', 'Cores used in the last minute, at least 0.5, rounded up in steps', [], (set) =>
      set(this.load.view().cores),
    );
    this.gauge('memory_bytes', 'Resident memory, at least 512 MiB, rounded up in steps', [], (set) =>
      set(this.load.view().memory),
    );
    const delayed =
      'How late the event loop was in the last minute (99th percentile), at least 0.05, rounded up in steps';
    this.gauge('event_loop_delay_seconds', delayed, [], (set) => set(this.load.view().delay));
  }

  private describePools(): void {
    const states = () => this.pools.states();
    this.gauge('database_pool_limit', 'The most connections of a pool', ['pool'], (set) =>
      states().forEach(({ pool, limit }) => set(limit, { pool })),
    );
    const busy = 'The share of a pool that is in use, at least 0.5, rounded up in steps';
    this.gauge('database_pool_busy_ratio', busy, ['pool'], (set) =>
      states().forEach(({ pool, busy: used, limit }) => set(roundedUp(used / limit, poolSteps), { pool })),
    );
    const waiting = '1 where requests wait for a connection of a pool';
    this.gauge('database_pool_exhausted', waiting, ['pool'], (set) =>
      states().forEach((state) => set(state.waiting > 0 ? 1 : 0, { pool: state.pool })),
    );
  }

  private describeReadiness(): void {
    this.gauge('ready', '1 where a part is as this server needs it', ['part'], (set) =>
      Object.entries(this.ready?.parts ?? {}).forEach(([part, fine]) => set(fine ? 1 : 0, { part })),
    );
    const served = '1 where this server takes co-signatures for every case that collects';
    this.gauge('cases_served', served, [], (set) => {
      const { health } = this.ready ?? {};
      if (health !== undefined) set(health.notServed.length === 0 ? 1 : 0);
    });
    const oldest = 'How long the oldest piece of a batch has been waiting or worked on, 0 where all are done';
    this.gauge('queue_oldest_seconds', oldest, [], (set) => {
      const { queue } = this.ready ?? {};
      if (queue !== undefined) set(Math.ceil(queue.oldestSeconds ?? 0));
    });
    const free = 'The share of a disk that is free, at most 0.5, rounded down in steps';
    this.gauge('disk_free_ratio', free, ['folder'], (set) =>
      this.ready?.disks.forEach((disk) =>
        set(roundedDown(disk.free ?? 0, diskSteps), { folder: disk.folder }),
      ),
    );
  }

  private describeRevocation(): void {
    const each = (set: SetGauge, value: (source: SourceHealth) => number | undefined): void =>
      this.ready?.health?.trust.sources.forEach((health) => {
        const { source } = health;
        const found = value(health);
        if (found !== undefined) set(found, { source });
      });
    this.gauge('revocation_fresh', '1 where the list of a source is there and not over', ['source'], (set) =>
      each(set, ({ state }) => (state === 'fresh' ? 1 : 0)),
    );
    const over = 'When the list of a source is over (nextUpdate), in seconds since 1970';
    this.gauge('revocation_next_update_seconds', over, ['source'], (set) =>
      each(set, ({ list }) => seconds(list?.nextUpdate)),
    );
    const fetched = 'When a list was last fetched, in seconds since 1970';
    this.gauge('revocation_last_fetch_seconds', fetched, ['source'], (set) =>
      each(set, ({ lastGood }) => seconds(lastGood)),
    );
    this.gauge('revocation_fetch_failures', 'Failed fetches in a row', ['source'], (set) =>
      each(set, ({ failures }) => failures),
    );
  }

  /** A gauge whose values are worked out when they are asked for. */
  private gauge(name: string, help: string, labelNames: string[], collect: (set: SetGauge) => void): void {
    new Gauge({
      name: `lianshu_${name}`,
      help,
      labelNames,
      registers: [this.registry],
      collect() {
        this.reset();
        collect((value, labels = {}) => this.set(labels, value));
      },
    });
  }
}

type SetGauge = (value: number, labels?: Readonly<Record<string, string>>) => void;

const seconds = (date: Date | undefined): number | undefined =>
  date === undefined ? undefined : Math.round(date.getTime() / 1_000);
