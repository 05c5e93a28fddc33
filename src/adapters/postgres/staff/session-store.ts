import { type DataSource, LessThanOrEqual } from 'typeorm';
import type { AuditEntry } from '../../../audit/index.js';
import type { Clock } from '../../../core/clock.js';
import type { CaseNumber } from '../../../core/identifiers.js';
import { sha256 } from '../../../core/sha256.js';
import { isStaffRole, type Session, type SessionStore, type UsedChallenges } from '../../../staff/index.js';
import { appendAuditEvent } from '../audit-log.js';
import { SessionEntity } from '../entities/session.entity.js';

interface SessionRow {
  readonly case_number: string | null;
  readonly member_id: string | null;
  readonly roles: readonly string[] | null;
  readonly certificate_digest: Buffer | null;
  readonly holder_digest: Buffer | null;
  readonly expires_at: Date;
}

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
    const rows = await this.dataSource.query<SessionRow[]>(
      `SELECT s.case_number, s.member_id, m.roles, s.certificate_digest, s.holder_digest, s.expires_at
       FROM session s LEFT JOIN staff_member m ON m.id = s.member_id AND m.active
       WHERE s.token_digest = $1 AND s.expires_at > $2`,
      [Buffer.from(tokenDigest), at],
    );
    const row = rows.at(0);
    return row === undefined ? undefined : sessionOf(row);
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

function sessionOf(row: SessionRow): Session | undefined {
  const expiresAt = row.expires_at;
  if (row.case_number !== null) {
    return { kind: 'lead', caseNumber: row.case_number as CaseNumber, expiresAt };
  }
  const { member_id, roles, certificate_digest, holder_digest } = row;
  // No roles: the member isn't active any more.
  if (member_id === null || roles === null || certificate_digest === null || holder_digest === null) {
    return undefined;
  }
  return {
    kind: 'staff',
    memberId: member_id,
    roles: roles.filter(isStaffRole),
    certificateDigest: certificate_digest,
    holderDigest: holder_digest,
    expiresAt,
  };
}

/** Used challenges in PostgreSQL, by their SHA-256. Role `lianshu_staff`. */
export class PostgresUsedChallenges implements UsedChallenges {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async use(challenge: string, expiresAt: Date): Promise<boolean> {
    await this.dataSource.query('DELETE FROM used_challenge WHERE expires_at <= $1', [this.clock.now()]);
    const digest = sha256(challenge);
    const inserted = await this.dataSource.query<unknown[]>(
      'INSERT INTO used_challenge VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1',
      [digest, expiresAt],
    );
    return inserted.length === 1;
  }
}
