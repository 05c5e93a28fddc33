import { createServer, type Server } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createDatabase } from '../database.js';
import { prepareCluster } from './cluster.js';
import { type ServerProcess, startServer } from './server-process.js';

export { removePostgresFolder } from './reachable-folder.js';

/** A running local PostgreSQL. */
export interface EmbeddedPostgres {
  /** Connection string of the database `lianshu`, password included: never log it. */
  readonly url: string;
  /**
   * Shuts it down. Calling it twice is harmless. PostgreSQL also stops by itself when this process ends, in whatever
   * way.
   */
  stop(): Promise<void>;
}

/** How to run it. */
interface EmbeddedPostgresOptions {
  /** The folder for data and password. It is made if missing, and used again if it is there. */
  readonly folder: string;
  /** False writes less to the disk, but a power cut may lose data: for tests. Default true. */
  readonly durable?: boolean;
}

const attempts = 40;
const pauseMilliseconds = 250;

/** Starts PostgreSQL 18 from the npm package on a free loopback port, with the database `lianshu` made if missing. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const cluster = await prepareCluster(resolve(options.folder));
  const { server, port } = await onFreePort((candidate) =>
    startServer(cluster, candidate, options.durable ?? true),
  );
  const base = `postgresql://postgres:${cluster.password}@127.0.0.1:${port}`;
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopped ??= server.stop());
  try {
    await createDatabase(`${base}/postgres`, 'lianshu');
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `${base}/lianshu`, stop };
}

/**
 * Tries again when the start fails for a passing reason: another process took the port meanwhile, or the folder's last
 * server is still shutting down.
 */
async function onFreePort(
  start: (port: number) => Promise<ServerProcess>,
): Promise<{ server: ServerProcess; port: number }> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    try {
      return { server: await start(port), port };
    } catch (error) {
      const passing =
        error instanceof Error && /could not bind|postmaster\.pid" already exists/.test(error.message);
      if (!passing || attempt === attempts) throw error;
      await setTimeout(pauseMilliseconds);
    }
  }
}

/** A TCP port on the loopback that was free a moment ago: the wanted one if possible. */
export async function freePort(wanted = 0): Promise<number> {
  const server = createServer();
  const listening = (await listens(server, wanted)) || (await listens(server, 0));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (!listening || address === null || typeof address === 'string') throw new Error('no free TCP port');
  return address.port;
}

function listens(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const failed = (): void => resolve(false);
    server.once('error', failed).listen(port, '127.0.0.1', () => {
      server.off('error', failed);
      resolve(true);
    });
  });
}
