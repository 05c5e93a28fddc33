import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { programOf } from '../program.js';

/** How the processes work. */
interface WorkerSettings {
  readonly url: string;
  readonly recordsPerChunk: number;
  /** What a chunk takes at least. */
  readonly chunkMilliseconds: number;
}

/** A process of `check-worker-process.ts`. */
export class CheckWorker {
  private constructor(private readonly child: ChildProcess) {}

  /** Starts one; resolves when it takes work. */
  static async start({ url, recordsPerChunk, chunkMilliseconds }: WorkerSettings): Promise<CheckWorker> {
    const { flags, file } = programOf('checking/check-worker-process');
    const words = [url, recordsPerChunk, chunkMilliseconds].map(String);
    const child = spawn(process.execPath, [...flags, file, ...words], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    return new CheckWorker(child);
  }

  /** Ends it at once, wherever it is. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Ends it as a system does: it finishes what it is at. Answers its exit code. */
  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return this.child.exitCode;
    this.child.kill(signal);
    const [code] = (await once(this.child, 'close')) as [number | null];
    return code;
  }
}
