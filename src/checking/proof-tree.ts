import { hashChildren, hashLeaf } from '../core/merkle/hashing.js';

/**
 * All nodes of a published round's Merkle tree (RFC 9162 2.1), 32 bytes each and about twice as many as leaves, so that a
 * proof costs some twenty copies. A node without a sibling moves up as it is, which is the standard's uneven split.
 */
export class ProofTree {
  private readonly levels: Buffer[];

  /** `leaves` in the tree's order. */
  constructor(leaves: readonly Uint8Array[]) {
    const lowest = Buffer.alloc(leaves.length * 32);
    for (const [index, leaf] of leaves.entries()) lowest.set(hashLeaf(leaf), index * 32);
    this.levels = [lowest];
    for (let level: Buffer = lowest; level.length > 32; this.levels.push(level)) level = parentsOf(level);
  }

  /** The hashes that lead from this leaf to the root, lowest first. */
  proof(index: number): readonly Uint8Array[] {
    const siblings: Uint8Array[] = [];
    let place = index;
    for (const level of this.levels) {
      const sibling = nodeAt(level, place ^ 1);
      if (sibling !== undefined) siblings.push(sibling);
      place >>= 1;
    }
    return siblings;
  }
}

function parentsOf(level: Buffer): Buffer {
  const parents = Buffer.alloc(Math.ceil(level.length / 64) * 32);
  for (let place = 0; place < level.length; place += 64) {
    const left = level.subarray(place, place + 32);
    const right = level.subarray(place + 32, place + 64);
    parents.set(right.length === 0 ? left : hashChildren(left, right), place / 2);
  }
  return parents;
}

function nodeAt(level: Buffer, place: number): Uint8Array | undefined {
  const node = level.subarray(place * 32, place * 32 + 32);
  return node.length === 32 ? Uint8Array.from(node) : undefined;
}
