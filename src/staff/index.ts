export type { SessionStore } from './ports.js';
export { isStaffRole, type StaffRole, staffRoles } from './roles.js';
export type { LeadSession, Session, StaffSession } from './sessions/session.js';
export { Sessions } from './sessions/sessions.js';
