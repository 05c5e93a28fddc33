export type { PolicyInputs } from './certificate-processing.js';
export type { PathErrorCode, PathFailure, PathResult } from './errors.js';
export type { ValidPath } from './path-validation.js';
export { type TrustAnchor, trustAnchor } from './trust-anchor.js';
export { maximumCandidates, type PathInput, validatePath } from './validate-path.js';
export { defaultWorkLimits, WorkBudget, type WorkLimits } from './work-budget.js';
