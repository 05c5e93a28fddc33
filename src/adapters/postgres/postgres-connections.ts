import path from 'node:path';
import type { DataSource } from 'typeorm';
import { connectTo } from './data-source.js';
import { migrate } from './database.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded/embedded-postgres.js';

/** Which PostgreSQL: the operator's by its URL, or else one of our own in `home/postgres`. */
export interface PostgresPlace {
  readonly databaseUrl: string | undefined;
  readonly home: string;
}

/** The operator's PostgreSQL, which we don't end, or one of our own, started for as long as it is wanted. */
export async function openPostgres({ databaseUrl, home }: PostgresPlace): Promise<EmbeddedPostgres> {
  if (databaseUrl !== undefined) return { url: databaseUrl, stop: () => Promise.resolve() };
  return startEmbeddedPostgres({ folder: path.join(home, 'postgres') });
}

/**
 * Opens and closes the application's connections. Nest calls the hooks: the first before those of any module that isn't global, the
 * second after all of theirs, and after a start that failed half-way too, when what was opened until then is closed.
 */
export class PostgresConnections {
  private server: EmbeddedPostgres | undefined;

  constructor(
    private readonly place: PostgresPlace,
    private readonly sources: readonly DataSource[],
  ) {}

  /** Starts PostgreSQL where it is ours, brings the schema up to date, connects every data source. */
  async onModuleInit(): Promise<void> {
    this.server = await openPostgres(this.place);
    const { url } = this.server;
    await migrate(url);
    const connected = await Promise.allSettled(this.sources.map((source) => connectTo(source, url)));
    for (const outcome of connected) if (outcome.status === 'rejected') throw outcome.reason;
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
