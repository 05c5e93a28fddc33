export type { InclusionClaim } from './inclusion-claim.js';
export { inclusionProof, verifyInclusion } from './inclusion-proof.js';
export { hashLeaf, merkleRoot, MerkleTree, sortedCommitments } from './tree.js';
export {
  merkleRootInTurns,
  type NodeReader,
  proofNodes,
  readInclusionProof,
  treeLevels,
  treeLevelsInTurns,
  type TreeNode,
} from './tree-levels.js';
