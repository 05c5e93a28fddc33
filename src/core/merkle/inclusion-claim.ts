/** A claim that a leaf is in a tree. */
export interface InclusionClaim {
  readonly leafHash: Uint8Array;
  readonly index: number;
  readonly treeSize: number;
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** A hash of a proof, and on which side of the hash so far it stands. */
interface Side {
  readonly sibling: Uint8Array;
  readonly isLeft: boolean;
}

/**
 * The sides of a proof's hashes, from the leaf up (RFC 9162 §2.1.3.2), in arithmetic that is exact beyond 32 bits. Undefined where there is
 * no such leaf, a hash is not 32 octets long, or the proof has too many or too few.
 */
export function inclusionSides(claim: InclusionClaim): readonly Side[] | undefined {
  const { leafHash, index, treeSize, proof, root } = claim;
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(treeSize)) return undefined;
  if (index < 0 || index >= treeSize) return undefined;
  if ([leafHash, root, ...proof].some((hash) => hash.length !== 32)) return undefined;
  return sidesFrom(index, treeSize, proof);
}

function sidesFrom(
  index: number,
  treeSize: number,
  proof: readonly Uint8Array[],
): readonly Side[] | undefined {
  const sides: Side[] = [];
  let node = index;
  let last = treeSize - 1;
  for (const sibling of proof) {
    if (last === 0) return undefined;
    const isLeft = node % 2 === 1 || node === last;
    sides.push({ sibling, isLeft });
    if (isLeft) while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)];
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 ? sides : undefined;
}
