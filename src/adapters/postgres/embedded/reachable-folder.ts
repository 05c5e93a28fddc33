import { createHash } from 'node:crypto';
import { lstat, mkdir, rm, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { giveTo, isReachable, type ServiceUser } from './service-user.js';

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
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
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
