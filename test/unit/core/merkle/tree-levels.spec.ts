import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  inclusionProof,
  merkleRoot,
  merkleRootInTurns,
  type NodeReader,
  proofNodes,
  readInclusionProof,
  treeLevels,
  treeLevelsInTurns,
} from '../../../../src/core/merkle/index.js';

const leaves = (count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, index) => createHash('sha256').update(String(index)).digest());
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Reads from levels that are kept in memory. */
const readerOf =
  (levels: readonly Uint8Array[]): NodeReader =>
  (nodes) =>
    Promise.resolve(
      nodes.map(({ level, place }) => levels[level]?.subarray(place * 32, place * 32 + 32) ?? Buffer.of()),
    );

describe('the levels of a tree', () => {
  it('are none without leaves', () => {
    expect(treeLevels([])).toEqual([]);
  });

  it.each([1, 2, 3, 7, 8, 9, 255, 256, 257])('of %i leaves end in the root', (count) => {
    const levels = treeLevels(leaves(count));
    expect(hex(levels.at(-1) ?? Buffer.of())).toBe(hex(merkleRoot(leaves(count))));
  });

  it('prove what all leaves prove, at every size up to 300 and every place', async () => {
    for (let count = 1; count <= 300; count += 1) {
      const data = leaves(count);
      const read = readerOf(treeLevels(data));
      // Every place of the small trees; of the large ones the edges and some between.
      const places = [...data.keys()].filter((place) => count < 40 || place % 37 === 0 || place > count - 3);
      for (const index of places)
        expect([index, count, (await readInclusionProof(index, count, read)).map(hex)]).toEqual([
          index,
          count,
          inclusionProof(data, index).map(hex),
        ]);
    }
  });
});

describe('the nodes of a proof', () => {
  it.each([1, 2, 3, 1000, 100_000, 2 ** 32 + 1])('of %i leaves are at most log2 of them', (count) => {
    for (const index of [0, Math.floor(count / 2), count - 1])
      expect(proofNodes(index, count).length).toBeLessThanOrEqual(Math.ceil(Math.log2(count)));
  });

  it.each([-1, 3, 0.5, NaN])('are none for leaf %p of three', (index) => {
    expect(() => proofNodes(index, 3)).toThrow(RangeError);
  });

  it.each<[string, NodeReader]>([
    ['are fewer', () => Promise.resolve([])],
    ['are short', (nodes) => Promise.resolve(nodes.map(() => new Uint8Array(31)))],
  ])('that %s make no proof', async (_what, read) => {
    await expect(readInclusionProof(0, 3, read)).rejects.toThrow('not there');
  });
});

it.each([0, 1, 5, 8_193])('the levels of %i leaves are the same made in turns', async (count) => {
  let pauses = 0;
  const pause = (): Promise<void> => {
    pauses += 1;
    return Promise.resolve();
  };
  expect(await treeLevelsInTurns(leaves(count), pause)).toEqual(treeLevels(leaves(count)));
  expect(pauses > 0).toBe(count > 1);
  expect(await merkleRootInTurns(leaves(count), pause)).toEqual(merkleRoot(leaves(count)));
});
