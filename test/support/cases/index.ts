export { openCase, registerCase, registration, roundKeyOf, signSubmission, valueOf } from './lead.js';
export { seenOf, serveCases, testOrigin } from './server.js';
export { caseNumber, commissionKeyOf, connectPlatform, type TestPlatform } from './platform.js';
