export { CurrentSession } from './current-session.js';
export { LeadGuard, LeadOnly } from './lead-only.js';
export { StaffGuard, StaffOnly } from './staff-only.js';
