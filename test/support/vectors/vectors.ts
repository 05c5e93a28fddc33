import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, it } from '@jest/globals';

const folder =
  process.env.LIANSHU_VECTORS ?? fileURLToPath(new URL('../../../../shared/vectors', import.meta.url));

/** The path of a file of the conformance vectors. They are not part of this repository. */
export const vectorPath = (...parts: readonly string[]): string => join(folder, ...parts);

/** `describe` for a folder of vectors. If the folder is missing, there is one skipped test instead. */
export function describeVectors(name: string, run: () => void): void {
  if (existsSync(vectorPath(name))) describe(`vectors ${name}`, run);
  else
    describe(`vectors ${name}`, () =>
      it.skip(`NOT RUN: no ${vectorPath(name)} (README, Test vectors)`, () => undefined));
}

/** The cases of a folder of vectors (`cases.json`, described in the folder's README). */
export function vectorCases(name: string): unknown {
  return JSON.parse(readFileSync(vectorPath(name, 'cases.json'), 'utf8'));
}

/** The blocks of a PEM file, by label. */
export function pemBlocks(path: string): ReadonlyMap<string, Uint8Array> {
  const blocks = /-----BEGIN ([A-Z0-9 ]+)-----([^-]+)-----END \1-----/g;
  return new Map(
    [...readFileSync(path, 'latin1').matchAll(blocks)].map(([, label, text]) => [
      label!,
      Buffer.from(text!, 'base64'),
    ]),
  );
}
