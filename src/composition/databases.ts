import path from 'node:path';
import type { DataSource } from 'typeorm';
import { createDataSource, type DatabaseRole } from '../adapters/postgres/data-source.js';
import { migrate } from '../adapters/postgres/database.js';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../adapters/postgres/embedded/embedded-postgres.js';
import type { Configuration } from '../configuration.js';

/** Connections by whose rights they have: the database itself keeps staff from records of rounds not submitted. */
export interface Databases {
  readonly intake: DataSource;
  readonly lead: DataSource;
  readonly staff: DataSource;
}

/** The operator's PostgreSQL, or one of our own in `home/postgres`. */
export async function openPostgres(
  configuration: Pick<Configuration, 'databaseUrl' | 'home'>,
): Promise<EmbeddedPostgres> {
  const { databaseUrl, home } = configuration;
  if (databaseUrl !== undefined) return { url: databaseUrl, stop: () => Promise.resolve() };
  return startEmbeddedPostgres({ folder: path.join(home, 'postgres') });
}

/** Brings the schema up to date and connects in each role. */
export async function connect(url: string): Promise<Databases> {
  await migrate(url);
  const [intake, lead, staff] = await Promise.all([
    connectAs('lianshu_intake', 20, url),
    connectAs('lianshu_lead', 5, url),
    connectAs('lianshu_staff', 10, url),
  ]);
  return { intake, lead, staff };
}

function connectAs(role: DatabaseRole, poolSize: number, url: string): Promise<DataSource> {
  return createDataSource({ url, role, poolSize }).initialize();
}

/** Closes every connection. */
export async function disconnect({ intake, lead, staff }: Databases): Promise<void> {
  await Promise.all([intake, lead, staff].map((each) => each.destroy()));
}
