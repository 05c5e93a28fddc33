import { randomBytes } from 'node:crypto';
import { createDatabase, dropDatabase, migrate } from '../../../src/adapters/postgres/index.js';

/** A URL of another database on the same server. */
export function onSameServer(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/** Makes the migrated database that every test database is copied from, and says where it is. */
export async function createTemplate(serverUrl: string): Promise<{ serverUrl: string; template: string }> {
  const template = `lianshu_template_${randomBytes(6).toString('hex')}`;
  await createDatabase(serverUrl, template);
  await migrate(onSameServer(serverUrl, template));
  return { serverUrl, template };
}

/** A migrated, empty database of one's own. */
export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
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
