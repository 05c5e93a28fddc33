import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Names a folder for the demo keys of this run of jest: each is made once, by whichever spec or demo is the first to need it. */
export default async function makeDemoKeysFolder(): Promise<void> {
  process.env.LIANSHU_DEMO_KEYS = await mkdtemp(join(tmpdir(), 'lianshu-keys-'));
}
