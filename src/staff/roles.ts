/** What a member of the commission's staff may do; a person may hold several. */
export const staffRoles = ['registrar', 'verifier', 'approver', 'auditor'] as const;

/**
 * `registrar` registers cases and issues codes; `verifier` prepares what needs two people; `approver` is the second of them;
 * `auditor` reads the audit log.
 */
export type StaffRole = (typeof staffRoles)[number];

/** Whether this text names a role. */
export function isStaffRole(text: string): text is StaffRole {
  return staffRoles.some((role) => role === text);
}
