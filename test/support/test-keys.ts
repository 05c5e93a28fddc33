import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { KeyStore } from '../../src/devkit/index.js';

/**
 * The demo keys of a seed in the folder that LIANSHU_TEST_KEYS names, PKCS #8 in DER: each is made once in a run of jest, by whichever
 * spec is the first to need it. Undefined where there is no such folder: then every spec makes its own.
 */
export function testKeys(seed: string): KeyStore | undefined {
  const folder = process.env.LIANSHU_TEST_KEYS;
  if (folder === undefined) return undefined;
  const fileOf = (label: string): string =>
    path.join(folder, createHash('sha256').update(`${seed}\n${label}`).digest('hex'));
  return {
    find: (label) => contentOf(fileOf(label)),
    keep: (label, privateKey) => {
      // Another process may look meanwhile: the file is whole when its name appears.
      const unfinished = path.join(folder, randomUUID());
      writeFileSync(unfinished, privateKey, { mode: 0o600 });
      renameSync(unfinished, fileOf(label));
    },
  };
}

function contentOf(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    // Jest has an Error of its own, so `instanceof` would not hold.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
