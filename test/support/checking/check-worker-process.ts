import { PgBossCheckJobs } from '../../../src/adapters/postgres/checking/check-jobs.js';
import { createDataSource } from '../../../src/adapters/postgres/data-source.js';
import { BatchWork } from '../../../src/checking/batch/batch-work.js';
import { checkChunk } from '../../../src/checking/batch/check-chunk.js';
import { finishBatch } from '../../../src/checking/batch/finish-batch.js';
import { ok } from '../../../src/core/result.js';
import { opaqueRun, submittedRound } from './opaque-records.js';

/*
 * A process that works on the batch of the opaque round until it is told to end, as `lianshu worker` does, but for seals and signatures: a
 * test kills it wherever it is. Arguments: the database, the records of a chunk, the milliseconds that each chunk takes.
 */
const [url = '', recordsPerChunk = '10', pause = '0'] = process.argv.slice(2);
const checking = await createDataSource({ url, role: 'lianshu_checking', poolSize: 6 }).initialize();
const run = opaqueRun(checking, Number(recordsPerChunk));
const silent = { warn: () => undefined };
const jobs = new PgBossCheckJobs(checking, silent);
const work = new BatchWork(
  {
    keepOnly: () => undefined,
    perform: async ({ chunk }) => {
      const batch = await run.verdicts.batchOf(submittedRound);
      if (batch === undefined) throw new Error('no batch');
      if (batch.phase !== 'judging') return ok(batch);
      if (chunk === undefined) {
        await finishBatch(batch, run);
        return ok((await run.verdicts.batchOf(submittedRound)) ?? batch);
      }
      await new Promise((resolve) => setTimeout(resolve, Number(pause)));
      return ok((await checkChunk(batch, chunk, run)) ?? batch);
    },
  },
  jobs,
  run.verdicts,
  { do: () => Promise.resolve(), look: () => Promise.resolve() },
);
await work.begin();
const looking = setInterval(() => void work.look().catch(() => undefined), 1_000);
process.stdout.write('working\n');
process.once('SIGTERM', () => {
  clearInterval(looking);
  void work
    .end()
    .then(() => checking.destroy())
    .then(() => process.exit(0));
});
