export { type PathErrorCode, type PathFailure, type PathResult } from './errors.js';
export { type PolicyInputs } from './path-state.js';
export { type ValidPath } from './path-validation.js';
export { type TrustAnchor, trustAnchor } from './trust-anchor.js';
export { maximumCandidates, type PathInput, validatePath } from './validate-path.js';
export { defaultWorkLimits, WorkBudget, type WorkLimits } from './work-budget.js';
