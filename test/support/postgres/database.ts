import { randomBytes } from 'node:crypto';
import type { DataSource, QueryRunner } from 'typeorm';
import { createDataSource } from '../../../src/adapters/postgres/data-source.js';
import { createDatabase, dropDatabase, migrate } from '../../../src/adapters/postgres/database.js';

/** A URL of another database on the same server. */
function onSameServer(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/** Makes the migrated database that every test database is copied from, and says where it is. */
export async function createTemplate(serverUrl: string): Promise<{ serverUrl: string; template: string }> {
  const template = `lianshu_template_${randomBytes(6).toString('hex')}`;
  await createDatabase(serverUrl, template);
  await migrate(onSameServer(serverUrl, template), { givenDays: true });
  return { serverUrl, template };
}

/** Specs that run at once, each with an installation of its own on the one server. */
const specsAtOnce = 4;

/** Lets each role connect as often as that many installations may, which a migration has limited to one; answers how many. */
export async function shareAmongSpecs(serverUrl: string): Promise<number> {
  await asOwner(serverUrl, (query) =>
    query(`DO $$ DECLARE each record; BEGIN
      FOR each IN SELECT rolname AS name, rolconnlimit AS own FROM pg_roles WHERE rolname ^@ 'lianshu_' AND rolconnlimit > 0 LOOP
        EXECUTE format('ALTER ROLE %I CONNECTION LIMIT %s', each.name, each.own * ${String(specsAtOnce)});
      END LOOP;
    END $$`),
  );
  return specsAtOnce;
}

/** A migrated, empty database of one's own. */
export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** An empty database of one's own, not migrated; `drop()` it in the end. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const serverUrl = environment('LIANSHU_TEST_SERVER');
  const name = `lianshu_empty_${randomBytes(6).toString('hex')}`;
  await createDatabase(serverUrl, name);
  return { url: onSameServer(serverUrl, name), drop: () => dropDatabase(serverUrl, name) };
}

/** Copies the template: one call for each spec file, in `beforeAll`; `drop()` in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const serverUrl = environment('LIANSHU_TEST_SERVER');
  const name = `lianshu_test_${randomBytes(6).toString('hex')}`;
  await createDatabase(serverUrl, name, environment('LIANSHU_TEST_TEMPLATE'));
  return { url: onSameServer(serverUrl, name), drop: () => dropDatabase(serverUrl, name) };
}

function environment(name: string): string {
  const value = process.env[name];
  if (value === undefined)
    throw new Error(`${name} is not set: run with the integration project's global setup`);
  return value;
}

/** A copy of a database as it stands; nobody may be connected to it. */
export async function copyDatabase({ url }: Pick<TestDatabase, 'url'>): Promise<TestDatabase> {
  const name = `lianshu_copy_${randomBytes(6).toString('hex')}`;
  await createDatabase(onSameServer(url, 'postgres'), name, new URL(url).pathname.slice(1));
  return { url: onSameServer(url, name), drop: () => dropDatabase(onSameServer(url, 'postgres'), name) };
}

/** Every table's rows in a digest each: equal before and after means that nothing was stored, changed or removed. */
export async function contentsOf({
  url,
}: Pick<TestDatabase, 'url'>): Promise<Readonly<Record<string, string>>> {
  return asOwner(url, contentsBy);
}

/** As {@link contentsOf}, by whoever can already ask the database as its owner. */
export async function contentsBy(query: Query): Promise<Readonly<Record<string, string>>> {
  const tables = await query<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  const digests = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, count(*) || ' rows, ' || md5(coalesce(string_agg(t::text, '' ORDER BY t::text), '')) AS digest
       FROM ${name} t`,
  );
  const rows = await query<{ name: string; digest: string }>(digests.join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
}

type Query = <Row>(sql: string) => Promise<Row[]>;

/** Runs statements as the database's owner. */
export async function asOwner<Value>(url: string, use: (query: Query) => Promise<Value>): Promise<Value> {
  const owner = await createDataSource({ url, poolSize: 1 }).initialize();
  try {
    return await use((sql) => owner.query(sql));
  } finally {
    await owner.destroy();
  }
}

/** Called in place of each statement: `run` sends it. `index` counts from 1. */
type Interceptor = (
  index: number,
  sql: string,
  run: () => Promise<unknown>,
  runner: QueryRunner,
) => Promise<unknown>;

/** Stands before every statement of a DataSource from now on, BEGIN and COMMIT included: for killing things in between. */
export function interceptStatements(dataSource: DataSource, interceptor: Interceptor): void {
  const create = dataSource.createQueryRunner.bind(dataSource);
  let index = 0;
  dataSource.createQueryRunner = (mode) => {
    const runner = create(mode);
    const query = runner.query.bind(runner) as (...values: unknown[]) => Promise<unknown>;
    const intercepted = (...values: unknown[]): Promise<unknown> =>
      interceptor(++index, String(values[0]), () => query(...values), runner);
    runner.query = intercepted as QueryRunner['query'];
    return runner;
  };
}
