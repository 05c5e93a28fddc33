/**
 * `npm run bench -- scale [--rows N] [--server-milliseconds N] [--json]`: what 20 million co-signatures in 50 open rounds need. Writes N rows in
 * each shape of the table to a PostgreSQL of its own and measures what a row costs there; then plays last evenings with a million
 * co-signatures. The processor time of a co-signature is given: `npm run bench -- intake` measures it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createDataSource } from '../../src/adapters/postgres/data-source.js';
import { migrate } from '../../src/adapters/postgres/database.js';
import { startEmbeddedPostgres } from '../../src/adapters/postgres/embedded/embedded-postgres.js';
import { type Evening, playEvening } from '../support/bench/evening.js';
import { measureShape, type ShapeCost, tableShapes } from '../support/bench/table-shapes.js';

const expected = 20_000_000;
const lastEvening = 1_000_000;

/** Three ways in which a million may come, each worse than the one before. */
const evenings: readonly Evening[] = [
  { name: '18:00 to 24:00, more each hour', seconds: 6 * 3_600, shares: [8, 10, 12, 15, 20, 35] },
  { name: '23:00 to 24:00, half of them after 23:45', seconds: 3_600, shares: [15, 15, 20, 50] },
  { name: '23:50 to 24:00', seconds: 600, shares: [1] },
];
const processCounts = [1, 2, 4, 8];

const { values: given } = parseArgs({
  options: {
    rows: { type: 'string', default: '500000' },
    rounds: { type: 'string', default: '50' },
    octets: { type: 'string', default: '4000' },
    'server-milliseconds': { type: 'string', default: '1.4' },
    json: { type: 'boolean', default: false },
  },
});
const load = { rows: Number(given.rows), rounds: Number(given.rounds), octets: Number(given.octets) };
const serverMilliseconds = Number(given['server-milliseconds']);

const shapes = await measuredShapes();
const played = evenings.flatMap((evening) =>
  processCounts.map((processes) => ({
    evening: evening.name,
    processes,
    ...playEvening(evening, lastEvening, processes, serverMilliseconds / 1_000),
  })),
);
if (given.json) console.log(JSON.stringify({ load, serverMilliseconds, shapes, played }));
else printForPeople();

async function measuredShapes(): Promise<readonly ShapeCost[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lianshu-scale-'));
  const postgres = await startEmbeddedPostgres({ folder, durable: false });
  try {
    await migrate(postgres.url);
    const owner = await createDataSource({ url: postgres.url, poolSize: 1 }).initialize();
    const costs: ShapeCost[] = [];
    for (const shape of tableShapes) costs.push(await measureShape(owner, shape, load));
    await owner.destroy();
    return costs;
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function printForPeople(): void {
  console.log(
    `${load.rows} rows of ${load.octets} octets in ${load.rounds} rounds, and what ${expected} would have\n`,
  );
  console.log(
    '| shape | first tenth, CPU ms a row | last tenth | table, octets a row | indexes | WAL | purge of a round, s | table and indexes | WAL |',
  );
  console.log('|---|---|---|---|---|---|---|---|---|');
  for (const { shape, first, last, heap, indexes, wal, purge } of shapes)
    console.log(
      `| ${[
        shape,
        first.toFixed(3),
        last.toFixed(3),
        heap.toFixed(0),
        indexes.toFixed(0),
        wal.toFixed(0),
        purge.toFixed(2),
        gigabytes((heap + indexes) * expected),
        gigabytes(wal * expected),
      ].join(' | ')} |`,
    );
  console.log(`\n${lastEvening} on the last evening, ${serverMilliseconds} ms of a process for each\n`);
  console.log(
    '| evening | processes | most in a second | needed then | longest queue | half answered within | 99 of 100 | all |',
  );
  console.log('|---|---|---|---|---|---|---|---|');
  for (const each of played)
    console.log(
      `| ${[
        each.evening,
        each.processes,
        each.peakPerSecond,
        each.processesAtPeak.toFixed(1),
        each.longestQueue,
        seconds(each.median),
        seconds(each.p99),
        seconds(each.longest),
      ].join(' | ')} |`,
    );
}

function gigabytes(octets: number): string {
  return `${(octets / 1e9).toFixed(0)} GB`;
}

function seconds(value: number): string {
  return value < 1 ? `${(value * 1_000).toFixed(1)} ms` : `${value.toFixed(0)} s`;
}
