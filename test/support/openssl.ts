import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The result of a run of `openssl`. */
interface Run {
  readonly status: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** A temporary folder in which a test runs `openssl`. Arguments name a file of the folder by its name alone. */
export class OpensslFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'lianshu-openssl-'));

  put(name: string, content: Uint8Array | string): string {
    writeFileSync(join(this.path, name), content);
    return name;
  }

  get(name: string): Buffer {
    return readFileSync(join(this.path, name));
  }

  run(...args: readonly string[]): Run {
    const { status, stdout, stderr } = spawnSync('openssl', args, { cwd: this.path });
    return { status, stdout, stderr: stderr.toString() };
  }

  /** As `run`, but returns standard output, and throws if the exit code is not 0. */
  must(...args: readonly string[]): Buffer {
    const { status, stdout, stderr } = this.run(...args);
    if (status !== 0) throw new Error(`openssl ${args.join(' ')}: ${stderr}`);
    return stdout;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
