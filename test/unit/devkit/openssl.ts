import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { OpensslFolder } from '../../support/openssl.js';

const folder = new OpensslFolder();
let files = 0;
afterAll(() => folder.remove());

/** Writes a file for openssl and returns its path. */
export function fileOf(content: string | Uint8Array): string {
  return join(folder.path, folder.put(String(files++), content));
}

/** Runs openssl. `output` is standard output and standard error together. */
export function openssl(...args: readonly string[]): {
  readonly status: number | null;
  readonly output: string;
  readonly stdout: Buffer;
} {
  const { status, stdout, stderr } = folder.run(...args);
  return { status, stdout, output: stdout.toString() + stderr };
}

/** Seconds since the epoch, for `-attime`. */
export const seconds = (at: Date): string => String(Math.floor(at.getTime() / 1000));
