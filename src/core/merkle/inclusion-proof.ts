import { equalOctets } from '../octets.js';
import { hashChildren, merkleRoot } from './tree.js';

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
