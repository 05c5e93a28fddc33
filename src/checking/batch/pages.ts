import type { Commitment } from '../../core/identifiers.js';

/** Pages in the order of commitments, from after `start` to the first empty one. */
export async function* pages<Item extends { readonly commitment: Commitment }>(
  start: Commitment | undefined,
  read: (after: Commitment | undefined) => Promise<readonly Item[]>,
): AsyncGenerator<readonly Item[]> {
  for (let after = start; ;) {
    const page = await read(after);
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = last.commitment;
  }
}
