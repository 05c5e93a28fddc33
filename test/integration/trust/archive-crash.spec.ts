import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FolderRevocationArchive } from '../../../src/adapters/revocation/folder-revocation-archive.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lianshu-crash-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Lets a process archive data, and kills it while it writes the piece after this many. */
async function killAfter(acknowledgements: number): Promise<string[]> {
  const options = ['dist/test/support/trust/put-forever.js', folder];
  const child = spawn(process.execPath, options, { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const digests: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    digests.push(line);
    if (digests.length === acknowledgements) child.kill('SIGKILL');
  }
  await exited;
  return digests;
}

const filesUnder = async (part: string): Promise<string[]> =>
  (await readdir(join(folder, part), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('FolderRevocationArchive, killed while it writes', () => {
  it.each([1, 2, 5, 20])(
    'has all it acknowledged, and nothing in part: after %d',
    async (acknowledgements) => {
      const digests = await killAfter(acknowledgements);
      expect(digests.length).toBeGreaterThanOrEqual(acknowledgements);
      const archive = await FolderRevocationArchive.open(folder);
      for (const digest of digests) expect(await archive.get(Buffer.from(digest, 'hex'))).toBeDefined();
      for (const file of await filesUnder('data')) {
        const name = createHash('sha256')
          .update(await readFile(file))
          .digest('hex');
        expect(file.endsWith(`${name}.der`)).toBe(true);
      }
      const current = await archive.current('moica');
      expect(current && (await archive.get(current))).toBeDefined();
      expect(await filesUnder('current')).toHaveLength(1);
    },
  );
});
