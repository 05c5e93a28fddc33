import { fail, ok, type Result } from '../core/result.js';

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

/** Why a list of texts doesn't say what somebody may do; value `role` names the one that is unknown. */
export type RolesErrorCode = 'member-role-unknown' | 'member-without-role';

/** The roles these texts name, each once, in alphabetical order. Failures: `member-role-unknown`, `member-without-role`. */
export function parseStaffRoles(texts: readonly string[]): Result<readonly StaffRole[], RolesErrorCode> {
  const roles = new Set<StaffRole>();
  for (const text of texts) {
    if (!isStaffRole(text)) return fail('member-role-unknown', { role: text });
    roles.add(text);
  }
  return roles.size === 0 ? fail('member-without-role') : ok([...roles].sort());
}
