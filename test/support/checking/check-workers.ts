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

/** How processes that carry out steps work. */
interface StepWorkerSettings {
  readonly url: string;
  readonly rowsPerPart: number;
  /** What a part takes at least. */
  readonly partMilliseconds: number;
}

/** A process of `check-worker-process.ts`, or of `step-worker-process.ts`. */
export class CheckWorker {
  private constructor(private readonly child: ChildProcess) {}

  /** Starts one that works on batches; resolves when it takes work. */
  static start({ url, recordsPerChunk, chunkMilliseconds }: WorkerSettings): Promise<CheckWorker> {
    return CheckWorker.run('checking/check-worker-process', [url, recordsPerChunk, chunkMilliseconds]);
  }

  /** Starts one that carries out steps; resolves when it takes work. */
  static startForSteps({ url, rowsPerPart, partMilliseconds }: StepWorkerSettings): Promise<CheckWorker> {
    return CheckWorker.run('checking/step-worker-process', [url, rowsPerPart, partMilliseconds]);
  }

  private static async run(program: string, given: readonly (string | number)[]): Promise<CheckWorker> {
    const { flags, file } = programOf(program);
    const words = given.map(String);
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
