import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { PostgresVerdictStore } from '../../../src/adapters/postgres/checking/verdict-store.js';
import { createDataSource } from '../../../src/adapters/postgres/data-source.js';
import { runBatch } from '../../../src/checking/batch/run-batch.js';
import { newBatch } from '../../support/checking/memory-checking.js';
import {
  indexOf,
  insertSubmittedRound,
  opaqueRun,
  startCheck,
  submittedRound,
} from '../../support/checking/opaque-records.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres/database.js';

const count = 95;
describe('a batch on PostgreSQL', () => {
  let database: TestDatabase;
  let owner: DataSource;
  let staff: DataSource;
  beforeAll(async () => {
    database = await createTestDatabase();
    owner = await createDataSource({ url: database.url, poolSize: 2 }).initialize();
    staff = await createDataSource({ url: database.url, role: 'lianshu_checking', poolSize: 4 }).initialize();
  });
  afterAll(async () => {
    await Promise.all([owner.destroy(), staff.destroy()]);
    await database.drop();
  });
  beforeEach(async () => {
    await owner.query(
      'TRUNCATE sealed_record, round, referendum_case, verification_batch, verdict, roster_row, exchange_file CASCADE',
    );
    await insertSubmittedRound(owner, count);
  });

  const verdicts = async (): Promise<Map<number, string>> => {
    const rows = await owner.query<{ record: Buffer; code: string | null }[]>(
      'SELECT record, code FROM sealed_record JOIN verdict USING (round_id, commitment)',
    );
    return new Map(rows.map(({ record, code }) => [indexOf(record), code ?? '00']));
  };
  const expected = new Map(
    Array.from({ length: count }, (_, i) => {
      const earlier = Array.from({ length: i }, (_each, j) => j).some(
        (j) => j % 7 !== 0 && j % 20 === i % 20,
      );
      return [i, i % 7 === 0 ? 'E01' : earlier ? 'D01' : '00'];
    }),
  );

  it('gives every record one verdict', async () => {
    const run = opaqueRun(staff);
    await runBatch(await run.verdicts.begin(newBatch(count), startCheck), run);
    expect(await verdicts()).toEqual(expected);
    expect(await run.verdicts.batchOf(submittedRound)).toMatchObject({ phase: 'judged', judged: count });
    const [roster] = await owner.query<object[]>(
      'SELECT count(*)::integer AS rows, max(seq) AS last FROM roster_row JOIN verdict USING (round_id, commitment) WHERE code IS NULL',
    );
    expect(roster).toEqual({ rows: 20, last: 20 });
  });

  it.each([0, 1, 4, 9])('continues where it was killed after %d pages', async (pages) => {
    const child = spawn(
      process.execPath,
      [
        '--no-warnings',
        '--import',
        './.config/typescript.mjs',
        'test/support/checking/run-batch-process.ts',
        database.url,
        String(count),
        String(pages),
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'close');
    const store = new PostgresVerdictStore(staff);
    expect((await store.batchOf(submittedRound))?.judged).toBe(pages * 10);
    expect((await verdicts()).size).toBe(pages * 10);
    await runBatch(await store.begin(newBatch(count), startCheck), opaqueRun(staff));
    expect(await verdicts()).toEqual(expected);
  });

  it('lets one of two runs of a batch win each page, and counts nothing twice', async () => {
    const run = opaqueRun(staff);
    const batch = await run.verdicts.begin(newBatch(count), startCheck);
    const outcomes = await Promise.allSettled([runBatch(batch, run), runBatch(batch, run)]);
    expect(outcomes.map(({ status }) => status).sort()).toContain('rejected');
    await runBatch(await run.verdicts.begin(newBatch(count), startCheck), run);
    expect(await verdicts()).toEqual(expected);
  });

  it('sees no record of a round that is not submitted', async () => {
    await owner.transaction(async (manager) => {
      // A submission is written once; only without its triggers can the table be put back.
      await manager.query('SET LOCAL session_replication_role = replica');
      await manager.query(
        `UPDATE round SET submitted_at = NULL, submission_statement = NULL, submission_wrapped_key = NULL,
           submitted_count = NULL, submitted_root = NULL`,
      );
    });
    const run = opaqueRun(staff);
    expect(await run.records.page(submittedRound, undefined, 10)).toEqual([]);
    expect(await run.records.commitments(submittedRound)).toEqual([]);
  });
});
