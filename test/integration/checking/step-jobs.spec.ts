import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { PostgresRosterStore } from '../../../src/adapters/postgres/checking/roster-store.js';
import { PostgresStepStore } from '../../../src/adapters/postgres/checking/step-store.js';
import { PostgresVerdictStore } from '../../../src/adapters/postgres/checking/verdict-store.js';
import { createDataSource } from '../../../src/adapters/postgres/data-source.js';
import { rosterCsv } from '../../../src/checking/exchange/roster.js';
import { reportTo, type StepPiece } from '../../../src/checking/steps/ports.js';
import { sha256Hex } from '../../../src/core/sha256.js';
import { manifestName, openRosterFile } from '../../../src/devkit/moi/roster-file.js';
import { CheckWorker } from '../../support/checking/check-workers.js';
import { newBatch } from '../../support/checking/memory-checking.js';
import { indexOf, insertSubmittedRound, submittedRound } from '../../support/checking/opaque-records.js';
import {
  insertJudgedBatch,
  numberOf,
  offices,
  opaqueCase,
  opaqueDispatch,
} from '../../support/checking/opaque-roster.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres/database.js';

const [records, rowsPerPart] = [300, 25];
const requestId = '0198c0de-0000-7000-8000-0000000000a1';
const anotherId = '0198c0de-0000-7000-8000-0000000000a2';
const sending: StepPiece = { requestId, caseNumber: opaqueCase, action: 'send-roster' };

describe('an approved step', () => {
  let database: TestDatabase;
  let owner: DataSource;
  let checking: DataSource;
  let steps: PostgresStepStore;
  const workers: CheckWorker[] = [];
  beforeAll(async () => {
    database = await createTestDatabase();
    owner = await createDataSource({ url: database.url, poolSize: 2 }).initialize();
    const role = 'lianshu_checking';
    checking = await createDataSource({ url: database.url, role, poolSize: 4 }).initialize();
    steps = new PostgresStepStore(checking);
    await insertSubmittedRound(owner, records, 'checking');
    await insertJudgedBatch(owner, records);
  });
  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.end('SIGKILL')));
    await Promise.all([owner.destroy(), checking.destroy()]);
    await database.drop();
  });

  const start = async (): Promise<CheckWorker> => {
    const worker = await CheckWorker.startForSteps({ url: database.url, rowsPerPart, partMilliseconds: 150 });
    workers.push(worker);
    return worker;
  };
  const progress = () => steps.latest(newBatch(records));
  /** Resolves when so many rows are done. The suite's own limit is the only one. */
  const until = async (wanted: number): Promise<void> => {
    while (((await progress())?.done ?? 0) < wanted) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  /** Each file of the roster as the ministry opens it, as digests of what stands in clear inside. */
  const opened = async (): Promise<ReadonlyMap<string, string>> => {
    const batch = {
      ...newBatch(records),
      phase: 'sent',
      judged: records,
      chunks: 1,
      paused: undefined,
    } as const;
    const files = await new PostgresRosterStore(checking).roster(batch);
    const reader = { moi: offices.moi, commission: offices.commission.certificate };
    return new Map(files.map(({ name, sealed }) => [name, sha256Hex(openRosterFile(name, sealed, reader))]));
  };

  it('goes on where a process that was killed left it, and comes to the same roster', async () => {
    await steps.putUp(sending);
    expect(await progress()).toMatchObject({ state: 'waiting', done: 0 });
    const first = await start();
    await until(4 * rowsPerPart);
    expect(await progress()).toMatchObject({ state: 'working', rows: records });
    await first.kill();
    const kept = await owner.query<object[]>('SELECT name, sealed FROM roster_part ORDER BY name');
    expect(kept.length).toBeGreaterThanOrEqual(3);
    expect(kept.length).toBeLessThan(records / rowsPerPart);
    expect(await owner.query('SELECT FROM exchange_file')).toEqual([]);
    const second = await start();
    while ((await progress())?.state !== 'done') await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await second.end()).toBe(0);
    expect(await progress()).toMatchObject({ requestId, state: 'done', done: records, rows: records });
    const sent = await owner.query<object[]>(
      `SELECT name, sealed FROM exchange_file WHERE name <> '${manifestName}' ORDER BY name`,
    );
    // What was made before the kill is what was sent.
    expect(sent.slice(0, kept.length)).toEqual(kept);
    expect(await owner.query('SELECT FROM roster_part')).toEqual([]);
    const taken = await opened();
    // An undisturbed run, by another request: a roster that was sent can be sent again, and is the same.
    const undisturbed = await opaqueDispatch(checking, rowsPerPart).send(
      opaqueCase,
      reportTo(steps, anotherId),
    );
    expect(undisturbed).toMatchObject({ ok: true });
    expect(await opened()).toEqual(taken);
    // And both are what the order says, each number in its place.
    const order = await owner.query<{ seq: number; record: Buffer }[]>(
      'SELECT seq, record FROM roster_row JOIN sealed_record USING (round_id, commitment) ORDER BY seq LIMIT 25',
    );
    const rows = order.map(({ seq, record }) => [seq, numberOf(indexOf(record))] as const);
    expect(taken.get('part-0001.csv')).toBe(sha256Hex(rosterCsv(rows)));
  });

  it('is no roster with other rows than records that count: the database refuses it', async () => {
    await owner.query(`UPDATE verification_batch SET phase = 'judged'`);
    const batch = await new PostgresVerdictStore(checking).batchOf(submittedRound);
    const rosters = new PostgresRosterStore(checking);
    const [sealed, entry] = [new Uint8Array(1), new Uint8Array(1)];
    await rosters.keepPart(batch!, { name: 'part-0001.csv', rows: records - 1, sealed, entry });
    const manifest = { name: manifestName, sealed };
    await expect(rosters.saveRoster(batch!, manifest, requestId)).rejects.toMatchObject({
      sqlState: '23514',
    });
    expect((await new PostgresVerdictStore(checking).batchOf(submittedRound))?.phase).toBe('judged');
  });

  it('is not sent in another order than the one that was drawn', async () => {
    await owner.query(
      `UPDATE verification_batch SET roster_rows = records, roster_order_sha256 = sha256('another order')`,
    );
    const sent = opaqueDispatch(checking, rowsPerPart).send(opaqueCase, reportTo(steps, anotherId));
    await expect(sent).rejects.toThrow('not in the order that was drawn');
  });

  it.each(['lianshu_intake', 'lianshu_lead', 'lianshu_staff'] as const)(
    'is nothing that %s can see',
    async (role) => {
      const other = await createDataSource({ url: database.url, role, poolSize: 1 }).initialize();
      try {
        for (const table of ['check_step', 'roster_part'])
          await expect(other.query(`SELECT FROM ${table}`)).rejects.toMatchObject({ sqlState: '42501' });
      } finally {
        await other.destroy();
      }
    },
  );
});
