import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
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
  readonly printed: string;
  remove(): Promise<void>;
}

/** A line of `people.jsonl`. */
export interface PersonLine {
  readonly nationalId: string;
  readonly scenario: string;
  readonly expect: string;
}

/** Plays `lianshu demo --headless --json` from the sources, as the command line would. */
export async function runHeadlessDemo(citizens: number, seed: string): Promise<DemoRun> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'lianshu-demo-'));
  const [out, home] = [path.join(folder, 'story'), path.join(folder, 'home')];
  const { stdout, stderr } = await run(
    process.execPath,
    [
      ...[
        '--no-warnings',
        '--import',
        './.config/typescript.mjs',
        'src/cli.ts',
        'demo',
        '--headless',
        '--json',
      ],
      ...['--citizens', String(citizens), '--seed', seed, '--out', out],
    ],
    { cwd: repository, env: { ...process.env, LIANSHU_HOME: home }, maxBuffer: 64 * 1024 * 1024 },
  );
  const last = stdout.trimEnd().split('\n').at(-1) ?? '';
  return {
    summary: JSON.parse(last) as Record<string, unknown>,
    out,
    home,
    printed: stdout + stderr,
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
