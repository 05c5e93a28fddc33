import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PostgresBinaries, postgresBinaries, relocated } from './binaries.js';
import { reachableFolder } from './reachable-folder.js';
import { PostgresNotStarted } from './postgres-not-started.js';
import { giveTo, isReachable, type ServiceUser, serviceUser } from './service-user.js';

/** A prepared data folder and what is needed to serve it. */
export interface Cluster {
  readonly binaries: PostgresBinaries;
  readonly user: ServiceUser | undefined;
  /** PostgreSQL's data folder. */
  readonly data: string;
  readonly password: string;
}

/**
 * Makes the folder ready, or takes it as it was left: `data` (initdb: UTF-8, SCRAM for every connection, checksums) and
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

/** The programs where they are, or, when the service user can't walk there, a copy beside the data. */
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
  // A folder without PG_VERSION is an initdb that was cut short.
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
