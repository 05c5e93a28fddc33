import { constants, fsyncSync, openSync, closeSync } from 'node:fs';
import { link, mkdir, open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { errorCode } from '../../core/error-code.js';

/** Every permission of the group and of all others (POSIX). */
const othersMay = 0o077;

/**
 * A folder of small secret files, readable only by their owner. A file is durable before its name appears, and a file
 * is only overwritten by {@link replace}. So two processes that make the same key at the same time get the same one.
 */
export class KeyFolder {
  constructor(readonly folder: string) {}

  /** The file's bytes, or undefined when it isn't there. */
  async read(name: string): Promise<Uint8Array | undefined> {
    try {
      return await readFile(path.join(this.folder, name));
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** The file's bytes. If the file isn't there, it is made with `create` and durable on disk first. */
  async readOrCreate(name: string, create: () => Uint8Array): Promise<Uint8Array> {
    const existing = await this.read(name);
    if (existing !== undefined) return existing;
    await this.createOnce(name, create());
    const created = await this.read(name);
    if (created === undefined) throw new Error(`key file vanished: ${name}`);
    return created;
  }

  /** Puts one file in the place of another, which is gone then. */
  async replace(from: string, to: string): Promise<void> {
    await rename(path.join(this.folder, from), path.join(this.folder, to));
    this.syncFolder(to);
  }

  /** Removes the file. No error when it isn't there. */
  async remove(name: string): Promise<void> {
    try {
      await unlink(path.join(this.folder, name));
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error;
    }
    this.syncFolder(name);
  }

  /**
   * What others than the owner may read, write or search: the folder itself as `.`, and its files and folders by path, but for the
   * files that are `meantForAll`. Empty on Windows, which has no such modes.
   */
  async openToOthers(meantForAll: readonly string[]): Promise<readonly string[]> {
    if (process.platform === 'win32') return [];
    const found = await readdir(this.folder, { recursive: true });
    const names = ['.', ...found.filter((name) => !meantForAll.includes(name)).sort()];
    const modes = await Promise.all(names.map((name) => modeOf(path.join(this.folder, name))));
    return names.filter((_name, i) => ((modes[i] ?? 0) & othersMay) !== 0);
  }

  private async createOnce(name: string, bytes: Uint8Array): Promise<void> {
    const file = path.join(this.folder, name);
    // Only this folder is made private. The data of a local PostgreSQL beside it may belong to another user.
    await mkdir(path.dirname(this.folder), { recursive: true });
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    const temporary = `${file}.${randomUUID()}.new`;
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    // link() fails if the name exists; rename() would replace the file.
    await link(temporary, file).catch((error: unknown) => {
      if (errorCode(error) !== 'EEXIST') throw error;
    });
    await unlink(temporary);
    this.syncFolder(name);
  }

  private syncFolder(name: string): void {
    const descriptor = openSync(path.dirname(path.join(this.folder, name)), constants.O_RDONLY);
    fsyncSync(descriptor);
    closeSync(descriptor);
  }
}

/** The permissions of a file or folder, or undefined when another process has removed it. */
async function modeOf(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).mode;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
