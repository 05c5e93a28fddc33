export { type InclusionClaim, inclusionProof, ProofTree, verifyInclusion } from './inclusion-proof.js';
export { hashLeaf, merkleRoot, MerkleTree, sortedCommitments } from './tree.js';
