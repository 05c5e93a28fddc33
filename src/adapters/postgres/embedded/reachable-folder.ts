import { chown, lstat, mkdir, readFile, readlink, rm, symlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { errorCode } from '../../../core/error-code.js';
import { sha256Hex } from '../../../core/sha256.js';

const fallbackParent = '/var/tmp';

/**
 * Makes the folder with mode 0700 and gives it to the service user. If that user can't reach it (it is in root's home,
 * for example), makes a folder in /var/tmp instead, named after it. The file `elsewhere` in the wanted folder then
 * names that place.
 */
export async function reachableFolder(folder: string, user: ServiceUser | undefined): Promise<string> {
  // Missing folders above it are made accessible to everybody, so that the service user can reach it.
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await giveTo(user, folder);
  if (await isReachable(user, folder)) return folder;
  const name = sha256Hex(folder).slice(0, 16);
  const place = join(fallbackParent, `lianshu-${name}`);
  await ownFolder(place, user);
  await rm(join(folder, 'elsewhere'), { force: true });
  await symlink(place, join(folder, 'elsewhere'));
  return place;
}

/**
 * Makes or checks the folder. Anybody can make a folder in /var/tmp, so an existing one must be ours: not a link, and
 * not another user's.
 */
async function ownFolder(place: string, user: ServiceUser | undefined): Promise<void> {
  await mkdir(place, { mode: 0o700 }).catch((error: unknown) => {
    if (errorCode(error) !== 'EEXIST') throw error;
  });
  const { uid, mode } = await lstat(place);
  const ours = uid === user?.uid || uid === process.getuid?.();
  if (!ours || (mode & 0o777) !== 0o700) throw new Error(`${place} exists and is not ours`);
  await giveTo(user, place);
}

/** The user that PostgreSQL runs as, if it isn't the current one. */
export interface ServiceUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root. So under root it runs as `postgres`, or as `nobody` if there is no such user.
 * Undefined for any other user: PostgreSQL runs as that user.
 */
export async function serviceUser(): Promise<ServiceUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const entry = users.find((fields) => fields[0] === name);
    if (entry !== undefined) return { uid: Number(entry[2]), gid: Number(entry[3]) };
  }
  throw new Error('PostgreSQL does not run as root, and there is neither a user "postgres" nor "nobody"');
}

/** Gives the file or folder to the service user. Does nothing where PostgreSQL runs as the current user. */
export async function giveTo(user: ServiceUser | undefined, path: string): Promise<void> {
  if (user !== undefined) await chown(path, user.uid, user.gid);
}

/** Whether the service user can reach this path. It can't reach a clone in root's home, which has mode 0700. */
export async function isReachable(user: ServiceUser | undefined, path: string): Promise<boolean> {
  if (user === undefined) return true;
  for (let folder = resolve(path); folder !== dirname(folder); folder = dirname(folder)) {
    const { mode, uid } = await lstat(folder);
    if (uid !== user.uid && (mode & 0o001) === 0) return false;
  }
  return true;
}

/** Removes the folder of an embedded PostgreSQL that is not running, and the other folder if `elsewhere` names one. */
export async function removePostgresFolder(folder: string): Promise<void> {
  const elsewhere = await readlink(join(folder, 'elsewhere')).catch(() => undefined);
  if (elsewhere !== undefined) await rm(elsewhere, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
}
