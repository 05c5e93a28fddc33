import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { errorCode } from '../../core/error-code.js';
import { sha256Hex } from '../../core/sha256.js';
import type { KeyStore } from './seeded-key.js';

/**
 * Keeps the demo keys of a seed in a folder that is there: a file for each, PrivateKeyInfo (RFC 5208 §5) in DER, named by the SHA-256 of
 * seed and label. Several processes may share it: whichever is the first to need a key makes it.
 */
export function keyFolder(folder: string, seed: string): KeyStore {
  const fileOf = (label: string): string => path.join(folder, sha256Hex(`${seed}\n${label}`));
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
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
