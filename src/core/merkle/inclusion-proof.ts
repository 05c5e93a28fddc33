import { equalOctets } from '../octets.js';
import { hashChildren, hashLeaf, merkleRoot } from './tree.js';

/** A claim that a leaf is in a tree. */
export interface InclusionClaim {
  readonly leafHash: Uint8Array;
  readonly index: number;
  readonly treeSize: number;
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** True when the proof leads from the leaf to the root (RFC 9162 §2.1.3.2). */
export function verifyInclusion({ leafHash, index, treeSize, proof, root }: InclusionClaim): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(treeSize)) return false;
  if (index < 0 || index >= treeSize) return false;
  if ([leafHash, root, ...proof].some((hash) => hash.length !== 32)) return false;
  const computed = rootFrom(leafHash, index, treeSize, proof);
  return computed !== undefined && equalOctets(computed, root);
}

/** The steps of RFC 9162 §2.1.3.2, in arithmetic that is exact beyond 32 bits. */
function rootFrom(
  leafHash: Uint8Array,
  index: number,
  treeSize: number,
  proof: readonly Uint8Array[],
): Uint8Array | undefined {
  let node = index;
  let last = treeSize - 1;
  let hash = leafHash;
  for (const sibling of proof) {
    if (last === 0) return undefined;
    if (node % 2 === 1 || node === last) {
      hash = hashChildren(sibling, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)];
    } else {
      hash = hashChildren(hash, sibling);
    }
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 ? hash : undefined;
}

/**
 * The inclusion proof (RFC 9162 §2.1.3.1) of the leaf at `index`: the siblings from the leaf up to the root. Throws when
 * there is no such leaf. Linear in the leaves.
 */
export function inclusionProof(leaves: readonly Uint8Array[], index: number): Uint8Array[] {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length) throw new RangeError('no such leaf');
  const proof: Uint8Array[] = [];
  let start = 0;
  let end = leaves.length;
  while (end - start > 1) {
    const middle = start + largestPowerOfTwoBelow(end - start);
    const inLeft = index < middle;
    proof.push(merkleRoot(inLeft ? leaves.slice(middle, end) : leaves.slice(start, middle)));
    if (inLeft) end = middle;
    else start = middle;
  }
  return proof.reverse();
}

function largestPowerOfTwoBelow(count: number): number {
  return 2 ** (31 - Math.clz32(count - 1));
}

/**
 * All nodes of a published round's Merkle tree (RFC 9162 §2.1), 32 bytes each and about twice as many as leaves, so that a
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
