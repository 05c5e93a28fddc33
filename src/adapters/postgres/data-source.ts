import type { Client, PoolClient } from 'pg';
import { DataSource, type DataSourceOptions, type QueryRunner, type ReplicationMode } from 'typeorm';
import { migrations } from '../../../migrations/index.js';
import { DatabaseError, isConnectionSpent, isTimedOut, translateDatabaseError } from './database-error.js';
import { ApprovalRequestEntity } from './entities/approval-request.entity.js';
import { AuditCheckpointEntity } from './entities/audit-checkpoint.entity.js';
import { AuditEventEntity } from './entities/audit-event.entity.js';
import { LeadSessionEntity } from './entities/lead-session.entity.js';
import { ReferendumCaseEntity } from './entities/referendum-case.entity.js';
import { RoundEntity } from './entities/round.entity.js';
import { SessionEntity } from './entities/session.entity.js';
import { StaffMemberEntity } from './entities/staff-member.entity.js';
import { UsedChallengeEntity } from './entities/used-challenge.entity.js';
import { type DatabaseRole, limitedConnections, loginUrl, roleLimits, type RoleLimits } from './roles.js';

/** Injection token for the DataSource with the intake's rights. */
export const INTAKE_DATABASE = Symbol('DataSource of the intake');

/** Injection token for the DataSource with the leads' rights. */
export const LEAD_DATABASE = Symbol('DataSource of leads');

/** Injection token for the DataSource with staff's rights. */
export const STAFF_DATABASE = Symbol('DataSource of staff');

/** Injection token for the DataSource that does what can't be undone, with the checking role's rights. */
export const CHECKING_DATABASE = Symbol('DataSource of the check');

/** How to connect. */
interface PostgresOptions {
  /**
   * `postgresql://user:password@host:port/database`: the role's own, or the owner's, from which the role's login is
   * derived ({@link loginUrl}). If undefined, {@link connectTo} sets it later.
   */
  readonly url?: string;
  /** The role that logs in. If undefined, the owner (migrations). */
  readonly role?: DatabaseRole;
  /** The role that the login of `url` takes on without logging in as it: for a restored backup, whose roles can't log in. */
  readonly actingAs?: DatabaseRole;
  /** The most connections; default 10. */
  readonly poolSize?: number;
  /** How long a statement, a lock and an open transaction may take; a role's own if left out. */
  readonly limits?: Partial<RoleLimits>;
}

/** A DataSource whose failed statements throw `DatabaseError`, so that no parameter ever reaches a log. */
class DiscreetDataSource extends DataSource {
  override createQueryRunner(mode?: ReplicationMode): QueryRunner {
    const runner = super.createQueryRunner(mode);
    const query = runner.query.bind(runner) as (...values: unknown[]) => Promise<unknown>;
    const discreet = async (...values: unknown[]): Promise<unknown> => {
      try {
        return await query(...values);
      } catch (error) {
        leaveSpent(runner, error);
        throw translateDatabaseError(error);
      }
    };
    // The overloads of `query` differ only in the type of the result, which is returned unchanged.
    runner.query = discreet as QueryRunner['query'];
    return runner;
  }

  /**
   * Migrates in one process at a time, because several of a deployment may start together. TypeORM's own command line
   * calls this too.
   */
  override async runMigrations(
    ...options: Parameters<DataSource['runMigrations']>
  ): ReturnType<DataSource['runMigrations']> {
    const lock = this.createQueryRunner();
    try {
      await lock.query(`SELECT pg_advisory_lock(${migrationLock})`);
      const ran = await super.runMigrations(...options);
      await lock.query(`SELECT pg_advisory_unlock(${migrationLock})`);
      return ran;
    } finally {
      // After a failure the lock ends with the connection, which the caller closes.
      await lock.release();
    }
  }
}

/**
 * Ends a runner's connection where the error of its statement says that it is of no more use, also while the statement runs on it: the pool takes
 * no ended one back.
 */
function leaveSpent(runner: QueryRunner, error: unknown): void {
  if (!isConnectionSpent(error)) return;
  const client = Reflect.get(runner, 'databaseConnection') as Client | undefined;
  if (client !== undefined) void client.end().catch(() => undefined);
}

/** Until when statements of a data source are refused at once, by a clock that only runs forward. */
const refusedUntil = new WeakMap<DataSource, number>();

/** Milliseconds of that after a time-out. */
const refusedFor = 500;

/**
 * Runs a statement on a client of the pool itself, one that TypeORM's `query` can't write; its errors are as discreet. After one that timed out, those that waited behind it
 * are refused at once, unsent: each would wait as long.
 */
export async function onClient<Answer>(
  dataSource: DataSource,
  run: (client: PoolClient) => Promise<Answer>,
): Promise<Answer> {
  if ((refusedUntil.get(dataSource) ?? 0) > performance.now())
    throw new DatabaseError(undefined, undefined, undefined);
  const runner = dataSource.createQueryRunner();
  let sent = false;
  try {
    const client = (await runner.connect()) as PoolClient;
    sent = true;
    return await run(client);
  } catch (error) {
    leaveSpent(runner, error);
    if (isTimedOut(error)) refusedUntil.set(dataSource, performance.now() + refusedFor);
    throw translateDatabaseError(error, sent);
  } finally {
    await runner.release();
  }
}

const migrationLock = `hashtext('lianshu migrations')`;

/** A DataSource over all entities and migrations, not yet connected: call `initialize()`, and `destroy()` at the end. */
export function createDataSource(options: PostgresOptions): DataSource {
  const { url, role, poolSize } = options;
  const address = url === undefined || role === undefined ? url : loginUrl(url, role);
  const settings: DataSourceOptions = {
    type: 'postgres',
    ...(address === undefined ? {} : { url: address }),
    applicationName: role ?? 'lianshu',
    poolSize: poolSize ?? 10,
    entities: [...entities],
    migrations: [...migrations],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    extra: driverOptions(options),
  };
  return new DiscreetDataSource(settings);
}

function driverOptions({ role, limits, actingAs }: PostgresOptions): Readonly<Record<string, unknown>> {
  if (role !== undefined) return limitedConnections({ ...roleLimits[role], ...limits });
  return actingAs === undefined ? {} : { options: `-c role=${actingAs}` };
}

/** Connects a DataSource that was made without an address. A connected one stays as it is. */
export async function connectTo(dataSource: DataSource, url: string): Promise<void> {
  if (dataSource.isInitialized) return;
  // The driver keeps the database name that it read before there was a URL, so the name is set as well.
  const database = decodeURIComponent(new URL(url).pathname.slice(1));
  await dataSource.setOptions({ url, database }).initialize();
}

/** Every entity. Add new ones here. */
const entities = [
  ApprovalRequestEntity,
  AuditCheckpointEntity,
  AuditEventEntity,
  LeadSessionEntity,
  ReferendumCaseEntity,
  RoundEntity,
  SessionEntity,
  StaffMemberEntity,
  UsedChallengeEntity,
] as const;
