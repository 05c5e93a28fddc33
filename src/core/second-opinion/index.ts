export { secondOpinionOnCountersignature } from './countersignature.js';
export { secondOpinion, type SignedContent } from './signed-content.js';
