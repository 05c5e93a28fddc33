/**
 * `npm run drill -- full-disk`: the disk of PostgreSQL fills up while people co-sign, and is given room again. Nobody may be told that they were taken who wasn't, and all must go on by
 * itself. The disk is a small tmpfs, which only root may mount: anybody else gets the same answer of the database (SQLSTATE 53100) from a trigger, and the outcome says so.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { TestApplication } from '../support/application/application.js';
import { drill } from '../support/drill/drill.js';
import { SteadyCoSigners } from '../support/drill/steady-co-signers.js';

/** A disk that can be filled and emptied. */
interface Disk {
  readonly kind: 'a tmpfs of 300 MB' | 'a trigger that says 53100';
  fill(application: TestApplication): Promise<void>;
  empty(application: TestApplication): Promise<void>;
}

const folder = mkdtempSync(path.join(tmpdir(), 'lianshu-drill-disk-'));
function mountedDisk(): Disk | undefined {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=300m', 'none', folder], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  const ballast = (index: number): string => path.join(folder, `ballast-${String(index)}`);
  return {
    kind: 'a tmpfs of 300 MB',
    fill: () => {
      for (const [index, size] of [1_000_000, 4_096].entries())
        try {
          for (let part = 0; ; part++)
            writeFileSync(ballast(index), Buffer.alloc(size), { flag: 'a', mode: 0o600 });
        } catch {
          // No room left for another part of this size.
        }
      return Promise.resolve();
    },
    empty: () => {
      for (const index of [0, 1]) rmSync(ballast(index), { force: true });
      return Promise.resolve();
    },
  };
}

const triggeredDisk: Disk = {
  kind: 'a trigger that says 53100',
  fill: async ({ databases }) => {
    await databases.owner.query(`
      CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE 'no space left on device' USING ERRCODE = 'disk_full'; END $$;
      CREATE TRIGGER full_disk BEFORE INSERT ON sealed_record EXECUTE FUNCTION full_disk()`);
  },
  empty: async ({ databases }) => {
    await databases.owner.query('DROP TRIGGER full_disk ON sealed_record; DROP FUNCTION full_disk');
  },
};

const disk = mountedDisk() ?? triggeredDisk;
process.on('exit', () => {
  if (disk.kind === 'a tmpfs of 300 MB') execFileSync('umount', [folder]);
  rmSync(folder, { recursive: true, force: true });
});

await drill(
  'full-disk',
  async ({ application }) => {
    // What fits in the pages that are there already is taken also while the disk is full.
    const people = await SteadyCoSigners.of(application, 300);
    const coming = people.come(20);
    await pause(1_000);
    await disk.fill(application);
    await pause(6_000);
    const whileFull = { ...people.answers };
    await disk.empty(application);
    await coming;
    const { lost, more } = await people.held();
    const log = application.log.filter((line) => line.includes('answered 503'));
    const codes = Object.keys(whileFull).filter((answer) => answer.startsWith('5'));
    return {
      seen: {
        disk: disk.kind,
        whileFull,
        afterwards: people.answers,
        slowestMilliseconds: people.slowest,
        log,
      },
      holds: {
        refusedWhileFull: codes.length > 0 && codes.every((code) => code.startsWith('503 ')),
        saidInTheLog: log.length > 0,
        everybodyIsTakenInTheEnd: people.acknowledged.length === 300,
        noneLost: lost === 0,
        noneTwice: more === 0,
      },
    };
  },
  disk.kind === 'a tmpfs of 300 MB' ? path.join(folder, 'postgres') : undefined,
);
