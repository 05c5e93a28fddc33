import { rm } from 'node:fs/promises';

/** Removes the folder that the setup made. */
export default async function removeDemoKeysFolder(): Promise<void> {
  await rm(process.env.LIANSHU_DEMO_KEYS ?? '', { recursive: true, force: true });
}
