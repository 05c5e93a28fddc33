/**
 * The case of 2021 at its full size, 528,460 co-signatures, electronic and paper mixed, through the check on PostgreSQL: whether it comes to its numbers, and how long
 * each step takes. `--divisor N` takes an N-th of it. Prints one JSON object. Signatures and seals of electronic records are left out.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDataSource } from '../../src/adapters/postgres/data-source.js';
import { migrate } from '../../src/adapters/postgres/database.js';
import { startEmbeddedPostgres } from '../../src/adapters/postgres/embedded/embedded-postgres.js';
import { replay } from '../support/checking/replay-on-postgres.js';
import { countsOf, porkImports, scaled } from '../support/checking/replayed-cases.js';

const given = process.argv.indexOf('--divisor');
const divisor = given < 0 ? 1 : Number(process.argv[given + 1]);
const round = scaled(porkImports, divisor);
const folder = mkdtempSync(path.join(tmpdir(), 'lianshu-replay-'));
const postgres = await startEmbeddedPostgres({ folder, durable: false });
try {
  await migrate(postgres.url, { givenDays: true });
  const owner = await createDataSource({ url: postgres.url, poolSize: 2 }).initialize();
  const checking = await createDataSource({
    url: postgres.url,
    role: 'lianshu_checking',
    poolSize: 4,
  }).initialize();
  try {
    const { electronic, paper, seconds } = await replay({ owner, checking }, round);
    const wanted = countsOf(round);
    const sum = (counts: ReadonlyMap<string, number>): number =>
      [...counts.values()].reduce((all, each) => all + each, 0);
    console.log(
      JSON.stringify({
        benchmark: 'replay',
        submitted: sum(electronic) + sum(paper),
        valid: (electronic.get('00') ?? 0) + (paper.get('00') ?? 0),
        electronic: Object.fromEntries(electronic),
        paper: Object.fromEntries(paper),
        seconds,
        residentMegabytes: Math.round(process.memoryUsage.rss() / 1_048_576),
        holds: { comesToItsNumbers: same(electronic, wanted.electronic) && same(paper, wanted.paper) },
      }),
    );
  } finally {
    await Promise.all([owner.destroy(), checking.destroy()]);
  }
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

function same(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean {
  return JSON.stringify([...one]) === JSON.stringify([...other]);
}
