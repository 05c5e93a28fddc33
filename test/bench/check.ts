/**
 * `npm run bench -- check [--records N] [--threads T] [--json] [--profile]`: how fast the records of a round are checked, as the program does
 * it: read from PostgreSQL, verified in threads, verdicts written, duplicates found, the roster's order drawn. In the same run the floor: what
 * the bare cryptography of a record takes with node:crypto. CPU time is this process's, threads included; the database has its own.
 * `--profile` writes a CPU profile of a part of the records, verified in the main thread, beside the records.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { bareMicroseconds } from '../support/bench/bare-cryptography.js';
import { checkedRecords, CheckScene } from '../support/bench/check-scene.js';
import { stepMicroseconds, writeProfile } from '../support/bench/check-steps.js';
import { recordsIn } from '../support/bench/made-records.js';

const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '20000' },
    threads: { type: 'string', default: String(availableParallelism()) },
    json: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
  },
});
const count = Number(values.records);
const threads = Number(values.threads);
if (!(count > 0 && threads > 0)) throw new Error('--records and --threads are whole numbers from 1');

const made = await checkedRecords(count);
const { files, material, trust, archive } = made;
const sample = [...recordsIn(String(files[0]))].slice(0, 2_000);
if (values.profile) await writeProfile(sample, material, trust, archive);
const steps = await stepMicroseconds(sample, material, trust, archive);
const scene = await CheckScene.begin(made, threads);

const bare = await bareMicroseconds(String(files[0]), threads);
let mostMemory = 0;
const watch = setInterval(() => (mostMemory = Math.max(mostMemory, process.memoryUsage.rss())), 200);
const began = performance.now();
const processorBefore = process.cpuUsage();
await scene.checkOthers();
const verified = performance.now();
await scene.finish();
const ended = performance.now();
const { user, system } = process.cpuUsage(processorBefore);
clearInterval(watch);
const bareAfter = await bareMicroseconds(String(files[0]), threads);

const comesToItsNumbers = await scene.comesToItsNumbers();
const measured = scene.left;
const cpu = (user + system) / measured;
const bareEach = (bare + bareAfter) / 2;
await scene.end();

const figures = {
  records: count,
  threads,
  seconds: Number(((ended - began) / 1000).toFixed(1)),
  recordsPerSecond: Math.round((1000 * measured) / (ended - began)),
  cpuMicroseconds: Math.round(cpu),
  bareMicroseconds: Math.round(bareEach),
  ratio: Number((cpu / bareEach).toFixed(2)),
  rssMegabytes: Math.round(mostMemory / 1_048_576),
  steps: { ...steps, finishSeconds: Number(((ended - verified) / 1000).toFixed(1)) },
  holds: { comesToItsNumbers },
};
if (values.json) console.log(JSON.stringify(figures));
else {
  console.log(
    `${figures.records} records in ${figures.seconds} s on ${threads} threads: ${figures.recordsPerSecond} each second`,
  );
  console.log(
    `${figures.cpuMicroseconds} µs of processor each, ${figures.ratio} of the bare cryptography (${figures.bareMicroseconds} µs)`,
  );
  console.log(
    `${figures.rssMegabytes} MB at most; as planned: ${figures.holds.comesToItsNumbers ? 'yes' : 'no'}`,
  );
  for (const [step, microseconds] of Object.entries(figures.steps)) console.log(`  ${step}: ${microseconds}`);
}
if (!figures.holds.comesToItsNumbers) process.exitCode = 1;
