import { type DataSource, LessThanOrEqual } from 'typeorm';
import type { AuditEntry } from '../../../audit/index.js';
import type { CaseNumber } from '../../../core/identifiers.js';
import {
  isStaffRole,
  type LeadSession,
  type Session,
  type SessionStore,
  type StaffSession,
} from '../../../staff/index.js';
import { appendAuditEvent, chainStaffEntries, noteStaffEntry } from '../audit-log.js';
import { LeadSessionEntity } from '../entities/lead-session.entity.js';
import { SessionEntity } from '../entities/session.entity.js';
import { StaffMemberEntity } from '../entities/staff-member.entity.js';

/**
 * Sessions in PostgreSQL: those of members over `staff` (role `lianshu_staff`), those of leads over `leads` (role `lianshu_lead`),
 * in tables of their own. Neither role reaches the other's. `checking` chains staff's audit entries.
 */
export class PostgresSessionStore implements SessionStore {
  constructor(
    private readonly staff: DataSource,
    private readonly leads: DataSource,
    private readonly checking: DataSource,
  ) {}

  async add(tokenDigest: Uint8Array, session: Session, entry: AuditEntry): Promise<void> {
    if (session.kind === 'lead') return this.addLead(tokenDigest, session, entry);
    const { memberId, certificateDigest, holderDigest, expiresAt } = session;
    await this.staff.transaction(async (manager) => {
      await manager.delete(SessionEntity, { expiresAt: LessThanOrEqual(entry.at) });
      await manager.insert(SessionEntity, {
        tokenDigest: Buffer.from(tokenDigest),
        memberId,
        certificateDigest: Buffer.from(certificateDigest),
        holderDigest: Buffer.from(holderDigest),
        expiresAt,
      });
      await noteStaffEntry(manager, entry);
    });
    await chainStaffEntries(this.checking);
  }

  async find(tokenDigest: Uint8Array, at: Date): Promise<Session | undefined> {
    const digest = Buffer.from(tokenDigest);
    return (await this.findStaff(digest, at)) ?? (await this.findLead(digest, at));
  }

  private addLead(
    tokenDigest: Uint8Array,
    { caseNumber, expiresAt }: LeadSession,
    entry: AuditEntry,
  ): Promise<void> {
    return this.leads.transaction(async (manager) => {
      await manager.delete(LeadSessionEntity, { expiresAt: LessThanOrEqual(entry.at) });
      await manager.insert(LeadSessionEntity, {
        tokenDigest: Buffer.from(tokenDigest),
        caseNumber,
        expiresAt,
      });
      await appendAuditEvent(manager, entry);
    });
  }

  private async findStaff(digest: Buffer, at: Date): Promise<StaffSession | undefined> {
    const row = await this.staff
      .createQueryBuilder(SessionEntity, 'session')
      .innerJoinAndMapOne(
        'session.member',
        StaffMemberEntity,
        'member',
        'member.id = session.member_id AND member.active',
      )
      .where('session.token_digest = :digest', { digest })
      .andWhere('session.expires_at > :at', { at })
      .getOne();
    if (!row?.member) return undefined;
    const { member, certificateDigest, holderDigest, expiresAt } = row;
    const roles = member.roles.filter(isStaffRole);
    return { kind: 'staff', memberId: member.id, roles, certificateDigest, holderDigest, expiresAt };
  }

  private async findLead(digest: Buffer, at: Date): Promise<LeadSession | undefined> {
    const row = await this.leads.manager.findOneBy(LeadSessionEntity, { tokenDigest: digest });
    if (row === null || row.expiresAt <= at) return undefined;
    return { kind: 'lead', caseNumber: row.caseNumber as CaseNumber, expiresAt: row.expiresAt };
  }
}
