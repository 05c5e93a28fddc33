import pg from 'pg';
import { createDataSource } from './data-source.js';

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

/**
 * Runs the missing migrations with the login's own rights and answers their names. One process at a time: others wait.
 */
export async function migrate(url: string): Promise<readonly string[]> {
  const dataSource = await createDataSource({ url, poolSize: 2 }).initialize();
  try {
    const ran = await dataSource.runMigrations();
    return ran.map(({ name }) => name);
  } finally {
    await dataSource.destroy();
  }
}
