/**
 * `npm run bench -- intake [records] [--processes N] [--rows N] [--json]`: how many co-signatures a second the whole application takes over HTTP, each fully verified and
 * durable, beside the floor in the same run (`support/bench/floor-server.ts`: the cryptography and the INSERT alone). PostgreSQL, the server
 * and this process, which sends, are three, on one machine. Blocks of both alternate; `ratio` is of their medians. Then an open loop at
 * 70 % of the rate of each, for the times of answers. With `--profile`, the application's processor profile is written to `.lianshu/bench/intake.cpuprofile`.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import 'reflect-metadata';
import { benchArguments } from '../support/bench/arguments.js';
import { BenchServer } from '../support/bench/bench-server.js';
import { fillRound } from '../support/bench/fill-round.js';
import { postgresMicroseconds, quantile, sum, tenths } from '../support/bench/figures.js';
import { type IntakeScene, intakeScene } from '../support/bench/intake-scene.js';
import { Load, type LoadAnswer } from '../support/bench/load.js';
import type { Usage } from '../support/bench/usage.js';

const blocks = 5;
const senders = 96;
// A server that has just started compiles what it runs, for some ten thousand requests: fewer connections, or it refuses some of them.
const warmUp = 20_000;
const warmUpSenders = 32;
const { count, json, profile, processes, rows } = benchArguments('intake', {
  name: 'records',
  usual: 5000,
  least: blocks,
});
const profileFile = '.lianshu/bench/intake.cpuprofile';
if (profile) mkdirSync(path.dirname(profileFile), { recursive: true });
const openLoop = Math.ceil(count / 2);

/** One of the two servers, and what it has taken so far. */
class Side {
  readonly rates: number[] = [];
  private processor = 0;
  private database = 0;
  private sender = 0;
  private taken = 0;

  constructor(
    private readonly servers: readonly BenchServer[],
    private readonly load: Load,
    private readonly bodies: string[],
  ) {}

  async block(size: number): Promise<void> {
    const [usage, database, began] = [await this.usage(), postgresMicroseconds(), performance.now()];
    const before = process.cpuUsage();
    await this.send(size, senders);
    this.rates.push((1000 * size) / (performance.now() - began));
    const { user, system } = process.cpuUsage(before);
    this.sender += user + system;
    this.processor += (await this.usage()).processorMicroseconds - usage.processorMicroseconds;
    this.database += postgresMicroseconds() - database;
    this.taken += size;
  }

  async send(size: number, connections: number): Promise<void> {
    allTaken(await this.load.closed(this.bodies.splice(0, size), connections));
  }

  /** The answers to bodies that come at this rate, whatever they are. */
  async sendAt(perSecond: number, size: number): Promise<readonly LoadAnswer[]> {
    return this.load.open(this.bodies.splice(0, size), perSecond);
  }

  async end(): Promise<void> {
    this.load.close();
    await Promise.all(this.servers.map((server) => server.stop()));
  }

  /** What its processes have used so far, all together. */
  async usage(): Promise<Usage> {
    const each = await Promise.all(this.servers.map((server) => server.usage()));
    return {
      processorMicroseconds: sum(each.map(({ processorMicroseconds }) => processorMicroseconds)),
      rssBytes: sum(each.map(({ rssBytes }) => rssBytes)),
    };
  }

  get perSecond(): number {
    return Math.round(quantile(this.rates, 0.5));
  }

  get microsecondsEach(): { readonly server: number; readonly database: number; readonly sender: number } {
    const [server = 0, database = 0, sender = 0] = [this.processor, this.database, this.sender].map((each) =>
      Math.round(each / this.taken),
    );
    return { server, database, sender };
  }
}

/** The times of the answers. Throws when one is anything but 201. */
function allTaken(answers: readonly LoadAnswer[]): readonly number[] {
  const other = answers.find(({ status }) => status !== 201);
  if (other !== undefined) throw new Error(`answered ${String(other.status)}`);
  return answers.map(({ milliseconds }) => milliseconds);
}

async function application({ postgres, home, at, requests }: IntakeScene): Promise<Side> {
  const parameters = [
    postgres.url,
    home,
    at.toISOString(),
    String(processes),
    ...(profile ? [profileFile] : []),
  ];
  const started = Array.from({ length: processes }, () => BenchServer.start('intake-server', parameters));
  const servers = await Promise.all(started);
  const urls = servers.map(({ address }) => `${address}/api/v1/cases/9001/co-signatures`);
  return new Side(
    servers,
    new Load(urls, 256),
    requests.map(({ body }) => body),
  );
}

async function floor({ postgres, issuerKeys, requests }: IntakeScene): Promise<Side> {
  const keys = issuerKeys.map((key) => Buffer.from(key).toString('base64'));
  const server = await BenchServer.start('floor-server', [postgres.url, ...keys]);
  return new Side(
    [server],
    new Load([server.address], 256),
    requests.map(({ floorBody }) => floorBody),
  );
}

const scene = await intakeScene(warmUp + (rows > 0 ? 2 : 1) * count + openLoop, 'own');
const ours = await application(scene);
const least = await floor(scene);
for (const side of [ours, least]) await side.send(warmUp, warmUpSenders);
for (let block = 0; block < blocks; block++)
  for (const side of [ours, least]) await side.block(Math.floor(count / blocks));
const at70Percent = await timesAt70Percent(ours);
const floorAt70Percent = await timesAt70Percent(least);
const { rssBytes } = await ours.usage();
const measured = {
  acceptedPerSecond: ours.perSecond,
  floorPerSecond: least.perSecond,
  ratio: Math.round((1000 * ours.perSecond) / least.perSecond) / 1000,
  rates: ours.rates.map(Math.round),
  floorRates: least.rates.map(Math.round),
  processorMicrosecondsEach: ours.microsecondsEach,
  floorProcessorMicrosecondsEach: least.microsecondsEach,
};
const beside = rows > 0 ? await besideRows() : {};
for (const side of [ours, least]) await side.end();
await scene.remove();

const figures = {
  records: count,
  processes,
  ...measured,
  at70Percent,
  floorAt70Percent,
  rssMegabytes: Math.round(rssBytes / 1_000_000),
  stepMicroseconds: scene.steps,
  ...beside,
};
if (json) console.log(JSON.stringify(figures));
else {
  const {
    at70Percent: open,
    floorAt70Percent: bareOpen,
    processorMicrosecondsEach: each,
    floorProcessorMicrosecondsEach: bare,
  } = figures;
  console.log(`${count} co-signatures over ${senders} connections, each verified and durable`);
  console.log(
    `${figures.acceptedPerSecond} a second; the floor ${figures.floorPerSecond}; ratio ${figures.ratio}`,
  );
  console.log(
    `at 70 % of it, answered in ${open.p50Milliseconds} ms (median), ${open.p99Milliseconds} (99 of 100), ${open.p999Milliseconds} (999 of 1000)`,
  );
  console.log(
    `the floor at 70 % of its own: ${bareOpen.p50Milliseconds} ms, ${bareOpen.p99Milliseconds}, ${bareOpen.p999Milliseconds}`,
  );
  console.log(
    `µs of processor each: server ${each.server}, PostgreSQL ${each.database}; floor ${bare.server} and ${bare.database}`,
  );
  const steps = Object.entries(scene.steps).map(([step, microseconds]) => `${step} ${String(microseconds)}`);
  console.log(`µs of processor by step, in one thread, without HTTP and database: ${steps.join(', ')}`);
}

/** How long answers take at 70 % of the rate that a side has shown, whether those before are answered or not. */
async function timesAt70Percent(side: Side) {
  const answers = await side.sendAt(0.7 * side.perSecond, openLoop);
  const times = allTaken(answers.filter(({ status }) => status !== 503));
  return {
    p50Milliseconds: tenths(quantile(times, 0.5)),
    p99Milliseconds: tenths(quantile(times, 0.99)),
    p999Milliseconds: tenths(quantile(times, 0.999)),
    refused: answers.filter(({ status }) => status === 503).length,
  };
}

/** The rate again with so many rows in the round, and what part of the rate with none that is, by the floor before and after, which has no rows. */
async function besideRows(): Promise<object> {
  const { acceptedPerSecond: empty, floorPerSecond: floorBefore } = measured;
  await fillRound(scene.postgres.url, rows);
  for (const side of [ours, least]) side.rates.length = 0;
  for (let block = 0; block < blocks; block++)
    for (const side of [ours, least]) await side.block(Math.floor(count / blocks));
  const part = ours.perSecond / least.perSecond / (empty / floorBefore);
  return {
    besideRows: {
      rows,
      acceptedPerSecond: ours.perSecond,
      floorPerSecond: least.perSecond,
      ofTheRateWithNone: Math.round(1000 * part) / 1000,
    },
  };
}
