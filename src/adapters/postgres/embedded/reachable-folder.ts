import { chown, lstat, mkdir, readFile, readlink, rm, symlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { sha256Hex } from '../../../core/sha256.js';

const fallbackParent = '/var/tmp';

/**
 * The folder asked for, made with mode 0700 and given to the service user. Where it lies behind a closed folder (root's
 * own home, say), a folder in /var/tmp named after it instead, which `elsewhere` inside the asked-for folder points to.
 */
export async function reachableFolder(folder: string, user: ServiceUser | undefined): Promise<string> {
  // Folders above it that are missing are made for everybody to walk through, or the service user couldn't.
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

/** Anybody can make a folder there, so one that exists must be ours: not a link, not another's. */
async function ownFolder(place: string, user: ServiceUser | undefined): Promise<void> {
  await mkdir(place, { mode: 0o700 }).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  });
  const { uid, mode } = await lstat(place);
  const ours = uid === user?.uid || uid === process.getuid?.();
  if (!ours || (mode & 0o777) !== 0o700) throw new Error(`${place} exists and is not ours`);
  await giveTo(user, place);
}

/** Whom PostgreSQL runs as, when not as ourselves. */
export interface ServiceUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root, so root hands it to `postgres`, or to `nobody` where there is no such user.
 * Anyone else runs it as themselves: undefined.
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

/** Gives the file or folder to the service user; nothing to do where PostgreSQL runs as ourselves. */
export async function giveTo(user: ServiceUser | undefined, path: string): Promise<void> {
  if (user !== undefined) await chown(path, user.uid, user.gid);
}

/** Whether the service user can walk to this path: a clone in root's own home lies behind a folder of mode 0700. */
export async function isReachable(user: ServiceUser | undefined, path: string): Promise<boolean> {
  if (user === undefined) return true;
  for (let folder = resolve(path); folder !== dirname(folder); folder = dirname(folder)) {
    const { mode, uid } = await lstat(folder);
    if (uid !== user.uid && (mode & 0o001) === 0) return false;
  }
  return true;
}

/** Removes the folder of an embedded PostgreSQL that is not running, and the place it points to where it lies elsewhere. */
export async function removePostgresFolder(folder: string): Promise<void> {
  const elsewhere = await readlink(join(folder, 'elsewhere')).catch(() => undefined);
  if (elsewhere !== undefined) await rm(elsewhere, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
}
