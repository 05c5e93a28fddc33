import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

/** What a process printed, and how it ended. */
export interface Ended {
  readonly out: string;
  readonly error: string;
  readonly code: number | null;
}

/** A command line in a process of its own, as it is built: the projects with a database build it before they begin. */
export class Spawned {
  out = '';
  error = '';
  readonly ended: Promise<Ended>;
  private readonly child: ChildProcess;

  constructor(
    program: string,
    words: readonly string[],
    folder: string,
    environment: NodeJS.ProcessEnv = {},
  ) {
    this.child = spawn(program, words, {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that Ctrl-C can be played: a terminal sends it to the whole group.
      detached: true,
      env: { ...process.env, NODE_OPTIONS: '--no-warnings', LANG: 'en', ...environment },
    });
    this.child.stdout?.on('data', (chunk: Buffer) => (this.out += chunk.toString('utf8')));
    this.child.stderr?.on('data', (chunk: Buffer) => (this.error += chunk.toString('utf8')));
    this.ended = new Promise((resolve) =>
      this.child.once('close', (code) => resolve({ out: this.out, error: this.error, code })),
    );
  }

  /** `lianshu` with these words. */
  static lianshu(words: readonly string[], folder: string, environment: NodeJS.ProcessEnv = {}): Spawned {
    return new Spawned(process.execPath, [join(root, 'dist/src/cli.js'), ...words], folder, environment);
  }

  /** Resolves when this has been printed, on either stream; rejects when the process ends without. */
  async untilSaid(text: string): Promise<void> {
    const isSaid = (): boolean => `${this.out}\n${this.error}`.includes(text);
    const said = new Promise<void>((resolve) => {
      const look = (): void => {
        if (isSaid()) resolve();
      };
      this.child.stdout?.on('data', look);
      this.child.stderr?.on('data', look);
      look();
    });
    await Promise.race([said, this.ended]);
    if (!isSaid()) throw new Error(`ended without saying «${text}»: ${this.out}${this.error}`);
  }

  /** Ctrl-C, or another signal. */
  interrupt(signal: NodeJS.Signals = 'SIGINT'): void {
    process.kill(-(this.child.pid ?? 0), signal);
  }

  /** The processes that it has started itself, the oldest first. */
  children(): readonly number[] {
    const { pid } = this.child;
    const children = readFileSync(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8');
    return children.split(' ').filter(Boolean).map(Number);
  }
}

/** Command lines of processes that mention this: what a child left running. */
export function processesMentioning(text: string): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map((pid) => commandLineOf(pid))
    .filter((line) => line.includes(text));
}

function commandLineOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    // It ended while we looked.
    return '';
  }
}
