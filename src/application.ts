import 'reflect-metadata';
import cluster from 'node:cluster';
import { availableParallelism } from 'node:os';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { systemClock } from './adapters/clock/system-clock.js';
import { createLog } from './adapters/log/log.module.js';
import { ServiceSwitches } from './cases/index.js';
import { AppModule } from './app.module.js';
import { type Configuration, CONFIGURATION, readConfiguration } from './configuration/configuration.js';
import type { Clock } from './core/clock.js';
import { type Part, SERVED_PARTS } from './core/served-parts.js';
import { defaultRateLimits, noRateLimits } from './http/limits/rate-limits.js';
import { CountsOfOthers } from './http/limits/counts-of-others.js';
import { configureServer, createAdapter, NestLog } from './http/server.js';

/** A running application. */
export interface RunningApplication {
  readonly app: NestFastifyApplication;
  /** Where it listens, such as `http://127.0.0.1:3000`. */
  readonly address: string;
  /** Stops taking requests, lets those under way end, and closes what was opened. Calling it twice is harmless. */
  stop(): Promise<void>;
}

/**
 * Starts the application and listens. Rejects with a `StartFailure` for what an operator can mend; what was opened until then is
 * closed again.
 */
export async function startApplication(
  configuration: Configuration,
  clock: Clock,
): Promise<RunningApplication> {
  const app = await createApplication(configuration, clock);
  try {
    await app.listen(configuration.port, configuration.host);
    let stopped: Promise<void> | undefined;
    const stop = (): Promise<void> => (stopped ??= closeSoon(app));
    return { app, address: await app.getUrl(), stop };
  } catch (error) {
    await app.close();
    throw error;
  }
}

/** How long requests under way have to end. A client that only keeps its connection open would hold the end up for a minute. */
const graceMilliseconds = 5_000;

async function closeSoon(app: NestFastifyApplication): Promise<void> {
  const server = app.getHttpServer();
  const timer = setTimeout(() => server.closeAllConnections(), graceMilliseconds);
  await app.close().finally(() => clearTimeout(timer));
}

/** Makes the application; nothing is opened before it is initialised or listens. */
async function createApplication(
  configuration: Configuration,
  clock: Clock,
): Promise<NestFastifyApplication> {
  const log = createLog(configuration.logLevel);
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.register({ configuration, clock, log }),
    createAdapter({ logger: log, trustedProxies: configuration.trustedProxies }),
    { logger: new NestLog(log), abortOnError: false },
  );
  await configureApplication(app);
  return app;
}

/** Makes an application of {@link AppModule} on `createAdapter` answer as in production. Call it once, before it listens. */
export async function configureApplication(app: NestFastifyApplication): Promise<void> {
  const { rateLimits } = app.get<Configuration>(CONFIGURATION);
  await configureServer(app, rateLimits ? defaultRateLimits : noRateLimits, {
    countsOfOthers: app.get(CountsOfOthers, { strict: false }),
    switches: app.get(ServiceSwitches, { strict: false }),
    parts: app.get<readonly Part[]>(SERVED_PARTS),
  });
}

/** Starts the application as the environment says, or some of its parts. */
export function serve(parts?: readonly Part[]): Promise<RunningApplication> {
  return startApplication(
    { ...readConfiguration(process.env), parts, sealingThread: hasCoreToSpare() },
    systemClock,
  );
}

/** One of several processes leaves the other cores to them. */
const hasCoreToSpare = (): boolean => cluster.isPrimary && availableParallelism() > 1;
