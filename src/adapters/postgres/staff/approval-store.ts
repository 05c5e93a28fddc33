import { type DataSource, LessThan } from 'typeorm';
import type { AuditEntry } from '../../../audit/index.js';
import type { CaseNumber } from '../../../core/identifiers.js';
import type { ApprovalChange, ApprovalRequest, ApprovalState, ApprovalStore } from '../../../staff/index.js';
import { appendAuditEvent } from '../audit-log.js';
import { ApprovalRequestEntity } from '../entities/approval-request.entity.js';

/** Requests for approval in PostgreSQL. Role `lianshu_staff`. */
export class PostgresApprovalStore implements ApprovalStore {
  constructor(private readonly dataSource: DataSource) {}

  async add(request: ApprovalRequest, content: Uint8Array, entry: AuditEntry): Promise<void> {
    const row = {
      ...request,
      subjectDigest: Buffer.from(request.contentDigest),
      requesterCertificateDigest: Buffer.from(request.requesterCertificateDigest),
      requesterHolderDigest: Buffer.from(request.requesterHolderDigest),
      subject: Buffer.from(content),
    };
    await this.dataSource.transaction(async (manager) => {
      await manager.insert(ApprovalRequestEntity, row);
      await appendAuditEvent(manager, entry);
    });
  }

  async find(id: string): Promise<ApprovalRequest | undefined> {
    const row = await this.dataSource.manager.findOneBy(ApprovalRequestEntity, { id });
    return row === null ? undefined : requestOf(row);
  }

  async contentOf(id: string): Promise<Uint8Array | undefined> {
    const row = await this.dataSource.manager.findOne(ApprovalRequestEntity, {
      where: { id },
      select: { id: true, subject: true },
    });
    return row?.subject;
  }

  async page(before: string | undefined, limit: number): Promise<readonly ApprovalRequest[]> {
    const rows = await this.dataSource.manager.find(ApprovalRequestEntity, {
      where: before === undefined ? {} : { id: LessThan(before) },
      order: { id: 'DESC' },
      take: limit,
    });
    return rows.map(requestOf);
  }

  move(id: string, change: ApprovalChange, entry: AuditEntry): Promise<boolean> {
    const from = change.to === 'approved' ? 'pending' : 'approved';
    return this.dataSource.transaction(async (manager) => {
      const updated = await manager.update(ApprovalRequestEntity, { id, state: from }, columnsOf(change));
      if (updated.affected !== 1) return false;
      await appendAuditEvent(manager, entry);
      return true;
    });
  }
}

function columnsOf(change: ApprovalChange) {
  const { to: state, ...more } = change;
  return 'approval' in more ? { state, ...more, approval: Buffer.from(more.approval) } : { state, ...more };
}

function requestOf(row: ApprovalRequestEntity): ApprovalRequest {
  return {
    id: row.id,
    action: row.action,
    caseNumber: row.caseNumber as CaseNumber,
    contentDigest: row.subjectDigest,
    requestedBy: row.requestedBy,
    requesterCertificateDigest: row.requesterCertificateDigest,
    requesterHolderDigest: row.requesterHolderDigest,
    requestedAt: row.requestedAt,
    expiresAt: row.expiresAt,
    state: row.state as ApprovalState,
    ...(row.approvedBy === null ? {} : { approvedBy: row.approvedBy }),
    ...(row.approvedAt === null ? {} : { approvedAt: row.approvedAt }),
    ...(row.failureCode === null ? {} : { failureCode: row.failureCode }),
  };
}
