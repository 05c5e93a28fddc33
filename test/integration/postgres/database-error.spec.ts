import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../../src/adapters/postgres/data-source.js';
import { DatabaseError } from '../../../src/adapters/postgres/database-error.js';
import { describeBug } from '../../../src/core/log.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres/database.js';

const secret = 'A123456789';

describe('a failed statement', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await createDataSource({ url: database.url, poolSize: 2 }).initialize();
    await dataSource.query(
      'CREATE TABLE person (id text PRIMARY KEY, born date CHECK (born > $$1900-01-01$$))',
    );
    await dataSource.query('INSERT INTO person VALUES ($1)', [secret]);
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it.each([
    ['a duplicate key', '23505', 'INSERT INTO person VALUES ($1)'],
    ['a value of the wrong type', '22P02', 'SELECT $1::uuid'],
    ['a failed check', '23514', `INSERT INTO person VALUES ($1 || 'x', '1800-01-01')`],
  ])('tells %s by its code and never repeats a parameter', async (_what, sqlState, sql) => {
    for (const run of [
      (): Promise<unknown> => dataSource.query(sql, [secret]),
      (): Promise<unknown> => dataSource.transaction((manager) => manager.query(sql, [secret])),
    ]) {
      const error: unknown = await run().then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(DatabaseError);
      expect(error).toMatchObject({ sqlState });
      expect(describeBug(error)).toMatchObject({ type: 'DatabaseError', code: sqlState });
      expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(secret);
    }
  });
});
