import { type ChildProcessByStdio, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { promisify } from 'node:util';

const runProgram = promisify(execFile);
const repository = path.resolve(import.meta.dirname, '../..');

/** A headless demo that was played in folders of its own. */
export interface DemoRun {
  /** The last line it printed, parsed. */
  readonly summary: Readonly<Record<string, unknown>>;
  /** What it left, the issue's `DIR`. */
  readonly out: string;
  /** Keys, trust and database: everything else it wrote. */
  readonly home: string;
  /** All it printed. */
  readonly printed: { readonly out: string; readonly error: string };
  remove(): Promise<void>;
}

/** A line of `people.jsonl`. */
export interface PersonLine {
  readonly nationalId: string;
  readonly scenario: string;
  readonly expect: string;
}

/** Plays `lianshu demo --headless --json` as it is built. */
export async function runHeadlessDemo(citizens: number, seed: string): Promise<DemoRun> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'lianshu-demo-'));
  const [out, home] = [path.join(folder, 'story'), path.join(folder, 'home')];
  const { stdout, stderr } = await runProgram(
    process.execPath,
    [
      ...['--no-warnings', 'dist/src/cli.js', 'demo', '--headless', '--json'],
      ...['--citizens', String(citizens), '--seed', seed, '--out', out],
    ],
    { cwd: repository, env: { ...process.env, LIANSHU_HOME: home }, maxBuffer: 64 * 1024 * 1024 },
  );
  const last = stdout.trimEnd().split('\n').at(-1) ?? '';
  return {
    summary: JSON.parse(last) as Record<string, unknown>,
    out,
    home,
    printed: { out: stdout, error: stderr },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The lines of a JSONL file. */
export async function jsonLines<Line>(file: string): Promise<Line[]> {
  const text = await readFile(file, 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}

/** A demo in a process of its own whose story has been played, still up. */
export interface StoryProcess {
  /** All that it has written to its standard output and error. */
  readonly output: () => Buffer;
  /** Ends it and waits for it; throws when it ends badly. */
  stop(): Promise<void>;
}

/** Plays a story with everything it does logged. */
export async function playStory(settings: {
  readonly home: string;
  readonly out: string;
  readonly citizens: number;
  readonly seed: string;
}): Promise<StoryProcess> {
  const { home, out, citizens, seed } = settings;
  const child: ChildProcessByStdio<Writable, Readable, Readable> = spawn(
    process.execPath,
    ['--no-warnings', 'dist/test/support/play-story.js', home, out, String(citizens), seed],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  const chunks: Buffer[] = [];
  const ended = once(child, 'close').then(([code]) => code as number | null);
  await Promise.race([
    new Promise<void>((resolve) => {
      const listen = (chunk: Buffer): void => {
        chunks.push(chunk);
        if (Buffer.concat(chunks).includes('\nplayed\n')) resolve();
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
    }),
    ended.then((code) => {
      throw new Error(`the story ended with ${String(code)}: ${Buffer.concat(chunks).toString('utf8')}`);
    }),
  ]);
  return {
    output: () => Buffer.concat(chunks),
    stop: async () => {
      child.stdin.end();
      const code = await ended;
      if (code !== 0) throw new Error(`the story ended with ${String(code)}`);
    },
  };
}
