import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { nodeFlags } from '../deployment/dockerfile.js';
import { programOf } from '../program.js';
import type { Usage } from './usage.js';

/** A server that a bench has started as a process of its own. */
export class BenchServer {
  private constructor(
    private readonly child: ChildProcess,
    /** Such as `http://127.0.0.1:40001`. */
    readonly address: string,
  ) {}

  /** Starts a file of this folder, the application with the flags that the image gives it, and waits until it listens. */
  static async start(
    file: 'floor-server' | 'intake-server',
    parameters: readonly string[],
  ): Promise<BenchServer> {
    const program = programOf(`bench/${file}`);
    const flags = file === 'intake-server' ? nodeFlags() : [];
    const child = fork(program.file, parameters, { execArgv: [...flags, ...program.flags] });
    const [address] = (await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(() => {
        throw new Error(`${file} ended`);
      }),
    ])) as [string];
    return new BenchServer(child, address);
  }

  /** What its process has used so far. */
  async usage(): Promise<Usage> {
    this.child.send('usage');
    const [usage] = (await once(this.child, 'message')) as [Usage];
    return usage;
  }

  /** Kills it by SIGKILL. */
  async kill(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
  }

  /** Ends it as a signal would. */
  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    if (this.child.exitCode === null) await once(this.child, 'exit');
  }
}
