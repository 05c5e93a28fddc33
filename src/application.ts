import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { systemClock } from './adapters/clock/system-clock.js';
import { AppModule } from './app.module.js';
import { openPlatform, type Platform } from './composition/platform.js';
import { type Configuration, readConfiguration } from './configuration.js';
import type { Clock } from './core/clock.js';
import { defaultRateLimits, noRateLimits } from './http/limits/rate-limits.js';
import { configureServer, createAdapter } from './http/server.js';

/** A running application. */
export interface RunningApplication {
  readonly app: NestFastifyApplication;
  readonly platform: Platform;
  /** Where it listens, such as `http://127.0.0.1:3000`. */
  readonly address: string;
  /** Stops taking requests, lets those under way end, and closes what was opened. Calling it twice is harmless. */
  stop(): Promise<void>;
}

/** Opens the platform, starts the application and listens. Rejects with a `StartFailure` for what an operator can mend. */
export async function startApplication(
  configuration: Configuration,
  clock: Clock,
): Promise<RunningApplication> {
  const platform = await openPlatform(configuration, clock);
  try {
    const app = await createApplication(platform);
    await app.listen(configuration.port, configuration.host);
    let stopped: Promise<void> | undefined;
    const stop = (): Promise<void> => (stopped ??= closeSoon(app).then(() => platform.close()));
    return { app, platform, address: await app.getUrl(), stop };
  } catch (error) {
    await platform.close();
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

/** The application over a platform, configured as in production but not listening yet. */
export async function createApplication(platform: Platform): Promise<NestFastifyApplication> {
  const adapter = createAdapter({
    logger: platform.logger,
    trustedProxies: platform.configuration.trustedProxies,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.register(platform), adapter, {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  await configureServer(app, platform.configuration.rateLimits ? defaultRateLimits : noRateLimits);
  return app;
}

/** Starts the application as the environment says. */
export function serve(): Promise<RunningApplication> {
  return startApplication(readConfiguration(process.env), systemClock);
}
