/**
 * `npm run bench -- intake [records] [--json]`: how many co-signatures a second the whole application accepts over HTTP, each fully verified
 * and durable. Database, server and clients share this machine, and server and clients this process, so that two checkouts can be
 * compared; the figure says nothing about a server of its own. Prints the rate of each of five blocks and their median: for people, or with `--json` as one
 * object.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import 'reflect-metadata';
import { startEmbeddedPostgres } from '../../src/adapters/postgres/embedded/embedded-postgres.js';
import { twoCases } from '../support/application/cases.js';
import { benchArguments } from '../support/bench/arguments.js';
import { citizens, coSignatureBody } from '../support/application/co-signers.js';
import { TestInstallation } from '../support/application/installation.js';

const blocks = 5;
const connections = 16;
const warmUp = 50;
const { count: records, json } = benchArguments('intake', { name: 'records', usual: 1000, least: blocks });

const folder = await mkdtemp(path.join(tmpdir(), 'lianshu-bench-'));
const postgres = await startEmbeddedPostgres({ folder });
const installation = await TestInstallation.create();
const application = await installation.start({ database: postgres });
await twoCases(application);
await installation.nextDay();

const bodies: string[] = [];
for (const attempt of citizens(records + warmUp))
  bodies.push(JSON.stringify(await coSignatureBody(application, '9001', attempt)));

/** Sends one co-signature and answers the milliseconds it took. Throws when it is not accepted. */
async function send(body: string): Promise<number> {
  const began = performance.now();
  const answer = await fetch(`${application.address}/api/v1/cases/9001/co-signatures`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  await answer.arrayBuffer();
  if (answer.status !== 201) throw new Error(`answered ${answer.status}`);
  return performance.now() - began;
}

/** Sends these over a fixed number of connections, each waiting for its answer before it sends the next. */
async function sendAll(block: string[]): Promise<readonly number[]> {
  const times: number[] = [];
  const connection = async (): Promise<void> => {
    for (let body = block.shift(); body !== undefined; body = block.shift()) times.push(await send(body));
  };
  await Promise.all(Array.from({ length: connections }, connection));
  return times;
}

const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
const ascending = (values: readonly number[]): readonly number[] => values.toSorted((a, b) => a - b);

await sendAll(bodies.splice(0, warmUp));
const rates: number[] = [];
const times: number[] = [];
const processorBefore = process.cpuUsage();
for (let block = 0; block < blocks; block++) {
  const began = performance.now();
  const upTo = Math.floor((records * (block + 1)) / blocks);
  const taken = await sendAll(bodies.splice(0, upTo - times.length));
  rates.push(Math.round((1000 * taken.length) / (performance.now() - began)));
  times.push(...taken);
}
const { user, system } = process.cpuUsage(processorBefore);

await installation.remove();
await postgres.stop();
await rm(folder, { recursive: true, force: true });
const sorted = ascending(times);
const figures = {
  records: times.length,
  acceptedPerSecond: quantile(ascending(rates), 0.5),
  rates,
  p50Milliseconds: Number(quantile(sorted, 0.5).toFixed(1)),
  p99Milliseconds: Number(quantile(sorted, 0.99).toFixed(1)),
  processorMicrosecondsEach: Math.round((user + system) / times.length),
};
if (json) console.log(JSON.stringify(figures));
else {
  console.log(`${figures.records} co-signatures over ${connections} connections, each verified and durable`);
  console.log(`${figures.acceptedPerSecond} accepted each second (blocks: ${rates.join(', ')})`);
  console.log(
    `answered in ${figures.p50Milliseconds} ms (median), ${figures.p99Milliseconds} ms (99 of 100)`,
  );
  console.log(`${figures.processorMicrosecondsEach} µs of processor each, server and clients together`);
}
