import path from 'node:path';
import type { DataSource } from 'typeorm';
import { connectTo } from './data-source.js';
import { migrate } from './database.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded/embedded-postgres.js';

/** Which PostgreSQL: the operator's by its URL, or a local one in `home/postgres`. */
export interface PostgresPlace {
  readonly databaseUrl: string | undefined;
  readonly home: string;
}

/** Opens the operator's PostgreSQL, which is never stopped, or starts a local one, which is stopped at the end. */
export async function openPostgres({ databaseUrl, home }: PostgresPlace): Promise<EmbeddedPostgres> {
  if (databaseUrl !== undefined) return { url: databaseUrl, stop: () => Promise.resolve() };
  return startEmbeddedPostgres({ folder: path.join(home, 'postgres') });
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
    private readonly sources: readonly DataSource[],
    /** Whether this server may start with this database. Rejects with a `StartFailure`. */
    private readonly admit: () => Promise<void>,
  ) {}

  /**
   * Starts the local PostgreSQL if it is used, brings the schema up to date, connects every data source, and asks
   * whether this server may start.
   */
  async onModuleInit(): Promise<void> {
    this.server = await openPostgres(this.place);
    const { url } = this.server;
    await migrate(url);
    const connected = await Promise.allSettled(this.sources.map((source) => connectTo(source, url)));
    for (const outcome of connected) if (outcome.status === 'rejected') throw outcome.reason;
    await this.admit();
  }

  async onApplicationShutdown(): Promise<void> {
    const open = this.sources.filter(({ isInitialized }) => isInitialized);
    try {
      await Promise.all(open.map((source) => source.destroy()));
    } finally {
      await this.server?.stop();
    }
  }
}
