import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../../src/adapters/postgres/data-source.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres/database.js';

// What partitions by round and a distributed PostgreSQL (Citus) ask of the tables that grow with co-signatures: docs/scale.md. Such a table is
// one with a `round_id`.

let database: TestDatabase;
let owner: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = await createDataSource({ url: database.url, poolSize: 1 }).initialize();
});
afterAll(async () => {
  await owner.destroy();
  await database.drop();
});

interface Found {
  readonly name: string;
}

const names = async (sql: string): Promise<readonly string[]> =>
  (await owner.query<Found[]>(sql)).map(({ name }) => name);

/** The tables that grow with co-signatures, by their identifier. */
const growing = `
  SELECT c.oid, c.relname, a.attnum FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'round_id' AND NOT a.attisdropped
  WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace`;

describe('each table that grows with co-signatures', () => {
  it('has the round in every unique key, so that a key holds within one round', async () => {
    expect(await names(`SELECT relname AS name FROM (${growing}) AS g`)).toEqual(
      expect.arrayContaining(['sealed_record', 'verdict', 'roster_row']),
    );
    const keys = `
      SELECT g.relname || ': ' || i.indexrelid::regclass AS name FROM (${growing}) AS g
        JOIN pg_index i ON i.indrelid = g.oid AND i.indisunique`;
    expect((await names(keys)).length).toBeGreaterThan(10);
    expect(await names(`${keys} WHERE NOT g.attnum = ANY (i.indkey::smallint[])`)).toEqual([]);
  });

  it('refers to no other, but within the round', async () => {
    const foreign = await names(`
      SELECT g.relname || ': ' || k.conname AS name FROM (${growing}) AS g
        JOIN pg_constraint k ON k.conrelid = g.oid AND k.contype = 'f' AND NOT g.attnum = ANY (k.conkey)`);
    expect(foreign).toEqual([]);
  });

  it('is referred to by none that has no round', async () => {
    const referring = await names(`
      SELECT k.conrelid::regclass || ': ' || k.conname AS name FROM (${growing}) AS g
        JOIN pg_constraint k ON k.confrelid = g.oid AND k.contype = 'f'
      WHERE NOT EXISTS (SELECT FROM (${growing}) AS other WHERE other.oid = k.conrelid)`);
    expect(referring).toEqual([]);
  });

  it('is partitioned by the round as it stands: PostgreSQL itself takes it', async () => {
    for (const table of await names(`SELECT quote_ident(relname) AS name FROM (${growing}) AS g`)) {
      await owner.query(
        `CREATE TABLE partitioned (LIKE ${table} INCLUDING ALL) PARTITION BY HASH (round_id)`,
      );
      await owner.query('DROP TABLE partitioned');
    }
  });
});

it('a key without the round would be found, and PostgreSQL would not partition by it', async () => {
  await owner.query('CREATE TABLE offence (round_id uuid, id uuid PRIMARY KEY)');
  const keys = await names(`
    SELECT g.relname AS name FROM (${growing}) AS g JOIN pg_index i ON i.indrelid = g.oid AND i.indisunique
    WHERE NOT g.attnum = ANY (i.indkey::smallint[])`);
  const partition = 'CREATE TABLE p (LIKE offence INCLUDING ALL) PARTITION BY HASH (round_id)';
  await expect(owner.query(partition)).rejects.toMatchObject({ sqlState: '0A000' });
  await owner.query('DROP TABLE offence');
  expect(keys).toEqual(['offence']);
});

describe('the sealed records, in partitions by round', () => {
  const round = '01920000-0000-7000-8000-000000000001';

  beforeAll(async () => {
    await owner.query(`
      ALTER TABLE sealed_record RENAME TO sealed_record_before;
      CREATE TABLE sealed_record (LIKE sealed_record_before INCLUDING ALL) PARTITION BY HASH (round_id);
      CREATE TABLE sealed_record_0 PARTITION OF sealed_record FOR VALUES WITH (MODULUS 2, REMAINDER 0);
      CREATE TABLE sealed_record_1 PARTITION OF sealed_record FOR VALUES WITH (MODULUS 2, REMAINDER 1);
      INSERT INTO referendum_case VALUES ('9001', '主文', '理由', sha256('x'), '', '', 1000, 15, '2025-07-01', 'collecting');
      INSERT INTO round (id, case_number, ordinal, access_code_digest, code_issued_on, first_day, last_day, collecting, opened_on,
        origin, certificate_policy_digest, holder_tag_key_check, mode, commission_round_key)
      VALUES ('${round}', '9001', 1, sha256('x'), '2025-07-31', '2025-08-01', '2026-01-31', true, '2025-08-01', 'https://x.test',
        sha256('x'), sha256('x'), 'number-to-lead', sha256('x'))`);
  });

  it('are written by the same function, each once', async () => {
    const record = `
      SELECT outcome AS name FROM record_co_signatures(ARRAY['${round}']::uuid[], '\\x${'01'.repeat(16)}', sha256('one'),
        ARRAY['2025-08-01']::date[], 'record', ARRAY[6])`;
    expect(await names(record)).toEqual(['recorded']);
    expect(await names(record)).toEqual(['already']);
    expect(await names(`SELECT count(*)::text AS name FROM sealed_record`)).toEqual(['1']);
  });
});
