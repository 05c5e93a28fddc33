export { type InclusionClaim, verifyInclusion } from './inclusion-proof.js';
export { hashLeaf, inclusionProof, merkleRoot, MerkleTree, sortedCommitments } from './tree.js';
