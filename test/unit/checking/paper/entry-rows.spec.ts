import { describe, expect, it } from '@jest/globals';
import { rowAt, rowsOfEntry, settledRows } from '../../../../src/checking/paper/entry-rows.js';
import { PaperNotOpenedError } from '../../../../src/checking/paper/sealed-rows.js';
import type { RoundId } from '../../../../src/core/identifiers.js';
import { sha256 } from '../../../../src/core/sha256.js';

type Source = Parameters<typeof settledRows>[0];

const round = 'round' as RoundId;
const nothing = sha256(new Uint8Array());
const entry = (name: 'first' | 'second') => ({ id: name, name, sha256: nothing });
const unsettled = { page: 1, line: 1, settlement: undefined };

/** Entries without rows, and these differences. */
function source(names: readonly ('first' | 'second')[], differences: readonly object[] = []): Source {
  const pages = [differences];
  const paper = {
    entries: () => Promise.resolve(names.map(entry)),
    async *parts() {
      /* none */
    },
    partWith: () => Promise.resolve(undefined),
    differences: () => Promise.resolve(pages.shift() ?? []),
  };
  return { paper, commissionDecryptionKey: undefined } as unknown as Source;
}

async function collected<Row>(rows: AsyncIterable<Row>): Promise<readonly Row[]> {
  const all: Row[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

describe('the rows of the entries on paper', () => {
  it('are none where nothing was entered, and where both entries are empty', async () => {
    expect(await collected(settledRows(source([]), round))).toEqual([]);
    expect(await collected(settledRows(source(['first', 'second']), round))).toEqual([]);
    expect(await rowAt(source(['first']), round, entry('first'), { page: 1, line: 1 })).toBeUndefined();
  });

  it('are asked for too early with one entry alone, or with a difference that nobody settled', async () => {
    await expect(collected(settledRows(source(['first']), round))).rejects.toThrow('without the other');
    await expect(collected(settledRows(source(['second']), round))).rejects.toThrow('without the other');
    const early = settledRows(source(['first', 'second'], [unsettled]), round);
    await expect(collected(early)).rejects.toThrow('not settled');
  });

  it('are refused where the parts are not those of the entry', async () => {
    const other = { ...entry('first'), sha256: sha256('other') };
    const rows = rowsOfEntry(source(['first']), round, other);
    await expect(collected(rows)).rejects.toBeInstanceOf(PaperNotOpenedError);
  });
});
