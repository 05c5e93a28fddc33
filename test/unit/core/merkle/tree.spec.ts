import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Commitment } from '../../../../src/core/identifiers.js';
import {
  hashLeaf,
  inclusionProof,
  merkleRoot,
  sortedCommitments,
  verifyInclusion,
} from '../../../../src/core/merkle/index.js';

const sha256 = (...parts: Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();
const leaves = (count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, index) => sha256(Buffer.from([index])));

/** RFC 9162 §2.1.1, word for word. */
function definition(data: Uint8Array[]): Uint8Array {
  if (data.length === 0) return sha256();
  if (data.length === 1) return sha256(Buffer.from([0]), data[0]!);
  let k = 1;
  while (k * 2 < data.length) k *= 2;
  return sha256(Buffer.from([1]), definition(data.slice(0, k)), definition(data.slice(k)));
}

describe('a Merkle tree', () => {
  it.each(Array.from({ length: 34 }, (_, count) => count))(
    'of %i leaves has the root RFC 9162 defines',
    (count) => {
      expect(merkleRoot(leaves(count))).toEqual(definition(leaves(count)));
    },
  );

  it.each([1, 2, 3, 7, 8, 9, 33])('of %i leaves proves each of them, and nothing else', (count) => {
    const data = leaves(count);
    const root = merkleRoot(data);
    for (let index = 0; index < count; index++) {
      const proof = inclusionProof(data, index);
      const claim = { leafHash: hashLeaf(data[index]!), index, treeSize: count, proof, root };
      expect(verifyInclusion(claim)).toBe(true);
      expect(verifyInclusion({ ...claim, leafHash: hashLeaf(root) })).toBe(false);
      expect(verifyInclusion({ ...claim, proof: [...proof, root] })).toBe(false);
      if (count > 1) expect(verifyInclusion({ ...claim, proof: proof.slice(1) })).toBe(false);
      if (count > 1) expect(verifyInclusion({ ...claim, index: (index + 1) % count })).toBe(false);
    }
  });

  it.each([-1, 3, 0.5, NaN])('has no leaf %p of three', (index) => {
    expect(() => inclusionProof(leaves(3), index)).toThrow(RangeError);
  });

  it.each([
    ['an index that is no integer', { index: 0.5 }],
    ['a size that is no integer', { treeSize: Infinity }],
    ['an index before the first', { index: -1 }],
    ['a short root', { root: new Uint8Array(31) }],
  ])('refuses a claim with %s', (_what, edit) => {
    const leaf = leaves(1)[0]!;
    const claim = { leafHash: hashLeaf(leaf), index: 0, treeSize: 1, proof: [], root: merkleRoot([leaf]) };
    expect(verifyInclusion({ ...claim, ...edit })).toBe(false);
  });

  it('does not depend on the order in which commitments came', () => {
    const commitments = leaves(20) as Commitment[];
    const root = merkleRoot(sortedCommitments(commitments));
    expect(merkleRoot(sortedCommitments(commitments.toReversed()))).toEqual(root);
  });
});
