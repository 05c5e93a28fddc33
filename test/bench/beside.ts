/**
 * `npm run bench -- beside [records] [--json]`: what an intake keeps of its rate while a check of so many records goes on beside it, with as many
 * threads as the machine has cores. Both are the program's own: the intake as `lianshu serve` starts it, over HTTP, each answer durable; the check as
 * `lianshu worker` does it, with its verdicts written. Each has a PostgreSQL of its own. First the check alone, then the intake alone, then both.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import 'reflect-metadata';
import { benchArguments } from '../support/bench/arguments.js';
import { BenchServer } from '../support/bench/bench-server.js';
import { quantile } from '../support/bench/figures.js';
import { intakeScene } from '../support/bench/intake-scene.js';
import { Load } from '../support/bench/load.js';
import { programOf } from '../support/program.js';

const warmUp = 6_000;
const blocks = 6;
const block = 500;
const senders = 64;
const { count, json } = benchArguments('beside', { name: 'records', usual: 10_000, least: 2_000 });

/** Starts a check, which waits until its threads are loaded. */
async function waitingCheck(): Promise<ChildProcess> {
  const { file, flags } = programOf('bench/check-process');
  const words = [String(count), String(availableParallelism())];
  const child = fork(file, words, { execArgv: [...flags] });
  await once(child, 'message');
  return child;
}

/** Lets it begin. Answers how many records it checks in a second. Throws where its verdicts are not those planned. */
async function perSecondOf(check: ChildProcess): Promise<number> {
  check.send('begin');
  const [perSecond] = (await once(check, 'message')) as [number];
  if (perSecond === 0) throw new Error('the check did not come to its numbers');
  return perSecond;
}

const checkAlone = await perSecondOf(await waitingCheck());
const scene = await intakeScene(warmUp + 2 * blocks * block + 2 * count);
const bodies = scene.requests.map(({ body }) => body);
const server = await BenchServer.start('intake-server', [
  scene.postgres.url,
  scene.home,
  scene.at.toISOString(),
]);
const load = new Load([`${server.address}/api/v1/cases/9001/co-signatures`], senders);

/** Sends one block, and answers its rate. */
async function sent(size = block): Promise<number> {
  const began = performance.now();
  const answers = await load.closed(bodies.splice(0, size), senders);
  const other = answers.find(({ status }) => status !== 201);
  if (other !== undefined) throw new Error(`answered ${String(other.status)}`);
  return (1000 * size) / (performance.now() - began);
}

/** The rates of blocks with nothing beside them. */
async function ratesAlone(): Promise<readonly number[]> {
  const rates: number[] = [];
  for (let sentBlocks = 0; sentBlocks < blocks; sentBlocks += 1) rates.push(await sent());
  return rates;
}

/** The rates of blocks at whose end the check still goes on. */
async function ratesBeside(isChecking: () => boolean): Promise<readonly number[]> {
  const rates: number[] = [];
  while (isChecking() && bodies.length > blocks * block) {
    const rate = await sent();
    if (isChecking()) rates.push(rate);
  }
  return rates;
}

await sent(warmUp);
const before = await ratesAlone();
const check = await waitingCheck();
let isChecking = true;
const checking = perSecondOf(check).finally(() => (isChecking = false));
const beside = await ratesBeside(() => isChecking);
const checkBeside = await checking;
const after = await ratesAlone();
load.close();
await server.stop();
await scene.remove();

const alone = quantile([...before, ...after], 0.5);
const besideCheck = quantile(beside, 0.5);
const figures = {
  records: count,
  acceptedPerSecondAlone: Math.round(alone),
  acceptedPerSecondBeside: Math.round(besideCheck),
  part: Math.round((1000 * besideCheck) / alone) / 1000,
  rates: { before: before.map(Math.round), beside: beside.map(Math.round), after: after.map(Math.round) },
  checkedPerSecondAlone: Math.round(checkAlone),
  checkedPerSecondBeside: Math.round(checkBeside),
};
if (json) console.log(JSON.stringify(figures));
else {
  console.log(
    `${figures.acceptedPerSecondAlone} co-signatures a second alone, ${figures.acceptedPerSecondBeside} beside a check: ${figures.part} of it`,
  );
  console.log(
    `${figures.checkedPerSecondAlone} records checked a second alone, ${figures.checkedPerSecondBeside} beside the intake`,
  );
}
