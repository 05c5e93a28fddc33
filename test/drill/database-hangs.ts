/**
 * `npm run drill -- database-hangs [seconds]`: PostgreSQL is stopped (SIGSTOP, every process of it) for ten seconds while people co-sign, and goes on. Health must say so within
 * four seconds, all must go on by itself within four, and whoever was acknowledged is there once.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { drill } from '../support/drill/drill.js';
import { SteadyCoSigners } from '../support/drill/steady-co-signers.js';

const seconds = Number(process.argv[2] ?? 10);

/** PostgreSQL's first process and all that it has started. */
function processesOf(folder: string): readonly number[] {
  const [first = ''] = readFileSync(path.join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n');
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const children = rows.map((row) => row.trim().split(/\s+/)).filter(([, parent]) => parent === first);
  return [first, ...children.map(([pid]) => pid)].map(Number);
}

await drill('database-hangs', async ({ application, folder }) => {
  const people = await SteadyCoSigners.of(application, (seconds + 10) * 10);
  const health = async (): Promise<number> => (await fetch(`${application.address}/api/v1/health`)).status;
  /** Milliseconds until health answers this. */
  const until = async (status: number): Promise<number> => {
    const began = performance.now();
    while ((await health()) !== status) await pause(100);
    return Math.round(performance.now() - began);
  };
  const coming = people.come(100);
  await pause(3_000);
  const stopped = processesOf(folder);
  for (const pid of stopped) process.kill(pid, 'SIGSTOP');
  const began = performance.now();
  const noticed = await until(503);
  await pause(Math.max(0, seconds * 1_000 - (performance.now() - began)));
  for (const pid of stopped) process.kill(pid, 'SIGCONT');
  const recovered = await until(200);
  await coming;
  const { lost, more } = await people.held();
  return {
    seen: { answers: people.answers, slowestMilliseconds: people.slowest, noticed, recovered },
    holds: {
      noticedWithinFourSeconds: noticed < 4_000,
      recoveredWithinFourSeconds: recovered < 4_000,
      noneLost: lost === 0,
      noneTwice: more === 0,
      answeredWithinSevenSeconds: people.slowest < 7_500,
    },
  };
});
