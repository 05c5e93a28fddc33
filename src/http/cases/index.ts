export { CaseView, caseView } from './case.dto.js';
export { caseNumberIn } from './case-number.js';
export { CasesController } from './cases.controller.js';
export { base64 } from './public-case.dto.js';
export { StaffRoundView, submissionView } from './staff-case.dto.js';
export { StaffCasesController } from './staff-cases.controller.js';
