export { sortedCommitments } from './commitments.js';
export { hashLeaf } from './hashing.js';
export { inclusionProof, merkleRoot, MerkleTree } from './tree.js';
export { type InclusionClaim, verifyInclusion } from './verify.js';
