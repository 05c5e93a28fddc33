import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { createLog } from './adapters/log/log.module.js';
import { openPostgres } from './adapters/postgres/postgres-connections.js';
import { readConfiguration } from './configuration/configuration.js';
import type { Log } from './core/log.js';
import type { Part } from './core/served-parts.js';

/** A program of which several processes listen on one port. */
export interface SharedProgram {
  readonly count: number;
  /** The file that each process runs; by default that of this process. It listens once, and ends on SIGTERM. */
  readonly file?: string;
  readonly parameters: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly log: Log;
}

/** Processes that listen. */
export interface Processes {
  /** Such as `http://127.0.0.1:3000`. */
  readonly address: string;
  /** Ends them all in order. Calling it twice is harmless. */
  stop(): Promise<void>;
}

/** The first process ended before it listened: it has said why itself. */
export class ProcessNotStarted extends Error {
  override readonly name = 'ProcessNotStarted';

  constructor(readonly exitCode: number) {
    super('a process ended before it listened');
  }
}

/** How long to wait before another is started in place of one that ended; twice as long after each that never listened, up to the longest. */
const pauses = { first: 1_000, longest: 30_000 };

/**
 * Starts the first process, then the others once it listens: what is wrong is said once. A process that ends of itself is replaced, so that a
 * crash costs the requests that it had under way and no more. Rejects with {@link ProcessNotStarted}. Call it in one process only, which
 * then does nothing else.
 */
export async function startProcesses(program: SharedProgram): Promise<Processes> {
  const pool = new ProcessPool(program);
  const address = await pool.first();
  await pool.others();
  return { address, stop: () => pool.stop() };
}

class ProcessPool {
  private readonly running = new Set<Worker>();
  private ending = false;
  /** How many have ended in a row before they listened. */
  private failures = 0;

  constructor(private readonly program: SharedProgram) {
    const { file, parameters } = program;
    cluster.setupPrimary({ args: [...parameters], ...(file === undefined ? {} : { exec: file }) });
  }

  async first(): Promise<string> {
    const worker = this.fork();
    const ended = once(worker, 'exit').then(([code]) => {
      throw new ProcessNotStarted(typeof code === 'number' && code !== 0 ? code : 1);
    });
    const [{ address, port }] = (await Promise.race([once(worker, 'listening'), ended])) as [ListeningAt];
    ended.catch(() => undefined);
    this.replaceWhenEnded(worker);
    return `http://${address ?? '127.0.0.1'}:${String(port)}`;
  }

  async others(): Promise<void> {
    const workers = Array.from({ length: this.program.count - 1 }, () => this.fork());
    for (const worker of workers) this.replaceWhenEnded(worker);
    await Promise.all(
      workers.map((worker) => Promise.race([once(worker, 'listening'), once(worker, 'exit')])),
    );
  }

  async stop(): Promise<void> {
    this.ending = true;
    await Promise.all([...this.running].map((worker) => this.end(worker)));
  }

  private async end(worker: Worker): Promise<void> {
    const ended = once(worker, 'exit');
    worker.process.kill('SIGTERM');
    await ended;
  }

  private fork(): Worker {
    const worker = cluster.fork(this.program.environment);
    this.running.add(worker);
    worker.once('exit', () => this.running.delete(worker));
    return worker;
  }

  private replaceWhenEnded(worker: Worker): void {
    worker.once('listening', () => (this.failures = 0));
    worker.once('exit', (code: number | null, signal: string | null) => {
      if (this.ending) return;
      const pause = Math.min(pauses.longest, pauses.first * 2 ** this.failures++);
      this.program.log.error(
        { process: worker.process.pid, code, signal },
        'a process ended; another is started',
      );
      setTimeout(() => this.replace(), pause);
    });
  }

  private replace(): void {
    if (!this.ending) this.replaceWhenEnded(this.fork());
  }
}

interface ListeningAt {
  readonly address: string | null;
  readonly port: number;
}

/**
 * `lianshu serve` in several processes: this one starts a local PostgreSQL if there is no other, and then only looks after them. Each of
 * them is a whole server, of which any may end without the others.
 */
export async function serveProcesses(count: number, only: readonly Part[] = []): Promise<Processes> {
  const configuration = readConfiguration(process.env);
  const postgres = configuration.databaseLogins === undefined ? await openPostgres(configuration) : undefined;
  try {
    const processes = await startProcesses({
      count,
      parameters: ['serve', ...(only.length === 0 ? [] : ['--only', ...only])],
      environment: postgres === undefined ? {} : { DATABASE_URL: postgres.url },
      log: createLog(configuration.logLevel),
    });
    return {
      ...processes,
      stop: async () => {
        await processes.stop();
        await postgres?.stop();
      },
    };
  } catch (error) {
    await postgres?.stop();
    throw error;
  }
}
