import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { systemClock } from './adapters/clock/system-clock.js';
import { createLog } from './adapters/log/log.module.js';
import { BatchWork, CHECK_THREADS } from './checking/index.js';
import { type Configuration, readConfiguration } from './configuration/configuration.js';
import { describeBug } from './core/log.js';
import { NestLog } from './http/server.js';
import { TrustService } from './trust/index.js';
import { WorkerModule } from './worker.module.js';

/** A running worker. */
export interface RunningWorker {
  /** How many threads verify records. */
  readonly threads: number;
  /** Takes no more work, lets what is under way end, and closes what was opened. */
  stop(): Promise<void>;
}

/** How often it looks for a batch that stands still, milliseconds. */
const lookMilliseconds = 5_000;

/** How often it asks which revocation data are due, milliseconds. */
const refreshMilliseconds = 1_000;

/** Starts a process that works on batches and does nothing else. Rejects with a `StartFailure` for what an operator can mend. */
export async function startWorker(configuration: Configuration): Promise<RunningWorker> {
  const log = createLog(configuration.logLevel);
  const app = await NestFactory.createApplicationContext(
    WorkerModule.register({ configuration, clock: systemClock, log }),
    { logger: new NestLog(log), abortOnError: false },
  );
  const work = app.get(BatchWork, { strict: false });
  const look = (): void => {
    work.look().catch((error: unknown) => log.warn({ bug: describeBug(error) }, 'batches not looked after'));
  };
  const looking = setInterval(look, lookMilliseconds);
  // A step is carried out only while the approver's certificate is valid, so a worker needs current lists as a server does.
  const trust = app.get(TrustService, { strict: false });
  let refreshed: Promise<void> = Promise.resolve();
  const refreshing = setInterval(() => {
    refreshed = trust.refreshDue();
  }, refreshMilliseconds);
  const stop = async (): Promise<void> => {
    clearInterval(looking);
    clearInterval(refreshing);
    await refreshed;
    await app.close();
  };
  return { threads: app.get<number>(CHECK_THREADS, { strict: false }), stop };
}

/** Starts a worker as the environment says. */
export function work(): Promise<RunningWorker> {
  return startWorker(readConfiguration(process.env));
}
