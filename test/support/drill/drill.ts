import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import 'reflect-metadata';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../../src/adapters/postgres/embedded/embedded-postgres.js';
import type { TestApplication } from '../application/application.js';
import { twoCases } from '../application/cases.js';
import { TestInstallation } from '../application/installation.js';

/** Where a drill takes place: one server over a PostgreSQL of its own, with the cases 9001 and 9002 that collect. */
export interface DrillScene {
  readonly installation: TestInstallation;
  readonly application: TestApplication;
  readonly postgres: EmbeddedPostgres;
  /** PostgreSQL's folder. */
  readonly folder: string;
}

/** What came of a drill. */
export interface DrillOutcome {
  /** What people saw: answers by status and code, and whatever else there is to tell. */
  readonly seen: object;
  /** What must hold. */
  readonly holds: Readonly<Record<string, boolean>>;
}

/** Sets the scene in this folder, runs the drill, prints what came of it as one JSON object, and ends the process: with 1 where something did not hold. */
export async function drill(
  name: string,
  run: (scene: DrillScene) => Promise<DrillOutcome>,
  given?: string,
): Promise<never> {
  const folder = given ?? (await mkdtemp(path.join(tmpdir(), 'lianshu-drill-')));
  const postgres = await startEmbeddedPostgres({ folder });
  const installation = await TestInstallation.create();
  const application = await installation.start({ database: postgres, configuration: { logLevel: 'warn' } });
  await twoCases(application);
  await installation.nextDay();
  const outcome = await run({ installation, application, postgres, folder }).finally(async () => {
    await installation.remove().catch(() => undefined);
    await postgres.stop();
    if (given === undefined) await rm(folder, { recursive: true, force: true });
  });
  process.stdout.write(`${JSON.stringify({ drill: name, ...outcome }, undefined, 2)}\n`);
  process.exit(Object.values(outcome.holds).includes(false) ? 1 : 0);
}
