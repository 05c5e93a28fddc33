import type { DataSource, EntityManager } from 'typeorm';
import { ok, type Result } from '../../../core/result.js';
import { isStaffRole, type MemberStore, type MemberWrite, type StaffMember } from '../../../staff/index.js';
import { appendAuditEvent, lockAuditLog } from '../audit-log.js';
import { StaffMemberEntity } from '../entities/staff-member.entity.js';

/** Members of staff in PostgreSQL. They are read with the rights of `reading`, and written by the role `lianshu_checking`. */
export class PostgresMemberStore implements MemberStore {
  constructor(
    private readonly reading: DataSource,
    private readonly checking: DataSource = reading,
  ) {}

  async findActive(certificateDigest: Uint8Array): Promise<StaffMember | undefined> {
    const row = await this.reading.manager.findOneBy(StaffMemberEntity, {
      certificateDigest: Buffer.from(certificateDigest),
      active: true,
    });
    return row === null ? undefined : memberOf(row);
  }

  list(): Promise<readonly StaffMember[]> {
    return allMembers(this.reading.manager);
  }

  change<Code extends string>(
    decide: (members: readonly StaffMember[]) => Result<MemberWrite, Code>,
  ): Promise<Result<StaffMember, Code>> {
    return this.checking.transaction(async (manager) => {
      // Another change waits here, because each ends in the log. A sign-in doesn't wait.
      await lockAuditLog(manager);
      const members = await allMembers(manager);
      const decided = decide(members);
      if (!decided.ok) return decided;
      const { member, entry } = decided.value;
      await write(
        manager,
        member,
        members.some(({ id }) => id === member.id),
      );
      await appendAuditEvent(manager, entry);
      return ok(member);
    });
  }
}

async function allMembers(manager: EntityManager): Promise<readonly StaffMember[]> {
  const rows = await manager.find(StaffMemberEntity, { order: { name: 'ASC', id: 'ASC' } });
  return rows.map(memberOf);
}

async function write(
  manager: EntityManager,
  { id, name, certificateDigest, roles, active }: StaffMember,
  known: boolean,
): Promise<void> {
  const columns = { roles: [...roles], active };
  if (known) await manager.update(StaffMemberEntity, { id }, columns);
  else {
    const row = { id, name, certificateDigest: Buffer.from(certificateDigest), ...columns };
    await manager.insert(StaffMemberEntity, row);
  }
}

/** The member of a row. */
export function memberOf({ id, name, certificateDigest, roles, active }: StaffMemberEntity): StaffMember {
  return { id, name, certificateDigest, roles: roles.filter(isStaffRole), active };
}
