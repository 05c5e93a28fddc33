import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from '../core/error-code.js';
import { StartFailure } from './start-failure.js';

/**
 * Writes a file beside the home that shows that a demo runs in it. Returns a function that removes the file. The home is emptied
 * at each start.
 */
export async function claimHome(home: string): Promise<() => Promise<void>> {
  const file = `${home}.running`;
  await mkdir(path.dirname(home), { recursive: true });
  const claim = (): Promise<void> => writeFile(file, String(process.pid), { flag: 'wx' });
  await claim().catch(async (error: unknown) => {
    if (errorCode(error) !== 'EEXIST') throw error;
    const pid = Number(await readFile(file, 'utf8'));
    if (isAlive(pid)) throw new StartFailure({ code: 'demo-running', values: { pid, file } });
    // A demo that was killed left the file.
    await rm(file, { force: true });
    await claim();
  });
  return () => rm(file, { force: true });
}

/** Whether the process exists, also if it belongs to another user. */
function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}
