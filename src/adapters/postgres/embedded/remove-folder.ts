import { readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Removes the folder of an embedded PostgreSQL that is not running, and the place it points to where it lies elsewhere. */
export async function removePostgresFolder(folder: string): Promise<void> {
  const elsewhere = await readlink(join(folder, 'elsewhere')).catch(() => undefined);
  if (elsewhere !== undefined) await rm(elsewhere, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
}
