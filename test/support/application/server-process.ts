import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { programOf } from '../program.js';
import { origin, type TestApplication } from './application.js';
import type { ServerSettings } from './server-program.js';

/** A second server over the database of an application, in a process of its own: it comes as far as the first chunk of a batch. */
export class ServerProcess {
  private constructor(
    private readonly child: ChildProcess,
    /** Where it listens, such as `http://127.0.0.1:40001`. */
    readonly address: string,
  ) {}

  /** Starts it at the time that the application has; resolves when it listens. `kill()` it in the end. */
  static async start(
    { database, installation }: TestApplication,
    recordsPerChunk: number,
  ): Promise<ServerProcess> {
    const { clock, home } = installation;
    const settings: ServerSettings = {
      databaseUrl: database.url,
      home,
      archive: path.join(home, 'archive'),
      host: '127.0.0.1',
      port: 0,
      origin,
      logLevel: 'fatal',
      rateLimits: false,
      trustedProxies: 0,
      checkThreads: 0,
      now: clock.now().toISOString(),
      recordsPerChunk,
    };
    const { flags, file } = programOf('application/server-program');
    const child = spawn(process.execPath, [...flags, file, JSON.stringify(settings)], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    const ended = once(child, 'close').then(() => Promise.reject(new Error('the server did not start')));
    ended.catch(() => undefined);
    const said = once(createInterface(child.stdout), 'line') as Promise<[string]>;
    const [address] = await Promise.race([said, ended]);
    return new ServerProcess(child, address);
  }

  /** Ends it at once, wherever it is. Calling it twice is harmless. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGKILL');
    await once(this.child, 'close');
  }
}
