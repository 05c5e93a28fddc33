import type { DataSource } from 'typeorm';
import type { AuditEntry } from '../../../audit/index.js';
import { isStaffRole, type MemberStore, type StaffMember } from '../../../staff/index.js';
import { appendAuditEvent } from '../audit/append-audit-event.js';
import { DatabaseError, uniqueViolation } from '../database-error.js';
import { StaffMemberEntity } from '../entities/staff-member.entity.js';

/** Members of staff in PostgreSQL. Role `lianshu_staff`. */
export class PostgresMemberStore implements MemberStore {
  constructor(private readonly dataSource: DataSource) {}

  async add(member: StaffMember, entry: AuditEntry): Promise<boolean> {
    const row = {
      ...member,
      certificateDigest: Buffer.from(member.certificateDigest),
      roles: [...member.roles],
    };
    try {
      await this.dataSource.transaction(async (manager) => {
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
    const row = await this.dataSource.manager.findOneBy(StaffMemberEntity, {
      certificateDigest: Buffer.from(certificateDigest),
      active: true,
    });
    if (row === null) return undefined;
    const { id, name, active } = row;
    return {
      id,
      name,
      certificateDigest: row.certificateDigest,
      roles: row.roles.filter(isStaffRole),
      active,
    };
  }
}

function isSecondCertificate(error: unknown): boolean {
  return (
    error instanceof DatabaseError && error.sqlState === uniqueViolation && error.table === 'staff_member'
  );
}
