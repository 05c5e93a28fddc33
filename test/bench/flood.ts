/**
 * `npm run bench -- flood [seconds] [--json]`: 50 co-signatures a second, each from an address of its own, while one address floods the
 * server: 500 requests a second of 65 KB, and 100 MB to each route, one after the other. First without the flood, then with it, for
 * so many seconds each. What must hold: none lost, 99 of 100 answered within 200 ms, and less than 100 MB more memory.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import 'reflect-metadata';
import { startEmbeddedPostgres } from '../../src/adapters/postgres/embedded/embedded-postgres.js';
import { twoCases } from '../support/application/cases.js';
import { citizens, coSignatureBody } from '../support/application/co-signers.js';
import { servedEndpoints } from '../support/application/exchange.js';
import { TestInstallation } from '../support/application/installation.js';
import { benchArguments } from '../support/bench/arguments.js';
import type { FloodCounts, FloodedRoute } from '../support/bench/flooder.js';
import type { SteadyAnswer } from '../support/bench/steady-co-signers.js';

const perSecond = 50;
const { count: seconds, json } = benchArguments('flood', { name: 'seconds', usual: 20, least: 2 });

const folder = await mkdtemp(path.join(tmpdir(), 'lianshu-bench-'));
const postgres = await startEmbeddedPostgres({ folder });
const installation = await TestInstallation.create();
// Challenges for all come from one address here: another server of the platform, without limits, gives them.
const preparing = await installation.start({ database: postgres });
await twoCases(preparing);
await installation.nextDay();

const { endpoints } = await servedEndpoints(preparing);
const routes: readonly FloodedRoute[] = endpoints.map(({ method, path: at, mediaType }) => ({
  method: method.toUpperCase(),
  path: at,
  mediaType,
}));

/** Bodies that are good for ten minutes. */
async function bodiesFor(purpose: string): Promise<readonly string[]> {
  const bodies: string[] = [];
  for (const attempt of citizens(seconds * perSecond, purpose))
    bodies.push(JSON.stringify(await coSignatureBody(preparing, '9001', attempt)));
  return bodies;
}

function start(name: string, ...argumentsOf: readonly string[]): ChildProcess {
  const file = path.join(import.meta.dirname, `../support/bench/${name}.ts`);
  const execArgv = ['--import', './.config/typescript.mjs'];
  return fork(file, [application.address, ...argumentsOf], { execArgv });
}

async function answerOf<Answer>(child: ChildProcess): Promise<Answer> {
  const [answer] = (await once(child, 'message')) as [Answer];
  return answer;
}

/** Has them all co-sign, at the steady rate. */
async function coSigned(bodies: readonly string[]): Promise<readonly SteadyAnswer[]> {
  const child = start('steady-co-signers', String(perSecond));
  await once(child, 'spawn');
  child.send(bodies);
  return answerOf(child);
}

const quantile = (values: readonly number[], part: number): number => {
  const sorted = values.toSorted((one, other) => one - other);
  return Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(1));
};

/** What the co-signatures of a stretch came to, and which of those that were acknowledged the database has not. */
async function cameTo(answers: readonly SteadyAnswer[]) {
  const acknowledged = answers.flatMap(({ commitment }) => commitment ?? []);
  const [row] = await application.databases.owner.query<{ found: string }[]>(
    'SELECT count(*) AS found FROM sealed_record WHERE commitment = ANY($1::bytea[])',
    [acknowledged.map((hex) => Buffer.from(hex, 'hex'))],
  );
  const times = answers.map(({ milliseconds }) => milliseconds);
  return {
    coSignatures: answers.length,
    accepted: acknowledged.length,
    lost: acknowledged.length - Number(row?.found ?? 0),
    p50Milliseconds: quantile(times, 0.5),
    p99Milliseconds: quantile(times, 0.99),
  };
}

const quietBodies = await bodiesFor('quiet');
const floodedBodies = await bodiesFor('flooded');
await preparing.stop();
const application = await installation.start({
  database: postgres,
  configuration: { rateLimits: true, trustedProxies: 1, logLevel: 'fatal' },
});
const quiet = await cameTo(await coSigned(quietBodies));

globalThis.gc?.();
const memoryBefore = process.memoryUsage.rss();
let memoryMost = memoryBefore;
const watch = setInterval(() => {
  memoryMost = Math.max(memoryMost, process.memoryUsage.rss());
}, 50);
const processorBefore = process.cpuUsage();
const floodBegan = performance.now();
const flooder = start('flooder', JSON.stringify(routes), String(seconds));
await once(flooder, 'spawn');
const flooded = await cameTo(await coSigned(floodedBodies));
const { user, system } = process.cpuUsage(processorBefore);
const processorShare = Number(((user + system) / 1000 / (performance.now() - floodBegan)).toFixed(2));
flooder.send('end');
const flood = await answerOf<FloodCounts>(flooder);
clearInterval(watch);

await installation.remove();
await postgres.stop();
await rm(folder, { recursive: true, force: true });

const memoryGrowthMegabytes = Math.round((memoryMost - memoryBefore) / 1_000_000);
const figures = {
  benchmark: 'flood',
  node: process.version,
  seconds,
  quiet,
  flooded,
  flood,
  /** Of one core, by the server while it was flooded. */
  processorShare,
  memoryGrowthMegabytes,
  holds: {
    noneLost: flooded.lost === 0 && flooded.accepted === flooded.coSignatures,
    p99Below200Milliseconds: flooded.p99Milliseconds < 200,
    memoryGrowthBelow100Megabytes: memoryGrowthMegabytes < 100,
  },
};
if (json) console.log(JSON.stringify(figures));
else {
  const line = (
    what: string,
    { accepted, coSignatures, lost, p50Milliseconds, p99Milliseconds }: typeof quiet,
  ) =>
    `${what}: ${String(accepted)} of ${String(coSignatures)} accepted, ${String(lost)} lost; answered in ${String(p50Milliseconds)} ms (median), ${String(p99Milliseconds)} ms (99 of 100)`;
  console.log(line('quiet', quiet));
  console.log(line('flooded', flooded));
  console.log(
    `the flood: ${String(flood.sent)} requests of 65 KB (${JSON.stringify(flood.answers)}), ${String(flood.large)} of 100 MB`,
  );
  console.log(`the server took ${String(Math.round(processorShare * 100))} % of one core`);
  console.log(`memory grew by ${String(memoryGrowthMegabytes)} MB at most`);
}
if (Object.values(figures.holds).includes(false)) process.exitCode = 1;
