import { type DataSource, LessThanOrEqual } from 'typeorm';
import type { AuditEntry } from '../../../audit/index.js';
import type { Clock } from '../../../core/clock.js';
import type { CaseNumber } from '../../../core/identifiers.js';
import { sha256 } from '../../../core/sha256.js';
import { isStaffRole, type Session, type SessionStore, type UsedChallenges } from '../../../staff/index.js';
import { appendAuditEvent } from '../audit-log.js';
import { SessionEntity } from '../entities/session.entity.js';
import { StaffMemberEntity } from '../entities/staff-member.entity.js';
import { UsedChallengeEntity } from '../entities/used-challenge.entity.js';

/** Sessions in PostgreSQL. Role `lianshu_staff`. */
export class PostgresSessionStore implements SessionStore {
  constructor(private readonly dataSource: DataSource) {}

  async add(tokenDigest: Uint8Array, session: Session, entry: AuditEntry): Promise<void> {
    const row = {
      tokenDigest: Buffer.from(tokenDigest),
      expiresAt: session.expiresAt,
      ...columnsOf(session),
    };
    await this.dataSource.transaction(async (manager) => {
      await manager.delete(SessionEntity, { expiresAt: LessThanOrEqual(entry.at) });
      await manager.insert(SessionEntity, row);
      await appendAuditEvent(manager, entry);
    });
  }

  async find(tokenDigest: Uint8Array, at: Date): Promise<Session | undefined> {
    const row = await this.dataSource
      .createQueryBuilder(SessionEntity, 'session')
      .leftJoinAndMapOne(
        'session.member',
        StaffMemberEntity,
        'member',
        'member.id = session.member_id AND member.active',
      )
      .where('session.token_digest = :digest', { digest: Buffer.from(tokenDigest) })
      .andWhere('session.expires_at > :at', { at })
      .getOne();
    return row === null ? undefined : sessionOf(row);
  }
}

function columnsOf(session: Session) {
  if (session.kind === 'lead') return { caseNumber: session.caseNumber };
  return {
    memberId: session.memberId,
    certificateDigest: Buffer.from(session.certificateDigest),
    holderDigest: Buffer.from(session.holderDigest),
  };
}

function sessionOf(row: SessionEntity): Session | undefined {
  const { caseNumber, member, certificateDigest, holderDigest, expiresAt } = row;
  if (caseNumber !== null) return { kind: 'lead', caseNumber: caseNumber as CaseNumber, expiresAt };
  // Without a member row, the member is no longer active.
  if (!member || certificateDigest === null || holderDigest === null) return undefined;
  const roles = member.roles.filter(isStaffRole);
  return { kind: 'staff', memberId: member.id, roles, certificateDigest, holderDigest, expiresAt };
}

/** Used challenges in PostgreSQL, by their SHA-256. Role `lianshu_staff`. */
export class PostgresUsedChallenges implements UsedChallenges {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async use(challenge: string, expiresAt: Date): Promise<boolean> {
    const { manager } = this.dataSource;
    await manager.delete(UsedChallengeEntity, { expiresAt: LessThanOrEqual(this.clock.now()) });
    const digest = Buffer.from(sha256(challenge));
    const inserted = await manager
      .createQueryBuilder()
      .insert()
      .into(UsedChallengeEntity)
      .values({ digest, expiresAt })
      .orIgnore()
      .returning('digest')
      .execute();
    return (inserted.raw as unknown[]).length === 1;
  }
}
