import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../../src/adapters/postgres/data-source.js';
import { replay } from '../../support/checking/replay-on-postgres.js';
import { countsOf, porkImports, scaled } from '../../support/checking/replayed-cases.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres/database.js';

// A hundredth of the case of 2021; `npm run bench -- replay` takes all of it through the same code.
let database: TestDatabase;
let owner: DataSource;
let checking: DataSource;
beforeAll(async () => {
  database = await createTestDatabase();
  owner = await createDataSource({ url: database.url, poolSize: 2 }).initialize();
  checking = await createDataSource({
    url: database.url,
    role: 'lianshu_checking',
    poolSize: 2,
  }).initialize();
});
afterAll(async () => {
  await Promise.all([owner.destroy(), checking.destroy()]);
  await database.drop();
});

it('a real case, electronic and paper mixed, comes to its numbers, each reason by itself (ACT 13, REG 8, 9)', async () => {
  const round = scaled(porkImports, 100);
  const { electronic, paper } = await replay({ owner, checking }, round);
  expect({ electronic, paper }).toEqual(countsOf(round));
});
