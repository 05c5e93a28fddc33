import { encodeBase64 } from '../../core/encodings.js';
import { saveFile } from '../parts/save-file';
import type { CopyTarget } from './sealed-copy';

/** The File System Access API, which not every browser has. */
interface WithDirectoryPicker {
  showDirectoryPicker?: (options: {
    readonly mode: 'readwrite';
    readonly id: string;
  }) => Promise<FileSystemDirectoryHandle>;
}

/** Whether the browser can write files into a folder that the person chooses. */
export function canWriteFolders(): boolean {
  return typeof (globalThis as WithDirectoryPicker).showDirectoryPicker === 'function';
}

/** Asks for a folder; undefined where the person chooses none. Call it in the person's click. */
export async function chooseFolder(): Promise<CopyTarget | undefined> {
  const root = await (globalThis as WithDirectoryPicker)
    .showDirectoryPicker?.({ mode: 'readwrite', id: 'lianshu-records' })
    .catch(() => undefined);
  return root === undefined ? undefined : new FolderTarget(root);
}

class FolderTarget implements CopyTarget {
  private readonly folders = new Map<string, Promise<FileSystemDirectoryHandle>>();

  constructor(private readonly root: FileSystemDirectoryHandle) {}

  async write(name: string, content: Uint8Array): Promise<void> {
    const at = name.indexOf('/');
    const folder = at < 0 ? this.root : await this.folder(name.slice(0, at));
    const file = await folder.getFileHandle(name.slice(at + 1), { create: true });
    const writable = await file.createWritable();
    await writable.write(Uint8Array.from(content));
    await writable.close();
  }

  private folder(name: string): Promise<FileSystemDirectoryHandle> {
    const known = this.folders.get(name) ?? this.root.getDirectoryHandle(name, { create: true });
    this.folders.set(name, known);
    return known;
  }
}

/** Gathers all files in one: a line of JSON each, `{"name": …, "content": base64}`, for browsers that write no folders. */
export class OneFileTarget implements CopyTarget {
  private readonly lines: string[] = [];
  private readonly gathered: Blob[] = [];

  write(name: string, content: Uint8Array): Promise<void> {
    this.lines.push(`${JSON.stringify({ name, content: encodeBase64(content) })}\n`);
    // A Blob may lie on the disk, a text can't.
    if (this.lines.length >= 1000) this.gather();
    return Promise.resolve();
  }

  /** Has the browser save what was gathered. */
  save(name: string): void {
    this.gather();
    saveFile(name, this.gathered, 'application/x-ndjson');
  }

  private gather(): void {
    this.gathered.push(new Blob(this.lines.splice(0)));
  }
}
