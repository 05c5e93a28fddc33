export { openCase, registerCase, registration, roundKeyOf, signSubmission, valueOf } from './lead.js';
export { caseNumber, commissionKeyOf, connectPlatform, type TestPlatform } from './platform.js';
