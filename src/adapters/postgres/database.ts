import pg from 'pg';
import type { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/index.js';
import { StartFailure } from '../../configuration/start-failure.js';
import { createDataSource } from './data-source.js';
import { DatabaseError } from './database-error.js';
import { derivedUrls, giveLogins, type RoleUrls } from './logins.js';

/** PostgreSQL's code for a database that exists already. */
const duplicateDatabase = '42P04';

/** Makes a database, from a template if given. If it exists already, leaves it as it is. */
export async function createDatabase(serverUrl: string, name: string, template?: string): Promise<void> {
  await withClient(serverUrl, async (client) => {
    const source = template === undefined ? '' : ` TEMPLATE ${client.escapeIdentifier(template)}`;
    try {
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}${source}`);
    } catch (error) {
      if (!(error instanceof pg.DatabaseError && error.code === duplicateDatabase)) throw error;
    }
  });
}

/** Drops a database and disconnects everybody from it. */
export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  await withClient(serverUrl, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
  });
}

async function withClient(url: string, use: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}

/** What the owner's login does. */
interface MigrationOptions {
  /** Each role's own login; if undefined, they are derived from the owner's. */
  readonly urls?: RoleUrls | undefined;
  /** Whether the database lives by a given clock (a demo, tests): days that are due are believed as they are given. */
  readonly givenDays?: boolean;
}

/**
 * Runs the missing migrations as the database's owner, gives the roles their logins, and answers the migrations' names. One
 * process at a time: others wait. Throws the `StartFailure` `database-schema-newer` or `database-too-old`, and has done nothing then.
 */
export async function migrate(url: string, options: MigrationOptions = {}): Promise<readonly string[]> {
  const dataSource = await createDataSource({ url, poolSize: 2 }).initialize();
  try {
    refuseOldServer(await serverVersion(dataSource));
    refuseUnknownMigrations(await ranMigrations(dataSource));
    const ran = await dataSource.runMigrations();
    if (options.givenDays === true)
      await dataSource.query(`INSERT INTO given_days VALUES ('given') ON CONFLICT DO NOTHING`);
    await withClient(url, (client) => giveLogins(client, options.urls ?? derivedUrls(url)));
    return ran.map(({ name }) => name);
  } finally {
    await dataSource.destroy();
  }
}

/**
 * Refuses a database whose schema is not the program's. For a start without the owner's login. Throws the `StartFailure`
 * `database-schema-older`, `database-schema-newer` or `database-too-old`.
 */
export async function requireCurrentSchema(dataSource: DataSource): Promise<void> {
  refuseOldServer(await serverVersion(dataSource));
  const ran = await ranMigrations(dataSource);
  const missing = knownMigrations.find((name) => !ran.includes(name));
  if (missing !== undefined)
    throw new StartFailure({ code: 'database-schema-older', values: { migration: missing } });
  refuseUnknownMigrations(ran);
}

const knownMigrations = migrations.map(({ name }) => name);

/** A newer program has changed this database: an older one may neither serve nor change it. */
function refuseUnknownMigrations(ran: readonly string[]): void {
  const unknown = ran.find((name) => !knownMigrations.includes(name));
  if (unknown !== undefined)
    throw new StartFailure({ code: 'database-schema-newer', values: { migration: unknown } });
}

/** None where the table isn't there, or isn't open to this role: no migration of ours has run. */
async function ranMigrations(dataSource: DataSource): Promise<readonly string[]> {
  try {
    const rows = await dataSource.query<{ name: string }[]>('SELECT name FROM migration ORDER BY id');
    return rows.map(({ name }) => name);
  } catch (error) {
    if (error instanceof DatabaseError && unreadable.has(error.sqlState ?? '')) return [];
    throw error;
  }
}

/** SQLSTATE: there is no such table; there is no right to it. */
const unreadable = new Set(['42P01', '42501']);

/** The oldest PostgreSQL that works: roles are granted with options since 16. */
const oldestServer = 16;

async function serverVersion(dataSource: DataSource): Promise<number> {
  const [row] = await dataSource.query<[{ version: number }]>(
    `SELECT current_setting('server_version_num')::integer / 10000 AS version`,
  );
  return row.version;
}

/** Throws the `StartFailure` `database-too-old`. */
export function refuseOldServer(version: number): void {
  if (version < oldestServer)
    throw new StartFailure({ code: 'database-too-old', values: { version, oldest: oldestServer } });
}
