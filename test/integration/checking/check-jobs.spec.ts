import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../../src/adapters/postgres/data-source.js';
import { CheckWorker } from '../../support/checking/check-workers.js';
import { newBatch } from '../../support/checking/memory-checking.js';
import {
  expectedVerdict,
  insertSubmittedRound,
  opaqueRun,
  startCheck,
  submittedRound,
  verdictsOf,
} from '../../support/checking/opaque-records.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres/database.js';

const count = 600;

describe('the pieces of a batch', () => {
  let database: TestDatabase;
  let owner: DataSource;
  let checking: DataSource;
  const workers: CheckWorker[] = [];
  beforeAll(async () => {
    database = await createTestDatabase();
    owner = await createDataSource({ url: database.url, poolSize: 2 }).initialize();
    checking = await createDataSource({
      url: database.url,
      role: 'lianshu_checking',
      poolSize: 4,
    }).initialize();
    await insertSubmittedRound(owner, count);
  });
  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.end('SIGKILL')));
    await Promise.all([owner.destroy(), checking.destroy()]);
    await database.drop();
  });
  const start = async (): Promise<CheckWorker> => {
    const worker = await CheckWorker.start({ url: database.url, recordsPerChunk: 10, chunkMilliseconds: 40 });
    workers.push(worker);
    return worker;
  };
  const judged = async (): Promise<number> =>
    (await opaqueRun(checking).verdicts.batchOf(submittedRound))?.judged ?? 0;
  /** Resolves when so many records have verdicts. The suite's own limit is the only one. */
  const until = async (wanted: number): Promise<void> => {
    while ((await judged()) < wanted) await new Promise((resolve) => setTimeout(resolve, 50));
  };

  it('are done by whoever is alive, each once, whoever is killed', async () => {
    const [first, second, third] = await Promise.all([start(), start(), start()]);
    await opaqueRun(checking).verdicts.begin(newBatch(count), startCheck);
    await until(30);
    await first.kill();
    await until(200);
    await second.kill();
    // What the killed were at comes back after ten seconds of silence.
    await until(count);
    while ((await opaqueRun(checking).verdicts.batchOf(submittedRound))?.phase !== 'judged')
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await third.end()).toBe(0);
    expect(await verdictsOf(owner)).toEqual(
      new Map(Array.from({ length: count }, (_, i) => [i, expectedVerdict(i)])),
    );
    const [roster] = await owner.query<object[]>(
      'SELECT count(*)::integer AS rows, count(DISTINCT commitment)::integer AS records FROM roster_row',
    );
    expect(roster).toEqual({ rows: 20, records: 20 });
  });

  it.each(['lianshu_intake', 'lianshu_lead', 'lianshu_staff'] as const)(
    'are nothing that %s can see',
    async (role) => {
      const other = await createDataSource({ url: database.url, role, poolSize: 1 }).initialize();
      try {
        for (const table of ['jobs.job', 'jobs.queue', 'jobs.queue_stats', 'check_chunk'])
          await expect(other.query(`SELECT FROM ${table}`)).rejects.toMatchObject({ sqlState: '42501' });
        await expect(other.query('SELECT plan_check_chunks($1, 10)', [submittedRound])).rejects.toMatchObject(
          {
            sqlState: '42501',
          },
        );
      } finally {
        await other.destroy();
      }
    },
  );
});
