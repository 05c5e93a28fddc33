import { createDataSource } from '../../../src/adapters/postgres/data-source.js';
import { newBatch } from './memory-checking.js';
import { opaqueRun, startCheck } from './opaque-records.js';
import { runWhole } from './whole-run.js';

// Runs a batch and stops for good after so many chunks, with the next one read: a test kills it there.
const [url, count, chunks] = process.argv.slice(2);
const staff = await createDataSource({ url: url!, role: 'lianshu_checking', poolSize: 2 }).initialize();
const run = opaqueRun(staff);
const batch = await run.verdicts.begin(newBatch(Number(count)), startCheck);
let left = Number(chunks);
await runWhole(batch, {
  ...run,
  verifier: {
    verify: async (records) => {
      left -= 1;
      if (left < 0) {
        process.stdout.write('stopped\n');
        await new Promise(() => setInterval(() => undefined, 60_000));
      }
      return run.verifier.verify(records);
    },
  },
});
