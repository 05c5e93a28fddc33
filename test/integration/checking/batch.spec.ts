import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { PostgresVerdictStore } from '../../../src/adapters/postgres/checking/verdict-store.js';
import { createDataSource } from '../../../src/adapters/postgres/data-source.js';
import { checkChunk } from '../../../src/checking/batch/check-chunk.js';
import { newBatch } from '../../support/checking/memory-checking.js';
import {
  expectedVerdict,
  insertSubmittedRound,
  opaqueRun,
  startCheck,
  submittedRound,
  verdictsOf,
} from '../../support/checking/opaque-records.js';
import { runWhole } from '../../support/checking/whole-run.js';
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
      'TRUNCATE sealed_record, round, referendum_case, verification_batch, verdict, roster_row, exchange_file, check_chunk CASCADE',
    );
    await insertSubmittedRound(owner, count);
  });

  const expected = new Map(Array.from({ length: count }, (_, i) => [i, expectedVerdict(i)]));

  it('gives every record one verdict', async () => {
    const run = opaqueRun(staff);
    await runWhole(await run.verdicts.begin(newBatch(count), startCheck), run);
    expect(await verdictsOf(owner)).toEqual(expected);
    expect(await run.verdicts.batchOf(submittedRound)).toMatchObject({ phase: 'judged', judged: count });
    const [roster] = await owner.query<object[]>(
      'SELECT count(*)::integer AS rows, max(seq) AS last FROM roster_row JOIN verdict USING (round_id, commitment) WHERE code IS NULL',
    );
    expect(roster).toEqual({ rows: 20, last: 20 });
  });

  it.each([0, 1, 4, 9])('continues where it was killed after %d chunks', async (chunks) => {
    const child = spawn(
      process.execPath,
      [
        '--no-warnings',
        'dist/test/support/checking/run-batch-process.js',
        database.url,
        String(count),
        String(chunks),
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'close');
    const store = new PostgresVerdictStore(staff);
    expect((await store.batchOf(submittedRound))?.judged).toBe(chunks * 10);
    expect((await verdictsOf(owner)).size).toBe(chunks * 10);
    await runWhole(await store.begin(newBatch(count), startCheck), opaqueRun(staff));
    expect(await verdictsOf(owner)).toEqual(expected);
  });

  it('counts nothing twice where two runs do the same chunks at once', async () => {
    const run = opaqueRun(staff);
    const batch = await run.verdicts.begin(newBatch(count), startCheck);
    // Of two that finish it, the slower is rolled back.
    await Promise.allSettled([runWhole(batch, run), runWhole(batch, run)]);
    expect(await run.verdicts.batchOf(submittedRound)).toMatchObject({ phase: 'judged', judged: count });
    expect(await verdictsOf(owner)).toEqual(expected);
    expect(await owner.query('SELECT FROM check_chunk')).toEqual([]);
  });

  it('begins anew, paused, and comes to the same; not once it is judged', async () => {
    const run = opaqueRun(staff);
    const batch = await run.verdicts.begin(newBatch(count), startCheck);
    for (const chunk of [0, 3]) await checkChunk(batch, chunk, run);
    expect(await run.verdicts.recordsPerMinute(batch)).toBe(20);
    const entry = startCheck.entryOf(undefined);
    await run.verdicts.beginAnew(batch, entry);
    expect(await verdictsOf(owner)).toEqual(new Map());
    expect(await run.verdicts.batchOf(submittedRound)).toMatchObject({
      judged: 0,
      paused: 'paused-by-staff',
    });
    await runWhole(batch, run);
    expect(await verdictsOf(owner)).toEqual(expected);
    await expect(run.verdicts.beginAnew(batch, entry)).rejects.toMatchObject({ sqlState: '23514' });
    expect((await verdictsOf(owner)).size).toBe(count);
  });

  it.each([
    ['a record without a verdict', 'DELETE FROM verdict WHERE ctid = (SELECT ctid FROM verdict LIMIT 1)'],
    [
      'a verdict on what is no record',
      'UPDATE verdict SET commitment = sha256(commitment) WHERE ctid = (SELECT ctid FROM verdict LIMIT 1)',
    ],
    ['a verdict more', 'INSERT INTO verdict SELECT round_id, sha256(commitment), code FROM verdict LIMIT 1'],
  ])('is not judged by the database with %s', async (_what, edit) => {
    const run = opaqueRun(staff);
    const batch = await run.verdicts.begin(newBatch(count), startCheck);
    for (const chunk of await run.verdicts.openChunks(batch)) await checkChunk(batch, chunk, run);
    await owner.query(edit);
    await expect(runWhole(batch, run)).rejects.toMatchObject({ sqlState: '23514' });
    expect((await run.verdicts.batchOf(submittedRound))?.phase).toBe('judging');
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
