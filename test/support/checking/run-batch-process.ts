import { createDataSource } from '../../../src/adapters/postgres/data-source.js';
import { runBatch } from '../../../src/checking/batch/run-batch.js';
import { newBatch } from './memory-checking.js';
import { opaqueRun, startCheck } from './opaque-records.js';

// Runs a batch and stops for good after so many pages, with the next one half done: a test kills it there.
const [url, count, pages] = process.argv.slice(2);
const staff = await createDataSource({ url: url!, role: 'lianshu_checking', poolSize: 2 }).initialize();
const run = opaqueRun(staff);
const batch = await run.verdicts.begin(newBatch(Number(count)), startCheck);
let left = Number(pages) * run.pageSize;
await runBatch(batch, {
  ...run,
  verify: async (record) => {
    left -= 1;
    if (left < -1) {
      process.stdout.write('stopped\n');
      await new Promise(() => setInterval(() => undefined, 60_000));
    }
    return run.verify(record);
  },
});
