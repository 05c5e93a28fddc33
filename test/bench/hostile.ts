/**
 * `npm run bench -- hostile [times] [--json]`: how long the platform takes to refuse hostile bytes in every field for bytes of every endpoint.
 * The requests go over HTTP within one process. For each input the median of `times` requests counts, because other work on the
 * machine disturbs single requests.
 */

import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '../../src/adapters/postgres/embedded/embedded-postgres.js';
import { benchArguments } from '../support/bench/arguments.js';
import { hostileBytes } from '../support/hostile/bytes.js';
import { prepareTargets, type Target } from '../support/hostile/targets.js';
import { fieldsOf, valueAt, withValueAt } from '../support/http/endpoints.js';
import { exchange, operationOf, servedEndpoints } from '../support/application/exchange.js';
import { TestInstallation } from '../support/application/installation.js';

const { count: times, json } = benchArguments('hostile', { name: 'times', usual: 15, least: 1 });
const folder = await mkdtemp(path.join(tmpdir(), 'lianshu-bench-'));
const postgres = await startEmbeddedPostgres({ folder, durable: false });
const installation = await TestInstallation.create();
const application = await installation.start({ database: postgres });

interface Measured {
  readonly operation: string;
  readonly field: string;
  readonly what: string;
  readonly bytes: number;
  readonly status: number;
  readonly medianMs: number;
  readonly maxMs: number;
}

async function measureAll(): Promise<readonly Measured[]> {
  const targets: Readonly<Record<string, Target | undefined>> = await prepareTargets(application);
  const { document, endpoints } = await servedEndpoints(application);
  const measured: Measured[] = [];
  for (const endpoint of endpoints.filter(({ takesBody }) => takesBody)) {
    const operation = operationOf(endpoint);
    const target = targets[operation];
    const fields = fieldsOf(document, endpoint).filter(({ format }) => format === 'byte');
    if (target === undefined || fields.length === 0) continue;
    const bodies = await target.bodies();
    const address = endpoint.pattern.replace(/\{\w+\}/g, target.parameter ?? 'x');
    for (const { path: place, maxLength = 0 } of fields) {
      const body = bodies.find((each) => valueAt(each, place) !== undefined) ?? {};
      const good = Buffer.from(String(valueAt(body, place)), 'base64');
      for (const { what, bytes } of hostileBytes(good, Math.floor(maxLength / 4) * 3)) {
        const hostile = JSON.stringify(withValueAt(body, place, Buffer.from(bytes).toString('base64')));
        const ask = { method: 'post', path: address, token: target.token, body: hostile };
        measured.push({ operation, field: place.join('.'), what, bytes: bytes.length, ...(await time(ask)) });
      }
    }
  }
  return measured;
}

async function time(
  ask: Parameters<typeof exchange>[1],
): Promise<Pick<Measured, 'status' | 'medianMs' | 'maxMs'>> {
  const taken: number[] = [];
  let status = 0;
  for (let i = 0; i < times; i++) {
    const started = performance.now();
    ({ status } = await exchange(application, ask));
    taken.push(performance.now() - started);
  }
  taken.sort((one, other) => one - other);
  return { status, medianMs: rounded(taken[Math.floor(times / 2)]!), maxMs: rounded(taken[times - 1]!) };
}

const rounded = (milliseconds: number): number => Math.round(milliseconds * 100) / 100;

interface Summary {
  readonly inputs: number;
  readonly medianMs: number;
  readonly maxMedianMs: number;
  readonly overTenMs: number;
  readonly maxSingleMs: number;
}

/** Of inputs from the slowest on. */
function summary(measured: readonly Measured[]): Summary {
  const medians = measured.map(({ medianMs }) => medianMs);
  return {
    inputs: measured.length,
    medianMs: medians[Math.floor(medians.length / 2)] ?? 0,
    maxMedianMs: medians[0] ?? 0,
    overTenMs: medians.filter((median) => median >= 10).length,
    maxSingleMs: Math.max(...measured.map(({ maxMs }) => maxMs)),
  };
}

const told = ({ inputs, medianMs, maxMedianMs, overTenMs, maxSingleMs }: Summary): string =>
  `${inputs} inputs, ${medianMs} ms in the middle, ${maxMedianMs} ms the slowest, ${overTenMs} over 10 ms; one request ${maxSingleMs} ms`;

try {
  const measured = [...(await measureAll())].sort((one, other) => other.medianMs - one.medianMs);
  // Only MOI's answer may have megabytes. Most of its time goes into receiving and parsing the JSON.
  const ordinary = measured.filter(({ bytes }) => bytes <= 65_536);
  const figures = {
    requests: measured.length * times,
    notRefused: measured.filter(({ status }) => status < 400 || status >= 500).length,
    upTo64KiB: summary(ordinary),
    megabytes: summary(measured.filter((each) => !ordinary.includes(each))),
  };
  if (json) console.log(JSON.stringify(figures));
  else {
    console.log(`${figures.requests} requests, ${figures.notRefused} inputs not refused`);
    console.log(`up to 64 KiB: ${told(figures.upTo64KiB)}`);
    console.log(`megabytes: ${told(figures.megabytes)}`);
    console.log('the slowest up to 64 KiB:');
    for (const { operation, field, what, bytes, medianMs } of ordinary.slice(0, 10))
      console.log(`  ${medianMs} ms  ${operation} ${field}: ${what} (${bytes} bytes)`);
  }
} finally {
  await installation.remove();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
