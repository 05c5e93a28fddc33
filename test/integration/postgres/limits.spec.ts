import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource, onClient } from '../../../src/adapters/postgres/data-source.js';
import {
  connectionLimits,
  databaseRoles,
  limitedConnections,
  loginUrl,
  roleLimits,
} from '../../../src/adapters/postgres/roles.js';
import { BreakableLine } from '../../support/postgres/breakable-line.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres/database.js';

let database: TestDatabase;
let owner: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = await createDataSource({ url: database.url, poolSize: 2 }).initialize();
});

afterAll(async () => {
  await owner.destroy();
  await database.drop();
});

describe.each(databaseRoles)('%s', (role) => {
  const connected = (limits: object, poolSize = 1): Promise<DataSource> =>
    createDataSource({ url: database.url, role, poolSize, limits }).initialize();

  it('has limits of its own on every connection', async () => {
    const dataSource = await connected({});
    const rows = await dataSource.query<object[]>(
      `SELECT name, setting FROM pg_settings WHERE name IN ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout')
       ORDER BY name`,
    );
    const { idleInTransaction, lock, statement } = roleLimits[role];
    expect(rows).toEqual([
      { name: 'idle_in_transaction_session_timeout', setting: String(idleInTransaction) },
      { name: 'lock_timeout', setting: String(lock) },
      { name: 'statement_timeout', setting: String(statement) },
    ]);
    await dataSource.destroy();
  });

  it('has them above what the role gave itself', async () => {
    const itself = await connected({});
    await itself.query(
      `ALTER ROLE CURRENT_USER IN DATABASE ${database.url.split('/').at(-1)} SET lock_timeout = '1h'`,
    );
    await itself.destroy();
    const dataSource = await connected({});
    const milliseconds = String(roleLimits[role].lock);
    const [row] = await dataSource.query<{ setting: string }[]>(
      `SELECT setting FROM pg_settings WHERE name = 'lock_timeout'`,
    );
    expect(row?.setting).toBe(milliseconds);
    await dataSource.destroy();
  });

  it('gives up a statement that takes too long', async () => {
    const dataSource = await connected({ statement: 20 });
    await expect(dataSource.query('SELECT pg_sleep(600)')).rejects.toMatchObject({
      sqlState: '57014',
      statusCode: 503,
    });
    await dataSource.destroy();
  });

  it('gives up a lock that somebody else holds', async () => {
    const runner = owner.createQueryRunner();
    await runner.startTransaction();
    await runner.query('LOCK TABLE migration IN ACCESS EXCLUSIVE MODE');
    const dataSource = await connected({ lock: 20 });
    await expect(dataSource.query('SELECT FROM migration')).rejects.toMatchObject({
      sqlState: '55P03',
      statusCode: 503,
    });
    await runner.rollbackTransaction();
    await runner.release();
    await dataSource.destroy();
  });

  it('loses a transaction that asks nothing', async () => {
    const { options } = limitedConnections({ ...roleLimits[role], idleInTransaction: 20 });
    const client = new pg.Client({
      connectionString: loginUrl(database.url, role),
      options: String(options),
    });
    await client.connect();
    const errors: unknown[] = [];
    client.on('error', (error) => errors.push(error));
    const ended = new Promise((resolve) => client.once('end', resolve));
    await client.query('BEGIN');
    await ended;
    expect(errors).toContainEqual(expect.objectContaining({ code: '25P03' }));
  });

  it('gives up waiting for a connection of its pool', async () => {
    const dataSource = await connected({ connection: 1_000 });
    const runner = dataSource.createQueryRunner();
    await runner.connect();
    await expect(dataSource.query('SELECT 1')).rejects.toMatchObject({ statusCode: 503 });
    await runner.release();
    await dataSource.destroy();
  });
});

describe('a server that hangs', () => {
  it('is given up soon after its time, with a new connection once it goes on', async () => {
    const line = await BreakableLine.to(database.url);
    const dataSource = await createDataSource({
      url: line.url,
      poolSize: 1,
      role: 'lianshu_intake',
      limits: { statement: 50 },
    }).initialize();
    const backend = async (): Promise<unknown> => dataSource.query('SELECT pg_backend_pid() AS pid');
    const before = await backend();
    line.set('stalls');
    const write = (): Promise<unknown> => onClient(dataSource, (client) => client.query('SELECT 1'));
    await expect(write()).rejects.toMatchObject({ statusCode: 503, outcomeUnknown: true });
    // What waited behind it is refused at once, and was not sent.
    await expect(write()).rejects.toMatchObject({ statusCode: 503, outcomeUnknown: false });
    line.set('passes');
    expect(await backend()).not.toEqual(before);
    await dataSource.destroy();
    await line.close();
  });

  it('is left where it only reads since another took its place', async () => {
    const dataSource = await createDataSource({
      url: database.url,
      poolSize: 1,
      role: 'lianshu_intake',
    }).initialize();
    await dataSource.query('SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY');
    const write = (): Promise<unknown> => dataSource.query('SELECT 1 FROM round FOR UPDATE');
    await expect(write()).rejects.toMatchObject({
      sqlState: '25006',
      statusCode: 503,
      outcomeUnknown: false,
    });
    // The next connection may write: that the role has no right to this comes later.
    await expect(write()).rejects.toMatchObject({ sqlState: '42501' });
    await dataSource.destroy();
  });
});

it('the server gives every role a number of connections, which leave some to the owner', async () => {
  const rows = await owner.query<{ name: string; limit: number }[]>(
    `SELECT rolname AS name, rolconnlimit / $2::int AS limit FROM pg_roles WHERE rolname = ANY($1)`,
    [databaseRoles, Number(process.env.LIANSHU_TEST_INSTALLATIONS)],
  );
  expect(Object.fromEntries(rows.map(({ name, limit }) => [name, limit]))).toEqual(connectionLimits);
  const sum = Object.values(connectionLimits).reduce((one, other) => one + other);
  expect(sum).toBeLessThan(97);
});
