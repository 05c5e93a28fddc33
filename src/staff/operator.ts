import type { AuditEntry } from '../audit/index.js';
import type { Clock } from '../core/clock.js';
import { fail, ok, type Result } from '../core/result.js';
import type { MemberErrorCode } from './errors.js';
import { memberEvent } from './member-event.js';
import { parseStaffRoles, type StaffMember } from './member.js';
import { canActByTwo, changedMember, type MemberChange, type NewMember, newMember } from './membership.js';
import type { MemberStore } from './ports.js';

/** The action of the audit log under which everything is noted that the operator did past the two people. It is shown to everybody. */
export const emergencyAction = 'staff-emergency';

/** The operator at the platform's machine, who enters the first members. */
export interface Operator {
  readonly members: Pick<MemberStore, 'change'>;
  readonly clock: Clock;
  /**
   * The number of the document that orders a change past the two people, such as after all cards are lost: 1 to 40 letters, digits and
   * hyphens. It is published.
   */
  readonly emergency?: string;
}

/**
 * Registers a member of staff by their card's signing certificate. The certificate is validated at each sign-in, not
 * here, so the first members can be registered before there is any revocation data.
 */
export async function registerMember(
  operator: Operator,
  wanted: NewMember,
): Promise<Result<StaffMember, MemberErrorCode>> {
  const made = newMember(wanted);
  return made.ok ? changeAsOperator(operator, { kind: 'add', member: made.value.member }) : made;
}

/** Deactivates a member for good: they can't sign in any more, and their open sessions end at once. What they did stays in the log. */
export function deactivateMember(
  operator: Operator,
  id: string,
): Promise<Result<StaffMember, MemberErrorCode>> {
  return changeAsOperator(operator, { kind: 'remove', id });
}

/** Replaces a member's roles, in their open sessions too, from the next request. */
export async function changeMemberRoles(
  operator: Operator,
  id: string,
  wanted: readonly string[],
): Promise<Result<StaffMember, MemberErrorCode>> {
  const roles = parseStaffRoles(wanted);
  return roles.ok ? changeAsOperator(operator, { kind: 'roles', id, roles: roles.value }) : roles;
}

const documentNumber = /^[\p{L}\p{N}-]{1,40}$/u;

/**
 * Once enough members are there to do it by two people, the operator can't do it alone (`members-by-two-people`), unless in an emergency.
 * Enough stay there ever after: no change, not even that of an emergency, leaves fewer.
 */
async function changeAsOperator(
  { members, clock, emergency }: Operator,
  change: MemberChange,
): Promise<Result<StaffMember, MemberErrorCode>> {
  if (emergency !== undefined && !documentNumber.test(emergency)) return fail('emergency-document-unfit');
  return members.change<MemberErrorCode>((all) => {
    if (emergency === undefined && canActByTwo(all)) return fail('members-by-two-people');
    const changed = changedMember(all, change);
    if (!changed.ok) return changed;
    const { after } = changed.value;
    return ok({ member: after, entry: entryOf(change, after, clock.now(), emergency) });
  });
}

function entryOf(change: MemberChange, after: StaffMember, at: Date, emergency?: string): AuditEntry {
  const { action, details } = memberEvent(change, after);
  return emergency === undefined
    ? { at, actor: 'system', action, details }
    : {
        at,
        actor: 'system',
        action: emergencyAction,
        details: { ...details, change: action, document: emergency },
      };
}
