/** Under which the audit log is injected: an interface can't name itself. */
export const AUDIT_LOG = Symbol('audit log');
