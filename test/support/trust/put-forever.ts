/** `put-forever.ts FOLDER`: archives data without end, makes each piece the current one, and prints a line for each. */

import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { FolderRevocationArchive } from '../../../src/adapters/revocation/folder-revocation-archive.js';

const archive = await FolderRevocationArchive.open(process.argv[2]!);
for (;;) {
  const sha256 = await archive.put(randomBytes(200_000));
  await archive.setCurrent('moica', sha256);
  writeSync(1, `${Buffer.from(sha256).toString('hex')}\n`);
}
