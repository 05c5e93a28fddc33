export { secondOpinionOnCountersignature } from './countersignature.js';
export { secondOpinion, type SignedContent } from './signed-data.js';
