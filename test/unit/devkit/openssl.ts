import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';

const folder = mkdtempSync(join(tmpdir(), 'lianshu-devkit-'));
let files = 0;
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a file for openssl to read and returns its path. */
export function fileOf(content: string | Uint8Array): string {
  const path = join(folder, String(files++));
  writeFileSync(path, content);
  return path;
}

/** Runs openssl; `output` is standard output and standard error together. */
export function openssl(...args: readonly string[]): {
  readonly status: number | null;
  readonly output: string;
  readonly stdout: Buffer;
} {
  const { status, stdout, stderr } = spawnSync('openssl', args);
  return { status, stdout, output: stdout.toString() + stderr.toString() };
}

/** Seconds since the epoch, as -attime wants them. */
export const seconds = (at: Date): string => String(Math.floor(at.getTime() / 1000));
