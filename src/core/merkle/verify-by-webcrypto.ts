import { digestSha256 } from '../cryptography.js';
import { equalOctets, joinOctets } from '../octets.js';
import { type InclusionClaim, inclusionSides } from './inclusion-claim.js';

/** The hash of a leaf's data (RFC 9162 §2.1.1), as `hashLeaf`. */
export function hashLeafByWebCrypto(data: Uint8Array): Promise<Uint8Array> {
  return digestSha256(joinOctets([Uint8Array.of(0), data]));
}

/** True when the proof leads from the leaf to the root, as `verifyInclusion`. */
export async function verifyInclusionByWebCrypto(claim: InclusionClaim): Promise<boolean> {
  const sides = inclusionSides(claim);
  if (sides === undefined) return false;
  let hash = claim.leafHash;
  for (const { sibling, isLeft } of sides) {
    const [left, right] = isLeft ? [sibling, hash] : [hash, sibling];
    hash = await digestSha256(joinOctets([Uint8Array.of(1), left, right]));
  }
  return equalOctets(hash, claim.root);
}
