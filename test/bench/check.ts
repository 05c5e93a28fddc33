/**
 * `npm run bench -- check [--records N] [--threads T] [--json] [--profile]`: how fast the records of a round are checked, as the program does
 * it: read from PostgreSQL, verified in threads, verdicts written, duplicates found, the roster's order drawn. In the same run the floor: what
 * the bare cryptography of a record takes with node:crypto. CPU time is this process's, threads included; the database has its own.
 * `--profile` writes a CPU profile of a part of the records, verified in the main thread, beside the records.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createDataSource } from '../../src/adapters/postgres/data-source.js';
import { migrate } from '../../src/adapters/postgres/database.js';
import { startEmbeddedPostgres } from '../../src/adapters/postgres/embedded/embedded-postgres.js';
import { PostgresRecordSource } from '../../src/adapters/postgres/checking/record-source.js';
import { PostgresVerdictStore } from '../../src/adapters/postgres/checking/verdict-store.js';
import { mapBounded } from '../../src/checking/batch/round-verifier.js';
import { checkChunk } from '../../src/checking/batch/check-chunk.js';
import { finishBatch } from '../../src/checking/batch/finish-batch.js';
import { VerificationThreads } from '../../src/checking/batch/verification-threads.js';
import { SoftwareCommissionRoundKey } from '../../src/adapters/keys/case-key-files.js';
import { randomInt } from 'node:crypto';
import { bareMicroseconds } from '../support/bench/bare-cryptography.js';
import { stepMicroseconds, writeProfile } from '../support/bench/check-steps.js';
import { BenchRound, plannedCounts } from '../support/bench/bench-round.js';
import { insertMadeRecords } from '../support/bench/insert-records.js';
import { madeRecords, recordsIn } from '../support/bench/made-records.js';
import { benchArchive } from '../support/bench/bench-archive.js';
import { newBatch } from '../support/checking/memory-checking.js';
import { startCheck, submittedRound } from '../support/checking/opaque-records.js';
import { commissionDecryptionKey } from '../support/checking/paper-scene.js';
import { demoTrust } from '../support/trust/trust-dependencies.js';

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

const { files } = await madeRecords(count);
const round = new BenchRound();
const archive = await benchArchive(round, count);
const sample = [...recordsIn(String(files[0]))].slice(0, 2_000);
const commissionKey = new SoftwareCommissionRoundKey(round.commission.privateKey);
const rules = {
  mode: 'number-to-lead',
  statement: round.fields,
  intakeKeys: [round.intake.publicKey],
} as const;
const material = { leadKey: round.lead.privateKey, commissionKey, rules };
const trust = demoTrust(round.pki);
if (values.profile) await writeProfile(sample, material, trust, archive);
const steps = await stepMicroseconds(sample, material, trust, archive);

const folder = mkdtempSync(path.join(tmpdir(), 'lianshu-check-'));
const postgres = await startEmbeddedPostgres({ folder });
await migrate(postgres.url, { givenDays: true });
const owner = await createDataSource({ url: postgres.url, poolSize: 2 }).initialize();
const checking = await createDataSource({
  url: postgres.url,
  role: 'lianshu_checking',
  poolSize: 6,
}).initialize();
await insertMadeRecords(owner, round, files);

const verifiers = new VerificationThreads({ trust, archive, threads });
const verifier = verifiers.open(material);
const records = new PostgresRecordSource(checking);
const verdicts = new PostgresVerdictStore(checking);
const batch = await verdicts.begin(newBatch(count), startCheck);
const chunks = await verdicts.openChunks(batch);
const work = { records, verdicts, verifier, commissionDecryptionKey };
// The threads start with the first chunk; what they take to load is no part of the rate.
const [first = 0, ...others] = chunks;
await checkChunk(batch, first, work);

const bare = await bareMicroseconds(String(files[0]), threads);
let mostMemory = 0;
const watch = setInterval(() => (mostMemory = Math.max(mostMemory, process.memoryUsage.rss())), 200);
const began = performance.now();
const processorBefore = process.cpuUsage();
await mapBounded(others, 3, (chunk) => checkChunk(batch, chunk, work));
const verified = performance.now();
const checked = (await verdicts.batchOf(submittedRound)) ?? batch;
await finishBatch(checked, {
  ...work,
  standing: [],
  paper: { rows: [], standing: [] },
  randomBelow: (maximum) => randomInt(maximum),
});
const ended = performance.now();
const { user, system } = process.cpuUsage(processorBefore);
clearInterval(watch);
const bareAfter = await bareMicroseconds(String(files[0]), threads);

const counts = await verdicts.counts(batch);
const planned = plannedCounts(count);
const measured = Math.max(1, count - Math.min(count, 1_000));
const cpu = (user + system) / measured;
const bareEach = (bare + bareAfter) / 2;
await verifiers.end();
await Promise.all([owner.destroy(), checking.destroy()]);
await postgres.stop();
rmSync(folder, { recursive: true, force: true });

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
  holds: {
    comesToItsNumbers: [...planned].every(
      ([code, number]) => counts.get(code === '00' ? undefined : code) === number,
    ),
  },
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
