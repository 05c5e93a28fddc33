import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { insertFiles } from '../../../src/adapters/postgres/checking/published-files.js';
import { insertTree } from '../../../src/adapters/postgres/checking/published-tree.js';
import { PostgresPublishedResults } from '../../../src/adapters/postgres/checking/published-results.js';
import { createDataSource } from '../../../src/adapters/postgres/data-source.js';
import { PublicResults } from '../../../src/checking/index.js';
import type { Commitment, RoundId } from '../../../src/core/identifiers.js';
import { hashLeaf, sortedCommitments, treeLevels, verifyInclusion } from '../../../src/core/merkle/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres/database.js';

const count = 100_000;
const mebibyte = 1_048_576;
const large = Buffer.alloc(2.5 * mebibyte, 'a line of a list\r\n');
const published = '0198c0de-0000-7000-8000-000000000002' as RoundId;
const answered = '0198c0de-0000-7000-8000-000000000003' as RoundId;
const tables = ['published_file', 'published_file_chunk', 'published_tree'];

const commitmentOf = (index: number): Commitment =>
  createHash('sha256').update(String(index)).digest() as Uint8Array as Commitment;
const commitments = sortedCommitments(Array.from({ length: count }, (_, index) => commitmentOf(index)));
const levels = treeLevels(commitments);

/** A statement with its values. */
type Asked = readonly [sql: string, values: unknown[]];

describe('what was made at the publication', () => {
  let database: TestDatabase;
  let owner: DataSource;
  let checking: DataSource;
  let intake: DataSource;
  let results: PostgresPublishedResults;
  const asked: Asked[] = [];
  beforeAll(async () => {
    database = await createTestDatabase();
    const { url } = database;
    owner = await createDataSource({ url, poolSize: 1 }).initialize();
    checking = await createDataSource({ url, role: 'lianshu_checking', poolSize: 1 }).initialize();
    intake = await createDataSource({ url, role: 'lianshu_intake', poolSize: 1 }).initialize();
    const remembering: Pick<DataSource, 'query'> = {
      query: (sql: string, values: unknown[]) => {
        asked.push([sql, values]);
        return intake.query(sql, values);
      },
    };
    results = new PostgresPublishedResults(remembering as DataSource);
    await insertBatch(answered, 'answered');
    await insertBatch(published, 'published');
    await owner.query('INSERT INTO verdict SELECT $1, unnest($2::bytea[])', [published, commitments]);
    for (const round of [published, answered])
      await checking.transaction(async (manager) => {
        await insertFiles(
          manager,
          round,
          1,
          new Map([
            ['large', large],
            ['empty', Buffer.of()],
          ]),
        );
        await insertTree(manager, round, { commitments, levels });
      });
  }, 60_000);
  afterAll(async () => {
    for (const each of [owner, checking, intake]) await each.destroy();
    await database.drop();
  });

  const insertBatch = (round: RoundId, phase: string): Promise<unknown> =>
    owner.query(
      `INSERT INTO verification_batch (round_id, id, case_number, round, submitted_on, phase, records, judged, result, struck_out_list, result_signature)
       VALUES ($1, $1, '9001', 1, '2026-01-30', $2, $3, $3, '', '', CASE $2 WHEN 'published' THEN ''::bytea END)`,
      [round, phase, count],
    );

  /** The rows of the round that a statement reads, from PostgreSQL's own count. */
  async function rowsRead([sql, values]: Asked): Promise<number> {
    const [explained] = await intake.query<[{ 'QUERY PLAN': [{ Plan: PlanNode }] }]>(
      `EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`,
      values,
    );
    return rowsOf(explained['QUERY PLAN'][0].Plan);
  }

  it.each([0, 1, 255, 256, 49_999, 65_535, 65_536, count - 1])(
    'proves leaf %i of 100,000 from no more rows than 2·log2 of them',
    async (index) => {
      asked.splice(0);
      const commitment = commitments[index]!;
      const { status, inclusion } = await new PublicResults(results).receipt(published, commitment, true);
      expect(status).toBe('counted');
      expect(inclusion).toMatchObject({ index, treeSize: count });
      const claim = { leafHash: hashLeaf(commitment), root: levels.at(-1)!, index, treeSize: count };
      expect(verifyInclusion({ ...claim, proof: inclusion?.proof ?? [] })).toBe(true);
      let rows = 0;
      for (const each of asked) rows += await rowsRead(each);
      expect(asked.length).toBeLessThanOrEqual(4);
      expect(rows).toBeGreaterThan(10);
      expect(rows).toBeLessThanOrEqual(2 * Math.log2(count));
    },
  );

  it('finds no leaf where there is none, before the first and between others', async () => {
    for (const commitment of [new Uint8Array(32) as Commitment, commitmentOf(-1)])
      expect(await results.place(published, commitment)).toBeUndefined();
    expect(await results.nodes(published, [{ level: 0, place: count + 256 }])).toEqual([new Uint8Array()]);
  });

  it('reads a file chunk by chunk, and only as far as it is taken', async () => {
    const file = await results.file(published, 1, 'large');
    expect(file).toEqual({ sha256: createHash('sha256').update(large).digest(), size: large.length });
    asked.splice(0);
    const pieces: Uint8Array[] = [];
    for await (const piece of results.content(published, 1, { name: 'large', size: large.length })) {
      pieces.push(piece);
      expect(asked).toHaveLength(pieces.length);
    }
    expect(pieces.map(({ length }) => length)).toEqual([mebibyte, mebibyte, mebibyte / 2]);
    expect(Buffer.concat(pieces).equals(large)).toBe(true);
    for (const each of asked) expect(await rowsRead(each)).toBe(1);
    asked.splice(0);
    const again = results
      .content(published, 1, { name: 'large', size: large.length })
      [Symbol.asyncIterator]();
    expect((await again.next()).done).toBe(false);
    expect(asked).toHaveLength(1);
  });

  it('has nothing to read of an empty file', async () => {
    asked.splice(0);
    expect(await results.file(published, 1, 'empty')).toMatchObject({ size: 0 });
    for await (const piece of results.content(published, 1, { name: 'empty', size: 0 }))
      expect(piece).toBeUndefined();
    expect(asked).toHaveLength(1);
  });

  it.each([
    ['is longer than it was', 'large', large.length + 1],
    ['is shorter than it was', 'large', large.length - 1],
    ['does not exist', 'x', 1],
  ])('throws for a file that %s', async (_what, name, size) => {
    const reading = async (): Promise<void> => {
      for await (const piece of results.content(published, 1, { name, size }))
        expect(piece).toHaveLength(mebibyte);
    };
    await expect(reading()).rejects.toThrow('not there');
  });

  it('shows nothing of a round whose result is not confirmed', async () => {
    expect(await results.file(answered, 1, 'large')).toBeUndefined();
    expect(await results.place(answered, commitments[0]!)).toBeUndefined();
    expect(await results.nodes(answered, [{ level: 0, place: 0 }])).toEqual([new Uint8Array()]);
    for (const table of tables) {
      const rounds = await intake.query<object[]>(`SELECT DISTINCT round_id FROM ${table}`);
      expect(rounds).toEqual([{ round_id: published }]);
    }
  });

  it.each(
    tables.flatMap((table) => [
      [`UPDATE ${table} SET round_id = round_id`],
      [`DELETE FROM ${table}`],
      [`TRUNCATE ${table}`],
    ]),
  )('can be changed by nobody: %s', async (sql) => {
    for (const role of [checking, intake])
      await expect(role.query(sql)).rejects.toMatchObject({ sqlState: '42501' });
  });

  it.each(tables)('is not written by the intake, nor a second time: %s', async (table) => {
    const copy = `INSERT INTO ${table} SELECT * FROM ${table}`;
    await expect(intake.query(copy)).rejects.toMatchObject({ sqlState: '42501' });
    await expect(owner.query(copy)).rejects.toMatchObject({ sqlState: '23505' });
  });
});

/** A node of a plan, as PostgreSQL explains it. */
interface PlanNode {
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

const ofTheRound: ReadonlySet<string> = new Set([...tables, 'verdict']);

function rowsOf(node: PlanNode): number {
  const below = (node.Plans ?? []).reduce((sum, each) => sum + rowsOf(each), 0);
  if (!ofTheRound.has(node['Relation Name'] ?? '')) return below;
  const each = node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0);
  return below + Math.round(each * node['Actual Loops']);
}
