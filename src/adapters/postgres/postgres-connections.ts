import path from 'node:path';
import type { DataSource } from 'typeorm';
import type { DatabaseLogins } from '../../configuration/configuration.js';
import { connectTo } from './data-source.js';
import { migrate, requireCurrentSchema } from './database.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded/embedded-postgres.js';
import { derivedUrls, type RoleUrls } from './logins.js';
import type { DatabaseRole } from './roles.js';

/** Which PostgreSQL: the operator's by its URL, or a local one in `home/postgres`. */
export interface PostgresPlace {
  readonly databaseUrl: string | undefined;
  readonly home: string;
  /** The roles' own logins; if undefined, they are derived from that of `databaseUrl`. */
  readonly databaseLogins?: DatabaseLogins | undefined;
}

/** A data source and the role that logs in. */
export interface RoleSource {
  readonly role: DatabaseRole;
  readonly dataSource: DataSource;
}

/** The URL of each role's login. */
export function roleUrls({ intake, lead, staff, checking }: DatabaseLogins): RoleUrls {
  return {
    lianshu_intake: intake,
    lianshu_lead: lead,
    lianshu_staff: staff,
    lianshu_checking: checking,
  };
}

/** Opens the operator's PostgreSQL, which is never stopped, or starts a local one, which is stopped at the end. */
export async function openPostgres({ databaseUrl, home }: PostgresPlace): Promise<EmbeddedPostgres> {
  if (databaseUrl !== undefined) return { url: databaseUrl, stop: () => Promise.resolve() };
  return startEmbeddedPostgres({ folder: path.join(home, 'postgres') });
}

/** What a start depends on beside the place. */
interface ConnectionsOptions {
  /** Whether the application runs by another clock than the machine's. */
  readonly givenDays: boolean;
  /** Whether this server may start with this database. Rejects with a `StartFailure`. */
  readonly admit: () => Promise<void>;
}

/**
 * Opens and closes the application's connections. Nest calls `onModuleInit` before that of any module that isn't
 * global, and the closing hook after all of theirs. The closing hook also runs after a start that failed, and closes
 * what was open by then.
 */
export class PostgresConnections {
  private server: EmbeddedPostgres | undefined;

  constructor(
    private readonly place: PostgresPlace,
    private readonly sources: readonly RoleSource[],
    private readonly options: ConnectionsOptions,
  ) {}

  /**
   * Connects every data source with its role's login, and asks whether this server may start. With the roles' own logins,
   * the schema must be the program's. Without them, starts the local PostgreSQL if it is used, and first brings the schema up to
   * date as the owner.
   */
  async onModuleInit(): Promise<void> {
    const { databaseLogins } = this.place;
    const urls = databaseLogins === undefined ? await this.migrated() : roleUrls(databaseLogins);
    const connecting = this.sources.map(({ role, dataSource }) => connectTo(dataSource, urls[role]));
    for (const outcome of await Promise.allSettled(connecting))
      if (outcome.status === 'rejected') throw outcome.reason;
    for (const { dataSource } of this.sources.slice(0, 1)) await requireCurrentSchema(dataSource);
    await this.options.admit();
  }

  private async migrated(): Promise<RoleUrls> {
    this.server = await openPostgres(this.place);
    await migrate(this.server.url, { givenDays: this.options.givenDays });
    return derivedUrls(this.server.url);
  }

  async onApplicationShutdown(): Promise<void> {
    const open = this.sources.filter(({ dataSource }) => dataSource.isInitialized);
    try {
      await Promise.all(open.map(({ dataSource }) => dataSource.destroy()));
    } finally {
      await this.server?.stop();
    }
  }
}
