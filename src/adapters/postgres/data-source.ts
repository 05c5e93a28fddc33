import { DataSource, type DataSourceOptions, type QueryRunner, type ReplicationMode } from 'typeorm';
import { migrations } from '../../../migrations/index.js';
import { translateDatabaseError } from './database-error.js';
import { entities } from './entities/index.js';

/** Whose rights a connection has; the roles are made by the first migration. */
export type DatabaseRole = 'lianshu_intake' | 'lianshu_lead' | 'lianshu_staff';

/** How to connect. */
export interface PostgresOptions {
  /** `postgresql://user:password@host:port/database` */
  readonly url: string;
  /** Every connection takes this role at once; without it, the login's own (migrations, rescue). */
  readonly role?: DatabaseRole;
  /** Connections at most; default 10. */
  readonly poolSize?: number;
}

/** A DataSource whose failed statements throw {@link DatabaseError}, so that no parameter ever reaches a log. */
class DiscreetDataSource extends DataSource {
  override createQueryRunner(mode?: ReplicationMode): QueryRunner {
    const runner = super.createQueryRunner(mode);
    const query = runner.query.bind(runner) as (...values: unknown[]) => Promise<unknown>;
    const discreet = async (...values: unknown[]): Promise<unknown> => {
      try {
        return await query(...values);
      } catch (error) {
        throw translateDatabaseError(error);
      }
    };
    // The overloads of `query` differ only in what they resolve to, which is passed through.
    runner.query = discreet as QueryRunner['query'];
    return runner;
  }
}

/** A DataSource over all entities and migrations, not yet connected: call `initialize()`, and `destroy()` at the end. */
export function createDataSource(options: PostgresOptions): DataSource {
  const settings: DataSourceOptions = {
    type: 'postgres',
    url: options.url,
    applicationName: options.role ?? 'lianshu',
    poolSize: options.poolSize ?? 10,
    entities: [...entities],
    migrations: [...migrations],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    extra: options.role === undefined ? {} : { options: `-c role=${options.role}` },
  };
  return new DiscreetDataSource(settings);
}
