import { chown, lstat, readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

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
