import { type DataSource, LessThanOrEqual, MoreThan } from 'typeorm';
import type { AuditEntry } from '../../../audit/index.js';
import type { CaseNumber } from '../../../core/identifiers.js';
import {
  isStaffRole,
  type LeadSession,
  type Opened,
  type Session,
  type SessionStore,
  type SessionSummary,
  type StoredSession,
  type StoredStaffSession,
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

  async add(tokenDigest: Uint8Array, stored: StoredSession, entry: AuditEntry): Promise<void> {
    if (!('sealedCertificate' in stored)) return this.addLead(tokenDigest, stored.session, entry);
    const { session, sealedCertificate } = stored;
    const { id, openedAt, memberId, certificateDigest, holderDigest, expiresAt } = session;
    await this.staff.transaction(async (manager) => {
      await manager.delete(SessionEntity, { expiresAt: LessThanOrEqual(entry.at) });
      await manager.insert(SessionEntity, {
        tokenDigest: Buffer.from(tokenDigest),
        memberId,
        certificateDigest: Buffer.from(certificateDigest),
        holderDigest: Buffer.from(holderDigest),
        expiresAt,
        id,
        openedAt,
        sealedCertificate: Buffer.from(sealedCertificate),
      });
      await noteStaffEntry(manager, entry);
    });
    await chainStaffEntries(this.checking);
  }

  async find(tokenDigest: Uint8Array, at: Date): Promise<StoredSession | undefined> {
    const digest = Buffer.from(tokenDigest);
    const ofMember = await this.findStaff(digest, at);
    if (ofMember !== undefined) return ofMember;
    const ofLead = await this.findLead(digest, at);
    return ofLead && { session: ofLead };
  }

  async ofHolder(session: Session, at: Date): Promise<readonly SessionSummary[]> {
    const open = { ended: false, expiresAt: MoreThan(at) };
    const order = { openedAt: 'DESC', id: 'ASC' } as const;
    const rows =
      session.kind === 'lead'
        ? await this.leads.manager.find(LeadSessionEntity, {
            where: { ...open, caseNumber: session.caseNumber },
            order,
          })
        : await this.staff.manager.find(SessionEntity, {
            where: { ...open, memberId: session.memberId },
            order,
          });
    return rows.map(({ id, openedAt, expiresAt }) => ({ id, openedAt, expiresAt }));
  }

  async end(id: string, holder: Session, entry: AuditEntry): Promise<boolean> {
    const open = { id, ended: false, expiresAt: MoreThan(entry.at) };
    if (holder.kind === 'lead')
      return this.leads.transaction(async (manager) => {
        const where = { ...open, caseNumber: holder.caseNumber };
        const { affected } = await manager.update(LeadSessionEntity, where, { ended: true });
        if (affected !== 1) return false;
        await appendAuditEvent(manager, entry);
        return true;
      });
    const ended = await this.staff.transaction(async (manager) => {
      const where = { ...open, memberId: holder.memberId };
      const { affected } = await manager.update(SessionEntity, where, { ended: true });
      if (affected === 1) await noteStaffEntry(manager, entry);
      return affected === 1;
    });
    if (ended) await chainStaffEntries(this.checking);
    return ended;
  }

  private addLead(
    tokenDigest: Uint8Array,
    { caseNumber, expiresAt, id, openedAt }: Opened<LeadSession>,
    entry: AuditEntry,
  ): Promise<void> {
    return this.leads.transaction(async (manager) => {
      await manager.delete(LeadSessionEntity, { expiresAt: LessThanOrEqual(entry.at) });
      await manager.insert(LeadSessionEntity, {
        tokenDigest: Buffer.from(tokenDigest),
        caseNumber,
        expiresAt,
        id,
        openedAt,
      });
      await appendAuditEvent(manager, entry);
    });
  }

  private async findStaff(digest: Buffer, at: Date): Promise<StoredStaffSession | undefined> {
    const row = await this.staff
      .createQueryBuilder(SessionEntity, 'session')
      .innerJoinAndMapOne(
        'session.member',
        StaffMemberEntity,
        'member',
        'member.id = session.member_id AND member.active',
      )
      .where('session.token_digest = :digest', { digest })
      .andWhere('session.expires_at > :at AND NOT session.ended', { at })
      .getOne();
    if (!row?.member) return undefined;
    const { member, certificateDigest, holderDigest, expiresAt, id, openedAt, sealedCertificate } = row;
    const roles = member.roles.filter(isStaffRole);
    const memberId = member.id;
    const identity = { id, openedAt, memberId, certificateDigest, holderDigest, expiresAt };
    return { session: { kind: 'staff', ...identity, roles }, sealedCertificate };
  }

  private async findLead(digest: Buffer, at: Date): Promise<Opened<LeadSession> | undefined> {
    const where = { tokenDigest: digest, ended: false, expiresAt: MoreThan(at) };
    const row = await this.leads.manager.findOneBy(LeadSessionEntity, where);
    if (row === null) return undefined;
    const { id, openedAt, expiresAt } = row;
    return { kind: 'lead', id, openedAt, caseNumber: row.caseNumber as CaseNumber, expiresAt };
  }
}
