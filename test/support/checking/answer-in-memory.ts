import { readAnswer } from '../../../src/checking/exchange/moi-answer.js';
import type { BatchIdentity } from '../../../src/checking/exchange/roster.js';
import { ok } from '../../../src/core/result.js';

/** Reads the answer that these files are, by name, in clear text. */
export function answerIn(
  files: ReadonlyMap<string, Uint8Array>,
  identity: BatchIdentity,
  rows: number,
): ReturnType<typeof readAnswer> {
  const content = (name: string) => Promise.resolve(ok(files.get(name) ?? new Uint8Array()));
  return readAnswer(
    { names: [...files.keys()].filter((name) => files.get(name) !== undefined), content },
    identity,
    rows,
  );
}
