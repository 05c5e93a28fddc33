import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { digestSha256 } from '../../core/cryptography.js';
import { errorCode } from '../../core/error-code.js';
import { equalOctets, hex } from '../../core/octets.js';
import type { RevocationArchive } from '../../trust/ports.js';

const digestPattern = /^[0-9a-f]{64}$/;

/**
 * A {@link RevocationArchive} in a folder. `data/ab/abcd….der` is a file named by its SHA-256. `current/<source>`
 * contains such a name. Nothing under `data` is ever overwritten or deleted. A file whose content doesn't have its
 * digest any more counts as missing.
 */
export class FolderRevocationArchive implements RevocationArchive {
  private constructor(private readonly folder: string) {}

  /** Opens the archive, or makes it, and deletes files that a crash left half-written. */
  static async open(folder: string): Promise<FolderRevocationArchive> {
    for (const part of ['data', 'current']) {
      await mkdir(join(folder, part), { recursive: true });
      await clearTemporary(join(folder, part));
    }
    await syncFolder(folder);
    await syncFolder(dirname(folder));
    return new FolderRevocationArchive(folder);
  }

  async put(bytes: Uint8Array): Promise<Uint8Array> {
    // Here and below not on the event loop: a revocation list may have 20 MB.
    const sha256 = await digestSha256(bytes);
    // A damaged file is written again.
    if ((await this.get(sha256)) !== undefined) return sha256;
    const path = this.pathOf(sha256);
    await mkdir(dirname(path), { recursive: true });
    await syncFolder(join(this.folder, 'data'));
    await writeDurably(path, bytes);
    return sha256;
  }

  async get(sha256: Uint8Array): Promise<Uint8Array | undefined> {
    const bytes = await readIfThere(this.pathOf(sha256));
    return bytes !== undefined && equalOctets(await digestSha256(bytes), sha256) ? bytes : undefined;
  }

  async setCurrent(source: string, sha256: Uint8Array): Promise<void> {
    await writeDurably(this.pointerOf(source), Buffer.from(`${hex(sha256)}\n`));
  }

  async current(source: string): Promise<Uint8Array | undefined> {
    const bytes = await readIfThere(this.pointerOf(source));
    const text = Buffer.from(bytes ?? [])
      .toString('latin1')
      .trim();
    return digestPattern.test(text) ? Buffer.from(text, 'hex') : undefined;
  }

  private pathOf(sha256: Uint8Array): string {
    const name = hex(sha256);
    return join(this.folder, 'data', name.slice(0, 2), `${name}.der`);
  }

  private pointerOf(source: string): string {
    return join(this.folder, 'current', encodeURIComponent(source));
  }
}

async function clearTemporary(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (entry.isFile() && entry.name.endsWith(temporarySuffix)) await rm(join(entry.parentPath, entry.name));
  }
}

/**
 * Writes a file so that after a crash at any time it is complete or absent: writes a temporary file beside it, makes
 * its content durable, renames it, and makes the folder durable. Rejects on any failure and leaves no temporary file.
 */
async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${randomUUID()}${temporarySuffix}`;
  try {
    await writeSynced(temporary, bytes);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/**
 * The ending of the name of a file that is being written. A file with this ending that a crash left behind may be
 * deleted.
 */
const temporarySuffix = '.tmp';

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o644);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes the names in a folder durable. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** A file's content, or undefined when there is none. */
async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
