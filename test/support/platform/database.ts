import { randomBytes } from 'node:crypto';
import { createDatabase, dropDatabase } from '../../../src/adapters/postgres/index.js';
import { createDataSource } from '../../../src/adapters/postgres/index.js';
import type { TestDatabase } from '../postgres/index.js';
import { onSameServer } from '../postgres/server.js';

/** A copy of a database as it stands; nobody may be connected to it. */
export async function copyDatabase({ url }: TestDatabase): Promise<TestDatabase> {
  const name = `lianshu_copy_${randomBytes(6).toString('hex')}`;
  await createDatabase(onSameServer(url, 'postgres'), name, new URL(url).pathname.slice(1));
  return { url: onSameServer(url, name), drop: () => dropDatabase(onSameServer(url, 'postgres'), name) };
}

/** Every table's rows in a digest each: equal before and after means that nothing was stored, changed or removed. */
export async function contentsOf({
  url,
}: Pick<TestDatabase, 'url'>): Promise<Readonly<Record<string, string>>> {
  return asOwner(url, async (query) => {
    const tables = await query<{ name: string }>(
      `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
    );
    const contents: Record<string, string> = {};
    for (const { name } of tables) {
      const [row] = await query<{ rows: string; digest: string }>(
        `SELECT count(*)::text AS rows, md5(coalesce(string_agg(t::text, '' ORDER BY t::text), '')) AS digest FROM ${name} t`,
      );
      contents[name] = `${row.rows} rows, ${row.digest}`;
    }
    return contents;
  });
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
