import type { DataSource } from 'typeorm';
import type { AuditEntry } from '../../../audit/index.js';
import { isStaffRole, type MemberChange, type MemberStore, type StaffMember } from '../../../staff/index.js';
import { appendAuditEvent } from '../audit-log.js';
import { DatabaseError, uniqueViolation } from '../data-source.js';
import { StaffMemberEntity } from '../entities/staff-member.entity.js';

/** Members of staff in PostgreSQL. They are read with the rights of `reading`, and written by the role `lianshu_checking`. */
export class PostgresMemberStore implements MemberStore {
  constructor(
    private readonly reading: DataSource,
    private readonly checking: DataSource = reading,
  ) {}

  async add(member: StaffMember, entry: AuditEntry): Promise<boolean> {
    const row = {
      ...member,
      certificateDigest: Buffer.from(member.certificateDigest),
      roles: [...member.roles],
    };
    try {
      await this.checking.transaction(async (manager) => {
        await manager.insert(StaffMemberEntity, row);
        await appendAuditEvent(manager, entry);
      });
      return true;
    } catch (error) {
      if (isSecondCertificate(error)) return false;
      throw error;
    }
  }

  async findActive(certificateDigest: Uint8Array): Promise<StaffMember | undefined> {
    const row = await this.reading.manager.findOneBy(StaffMemberEntity, {
      certificateDigest: Buffer.from(certificateDigest),
      active: true,
    });
    return row === null ? undefined : memberOf(row);
  }

  async list(): Promise<readonly StaffMember[]> {
    const rows = await this.reading.manager.find(StaffMemberEntity, { order: { name: 'ASC', id: 'ASC' } });
    return rows.map(memberOf);
  }

  change(id: string, change: MemberChange, entry: AuditEntry): Promise<StaffMember | undefined> {
    return this.checking.transaction(async (manager) => {
      // Another change of the same member waits here. A sign-in doesn't, although its session refers to the member.
      const lock = { mode: 'for_no_key_update' } as const;
      const row = await manager.findOne(StaffMemberEntity, { where: { id }, lock });
      if (row === null) return undefined;
      if (isSo(row, change)) return memberOf(row);
      const columns = 'roles' in change ? { roles: [...change.roles] } : change;
      await manager.update(StaffMemberEntity, { id }, columns);
      await appendAuditEvent(manager, entry);
      return { ...memberOf(row), ...change };
    });
  }
}

/** The member of a row. */
export function memberOf({ id, name, certificateDigest, roles, active }: StaffMemberEntity): StaffMember {
  return { id, name, certificateDigest, roles: roles.filter(isStaffRole), active };
}

function isSo(row: StaffMemberEntity, change: MemberChange): boolean {
  return 'roles' in change ? row.roles.join() === change.roles.join() : row.active === change.active;
}

function isSecondCertificate(error: unknown): boolean {
  return (
    error instanceof DatabaseError && error.sqlState === uniqueViolation && error.table === 'staff_member'
  );
}
