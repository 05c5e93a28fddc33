import type pg from 'pg';
import type { DataSource } from 'typeorm';
import type { ConnectionPools, PoolState } from '../../core/connection-pools.js';

/** A data source, and what its pool is called. */
export interface NamedPool {
  readonly pool: string;
  readonly limit: number;
  readonly dataSource: DataSource;
}

/** Asks the driver's own pools. One that isn't open yet, or any more, uses nothing. */
export class PostgresConnectionPools implements ConnectionPools {
  constructor(private readonly pools: readonly NamedPool[]) {}

  states(): readonly PoolState[] {
    return this.pools.map(({ pool, limit, dataSource }) => {
      const driver = dataSource.isInitialized ? poolOf(dataSource) : undefined;
      const busy = (driver?.totalCount ?? 0) - (driver?.idleCount ?? 0);
      return { pool, limit, busy, waiting: driver?.waitingCount ?? 0 };
    });
  }
}

/** TypeORM keeps the driver's pool under this name; its own type doesn't say so. */
function poolOf({ driver }: DataSource): pg.Pool {
  return (driver as unknown as { readonly master: pg.Pool }).master;
}
