/**
 * `npm run drill -- batch-kills [records] [kills]`: processes that check a batch are killed at random, twenty times by default in a batch of
 * 20,000, each replaced at once; then an undisturbed process checks the same records. Verdicts and the records in the roster must be equal; the
 * roster's order is drawn anew each time. Seals and signatures are left out: what is tried is who does what, and what is left when they die.
 */
import { createHash, randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/adapters/postgres/data-source.js';
import { createDatabase, migrate } from '../../src/adapters/postgres/database.js';
import { startEmbeddedPostgres } from '../../src/adapters/postgres/embedded/embedded-postgres.js';
import { CheckWorker } from '../support/checking/check-workers.js';
import { newBatch } from '../support/checking/memory-checking.js';
import {
  insertSubmittedRound,
  opaqueRun,
  startCheck,
  submittedRound,
  verdictsOf,
} from '../support/checking/opaque-records.js';

const [records = 20_000, kills = 20] = process.argv.slice(2).map(Number);
const recordsPerChunk = 50;
const folder = mkdtempSync(path.join(tmpdir(), 'lianshu-drill-'));
const postgres = await startEmbeddedPostgres({ folder });

/** What a check came to. */
interface Outcome {
  readonly verdicts: string;
  readonly roster: string;
  readonly killed: number;
  readonly seconds: number;
}

/** Has the same records checked in a database of their own, with so many kills. */
async function check(name: string, wanted: number): Promise<Outcome> {
  const address = new URL(postgres.url);
  await createDatabase(postgres.url, name);
  address.pathname = `/${name}`;
  await migrate(address.href, { givenDays: true });
  const owner = await createDataSource({ url: address.href, poolSize: 2 }).initialize();
  const checking = await createDataSource({
    url: address.href,
    role: 'lianshu_checking',
    poolSize: 2,
  }).initialize();
  try {
    await insertSubmittedRound(owner, records);
    const { verdicts } = opaqueRun(checking, recordsPerChunk);
    await verdicts.begin(newBatch(records), startCheck);
    const settings = { url: address.href, recordsPerChunk, chunkMilliseconds: wanted === 0 ? 0 : 1_500 };
    const started = performance.now();
    const workers = Array.from({ length: 4 }, () => CheckWorker.start(settings));
    let killed = 0;
    const isOver = async (): Promise<boolean> =>
      (await verdicts.batchOf(submittedRound))?.phase !== 'judging';
    while (!(await isOver())) {
      await pause(wanted === killed ? 200 : randomInt(100, 1_500));
      if (killed === wanted || (await isOver())) continue;
      const [victim] = workers.splice(randomInt(workers.length), 1);
      workers.push(CheckWorker.start(settings));
      await (await victim)?.kill();
      killed += 1;
    }
    for (const worker of workers) await (await worker).end();
    const seconds = Math.round((performance.now() - started) / 1_000);
    return { ...(await digestsOf(owner)), killed, seconds };
  } finally {
    await Promise.all([owner.destroy(), checking.destroy()]);
  }
}

async function digestsOf(owner: DataSource): Promise<Pick<Outcome, 'verdicts' | 'roster'>> {
  const sha256 = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');
  const roster = await owner.query<object[]>(
    `SELECT encode(commitment, 'hex') AS commitment FROM roster_row ORDER BY commitment`,
  );
  const places = await owner.query<{ seq: number }[]>('SELECT seq FROM roster_row ORDER BY seq');
  if (places.some(({ seq }, index) => seq !== index + 1)) throw new Error('a place of the roster is missing');
  return { verdicts: sha256([...(await verdictsOf(owner))]), roster: sha256(roster) };
}

const disturbed = await check('disturbed', kills);
const undisturbed = await check('undisturbed', 0);
await postgres.stop();
rmSync(folder, { recursive: true, force: true });
const holds = {
  sameVerdicts: disturbed.verdicts === undisturbed.verdicts,
  sameRoster: disturbed.roster === undisturbed.roster,
  everyKill: disturbed.killed === kills,
};
const outcome = { drill: 'batch-kills', records, disturbed, undisturbed, holds };
process.stdout.write(`${JSON.stringify(outcome)}\n`);
if (Object.values(holds).includes(false)) process.exitCode = 1;
