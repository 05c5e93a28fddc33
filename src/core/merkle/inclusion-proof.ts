import { equalOctets } from '../octets.js';
import { type InclusionClaim, inclusionSides } from './inclusion-claim.js';
import { hashChildren, merkleRoot } from './tree.js';

/** True when the proof leads from the leaf to the root (RFC 9162 §2.1.3.2). `verifyInclusionByWebCrypto` does the same in a browser. */
export function verifyInclusion(claim: InclusionClaim): boolean {
  const sides = inclusionSides(claim);
  if (sides === undefined) return false;
  const root = sides.reduce(
    (hash, { sibling, isLeft }) => (isLeft ? hashChildren(sibling, hash) : hashChildren(hash, sibling)),
    claim.leafHash,
  );
  return equalOctets(root, claim.root);
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
