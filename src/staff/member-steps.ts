import type { Clock } from '../core/clock.js';
import { holderDigest } from '../core/holder.js';
import { equalOctets } from '../core/octets.js';
import { fail, mapValue, ok, type Result } from '../core/result.js';
import type { Approvals } from './approvals/approvals.js';
import type { ApprovalActions, ApprovedAction } from './approvals/approved-action.js';
import type { ApprovalRequest } from './approvals/request.js';
import {
  type MemberAddErrorCode,
  memberAddErrorCodes,
  type MemberChangeErrorCode,
  type MemberRemovalErrorCode,
  memberRemovalErrorCodes,
  type MemberRolesErrorCode,
  memberRolesErrorCodes,
  type MemberStepExecutionErrorCode,
  type NewMemberErrorCode,
} from './errors.js';
import { type MemberAction, memberActions, memberContent, readMemberContent } from './member-content.js';
import { memberEvent } from './member-event.js';
import { parseStaffRoles, type StaffMember, type StaffRole } from './member.js';
import {
  type ChangedMember,
  changedMember,
  type MemberChange,
  type NewMember,
  newMember,
} from './membership.js';
import type { MemberStore, MemberWrite, StaffCertificateValidator, StaffSession } from './ports.js';

/** What changing members works with. */
export interface MemberStepDependencies {
  readonly members: Pick<MemberStore, 'list' | 'change'>;
  readonly approvals: Pick<Approvals, 'request'>;
  readonly validator: StaffCertificateValidator;
  readonly clock: Clock;
}

/** Who is a member of staff, with which roles: a registrar asks for a change, an approver signs it. */
export class MemberSteps {
  constructor(private readonly dependencies: MemberStepDependencies) {}

  /** Registers who executes the changes; an approval of what has changed since is `approval-outdated`. */
  register(actions: ApprovalActions): void {
    for (const action of Object.keys(memberActions) as MemberAction[])
      actions.registerWithoutCase(action, (approved) => this.execute(action, approved));
  }

  /** Every member, active or not, by name. */
  list(): Promise<readonly StaffMember[]> {
    return this.dependencies.members.list();
  }

  /** Asks for somebody to become a member. Their certificate must be good now, so that its holder is known. */
  async requestAdd(
    wanted: NewMember & { readonly roles: readonly StaffRole[] },
    session: StaffSession,
  ): Promise<Result<ApprovalRequest, MemberAddErrorCode>> {
    const made = newMember(wanted);
    if (!made.ok) return onlyFrom(memberAddErrorCodes, made.failure.code);
    const { member, certificate: target } = made.value;
    const changed = changedMember(await this.list(), { kind: 'add', member });
    if (!changed.ok) return onlyFrom(memberAddErrorCodes, changed.failure.code);
    const at = this.dependencies.clock.now();
    const validated = await this.dependencies.validator.validateCertificate({ target, candidates: [], at });
    if (!validated.ok) return validated;
    return this.request('add-member', changed.value, session, holderDigest(validated.value.holder));
  }

  /** Asks for other roles of a member, in place of those they have. */
  async requestRoles(
    id: string,
    wanted: readonly StaffRole[],
    session: StaffSession,
  ): Promise<Result<ApprovalRequest, MemberRolesErrorCode>> {
    const roles = parseStaffRoles(wanted);
    if (!roles.ok) return onlyFrom(memberRolesErrorCodes, roles.failure.code);
    const changed = changedMember(await this.list(), { kind: 'roles', id, roles: roles.value });
    if (changed.ok) return this.request('change-member-roles', changed.value, session);
    const { code } = changed.failure;
    return onlyFrom(memberRolesErrorCodes, code);
  }

  /** Asks for a member to be removed, for good. */
  async requestRemoval(
    id: string,
    session: StaffSession,
  ): Promise<Result<ApprovalRequest, MemberRemovalErrorCode>> {
    const changed = changedMember(await this.list(), { kind: 'remove', id });
    if (changed.ok) return this.request('remove-member', changed.value, session);
    return onlyFrom(memberRemovalErrorCodes, changed.failure.code);
  }

  private async request(
    action: MemberAction,
    changed: ChangedMember,
    session: StaffSession,
    holder?: Uint8Array,
  ): Promise<Result<ApprovalRequest, never>> {
    const content = memberContent(action, changed, holder);
    const made = await this.dependencies.approvals.request({ action, content }, session);
    if (!made.ok) throw new Error(`nobody executes the action ${action}`);
    return made;
  }

  /** Decides again over the members as they are when it is written, and writes the change with its event in one transaction. */
  private async execute(
    action: MemberAction,
    approved: ApprovedAction,
  ): Promise<Result<void, MemberStepExecutionErrorCode>> {
    const read = readMemberContent(approved.content);
    if (read?.action !== action) return fail('approval-outdated');
    const { change, holderDigest: holder } = read;
    const at = this.dependencies.clock.now();
    const changed = await this.dependencies.members.change<MemberStepExecutionErrorCode>((members) => {
      if (!isApprover(members, approved.approvedBy)) return fail('approval-outdated');
      const now = changedMember(members, change);
      if (!now.ok)
        return fail(now.failure.code === 'members-too-few' ? 'members-too-few' : 'approval-outdated');
      const same = equalOctets(memberContent(action, now.value, holder), approved.content);
      return same ? ok(writeOf(change, now.value.after, approved, at)) : fail('approval-outdated');
    });
    return mapValue(changed, () => undefined);
  }
}

/** Whoever lost the role between their signature and its execution decides nothing any more. */
const isApprover = (members: readonly StaffMember[], approvedBy: string): boolean =>
  members.some(({ id, active, roles }) => id === approvedBy && active && roles.includes('approver'));

function writeOf(
  change: MemberChange,
  member: StaffMember,
  { approvedBy, requestId }: ApprovedAction,
  at: Date,
): MemberWrite {
  const { action, details } = memberEvent(change, member);
  return {
    member,
    entry: { at, actor: `staff:${approvedBy}`, action, details: { ...details, request: requestId } },
  };
}

/** The failure, which is one of these: another would be a bug, since this change can't end so. */
function onlyFrom<Code extends string>(
  codes: readonly Code[],
  code: NewMemberErrorCode | MemberChangeErrorCode,
): Result<never, Code> {
  const known = codes.find((each) => each === code);
  if (known === undefined) throw new Error(`a change of members failed with ${code}`);
  return fail(known);
}
