import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FolderRevocationArchive } from '../../../src/adapters/revocation/folder-revocation-archive.js';

const bytes = Buffer.from('a revocation list');
const sha256 = createHash('sha256').update(bytes).digest();
let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'lianshu-archive-')), 'archive');
});
afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }));

const files = async (): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();

const dataPath = (): string =>
  join(folder, 'data', sha256.toString('hex').slice(0, 2), `${sha256.toString('hex')}.der`);

describe('FolderRevocationArchive', () => {
  it('returns what was put, also when opened again', async () => {
    const archive = await FolderRevocationArchive.open(folder);
    expect(await archive.put(bytes)).toEqual(sha256);
    await archive.setCurrent('moica', sha256);
    const again = await FolderRevocationArchive.open(folder);
    expect(await again.get(sha256)).toEqual(bytes);
    expect(await again.current('moica')).toEqual(sha256);
    expect(await again.current('grca')).toBeUndefined();
    expect(await again.get(createHash('sha256').digest())).toBeUndefined();
  });

  it('puts the same bytes once', async () => {
    const archive = await FolderRevocationArchive.open(folder);
    await archive.put(bytes);
    const before = await stat(dataPath());
    await archive.put(bytes);
    expect((await stat(dataPath())).ino).toBe(before.ino);
    expect(await files()).toHaveLength(1);
  });

  it('serves many callers at the same time', async () => {
    const archive = await FolderRevocationArchive.open(folder);
    const put = await Promise.all(Array.from({ length: 20 }, () => archive.put(bytes)));
    expect(put.every((each) => sha256.equals(each))).toBe(true);
    expect(await files()).toHaveLength(1);
  });

  it.each([
    ['a byte changed', (path: string) => writeFile(path, 'b revocation list')],
    ['cut short', (path: string) => writeFile(path, bytes.subarray(0, 5))],
    ['emptied', (path: string) => writeFile(path, '')],
    ['deleted', (path: string) => rm(path)],
  ])('never answers a file %s, and writes it anew', async (_edit, edit) => {
    const archive = await FolderRevocationArchive.open(folder);
    await archive.put(bytes);
    await edit(dataPath());
    expect(await archive.get(sha256)).toBeUndefined();
    await archive.put(bytes);
    expect(await archive.get(sha256)).toEqual(bytes);
  });

  it('deletes files that a crash left half-written, and nothing else', async () => {
    const archive = await FolderRevocationArchive.open(folder);
    await archive.put(bytes);
    await archive.setCurrent('moica', sha256);
    await writeFile(`${dataPath()}.1234.tmp`, bytes.subarray(0, 3));
    await writeFile(join(folder, 'current', 'moica.99.tmp'), 'abc');
    await FolderRevocationArchive.open(folder);
    expect(await files()).toEqual([`${sha256.toString('hex')}.der`, 'moica'].sort());
    expect(await archive.current('moica')).toEqual(sha256);
  });

  it.each([
    ['empty', ''],
    ['cut short', sha256.toString('hex').slice(0, 40)],
    ['a path', '../../../../etc/passwd'],
  ])('takes a pointer that is %s for none', async (_case, content) => {
    const archive = await FolderRevocationArchive.open(folder);
    await writeFile(join(folder, 'current', 'moica'), content);
    expect(await archive.current('moica')).toBeUndefined();
  });

  it('rejects where it cannot write, and leaves no file', async () => {
    const archive = await FolderRevocationArchive.open(folder);
    await mkdir(dataPath(), { recursive: true });
    await expect(archive.put(bytes)).rejects.toThrow();
    await mkdir(join(folder, 'current', 'moica'));
    await expect(archive.setCurrent('moica', sha256)).rejects.toThrow();
    expect(await files()).toEqual([]);
  });
});
