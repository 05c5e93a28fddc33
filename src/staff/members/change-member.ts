import type { AuditEntry, JsonValue } from '../../audit/index.js';
import type { Clock } from '../../core/clock.js';
import { fail, ok, type Result } from '../../core/result.js';
import type { MemberStore } from '../ports.js';
import { parseStaffRoles, type RolesErrorCode } from '../roles.js';
import type { StaffMember } from './member.js';

type Members = Pick<MemberStore, 'change'>;

/**
 * Takes a member off: they can't sign in any more, and their open sessions end with the next request. What they did stays on record.
 * A success too where they were taken off before. Failure: `member-unknown`, no member has this UUID.
 */
export async function deactivateMember(
  members: Members,
  clock: Clock,
  id: string,
): Promise<Result<StaffMember, 'member-unknown'>> {
  const entry = memberEntry(clock, 'staff-member-deactivated', { member: id });
  return known(await members.change(id, { active: false }, entry));
}

/**
 * Replaces what a member may do, in their open sessions too, from the next request on. A success too where they have exactly these roles.
 * Failures: `member-role-unknown`, `member-without-role`, `member-unknown`.
 */
export async function changeMemberRoles(
  members: Members,
  clock: Clock,
  id: string,
  wanted: readonly string[],
): Promise<Result<StaffMember, RolesErrorCode | 'member-unknown'>> {
  const roles = parseStaffRoles(wanted);
  if (!roles.ok) return roles;
  const details = { member: id, roles: roles.value };
  const entry = memberEntry(clock, 'staff-member-roles-changed', details);
  return known(await members.change(id, { roles: roles.value }, entry));
}

function memberEntry(clock: Clock, action: string, details: Readonly<Record<string, JsonValue>>): AuditEntry {
  return { at: clock.now(), actor: 'system', action, details };
}

function known(member: StaffMember | undefined): Result<StaffMember, 'member-unknown'> {
  return member === undefined ? fail('member-unknown') : ok(member);
}
