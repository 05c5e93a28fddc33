import { type DataSource, type EntityManager, In, LessThan, MoreThan, Not } from 'typeorm';
import type { AuditEntry } from '../../../audit/index.js';
import type { CaseNumber } from '../../../core/identifiers.js';
import type {
  ApprovalChange,
  ApprovalRequest,
  ApprovalState,
  ApprovalStore,
  ApprovedRow,
  StaffMember,
  WantedRequests,
} from '../../../staff/index.js';
import { appendAuditEvent, chainStaffEntries, noteStaffEntry } from '../audit-log.js';
import { ApprovalRequestEntity } from '../entities/approval-request.entity.js';
import { StaffMemberEntity } from '../entities/staff-member.entity.js';
import { memberOf } from './member-store.js';

/**
 * Requests for approval in PostgreSQL. Staff ask and approve over `staff` (role `lianshu_staff`). What was approved is read again,
 * and its end written, over `checking` (role `lianshu_checking`).
 */
export class PostgresApprovalStore implements ApprovalStore {
  constructor(
    private readonly staff: DataSource,
    private readonly checking: DataSource,
  ) {}

  async add({ content, ...request }: ApprovalRequest, entry: AuditEntry): Promise<void> {
    const row = {
      ...request,
      subjectDigest: Buffer.from(request.contentDigest),
      requesterCertificateDigest: Buffer.from(request.requesterCertificateDigest),
      requesterHolderDigest: Buffer.from(request.requesterHolderDigest),
      subject: Buffer.from(content),
    };
    await this.staff.transaction(async (manager) => {
      await manager.insert(ApprovalRequestEntity, row);
      await noteStaffEntry(manager, entry);
    });
    await chainStaffEntries(this.checking);
  }

  async find(id: string): Promise<ApprovalRequest | undefined> {
    const row = await this.staff.manager.findOneBy(ApprovalRequestEntity, { id });
    return row === null ? undefined : requestOf(row);
  }

  async approved(id: string): Promise<ApprovedRow | undefined> {
    const row = await this.checking
      .createQueryBuilder(ApprovalRequestEntity, 'request')
      .addSelect('request.approval')
      .where({ id, state: 'approved' })
      .getOne();
    if (row?.approval === null || row === null) return undefined;
    const requester = await this.memberOf(row.requestedBy);
    const approver = await this.memberOf(row.approvedBy);
    return { request: requestOf(row), approval: row.approval, requester, approver };
  }

  async waiting(actions: readonly string[], at: Date): Promise<readonly ApprovalRequest[]> {
    const rows = await this.checking.manager.find(ApprovalRequestEntity, {
      where: { state: 'approved', action: In([...actions]), expiresAt: MoreThan(at) },
      order: { id: 'ASC' },
    });
    return rows.map(requestOf);
  }

  async page(wanted: WantedRequests, limit: number, at: Date): Promise<readonly ApprovalRequest[]> {
    const { before, caseNumber, waitingFor } = wanted;
    const rows = await this.staff.manager.find(ApprovalRequestEntity, {
      where: {
        ...(before === undefined ? {} : { id: LessThan(before) }),
        ...(caseNumber === undefined ? {} : { caseNumber }),
        ...(waitingFor === undefined
          ? {}
          : { state: 'pending', expiresAt: MoreThan(at), requestedBy: Not(waitingFor) }),
      },
      order: { id: 'DESC' },
      take: limit,
    });
    return rows.map(requestOf);
  }

  async move(id: string, change: ApprovalChange, entry: AuditEntry): Promise<boolean> {
    if (change.to !== 'approved') return this.end(id, change, entry);
    const approved = await this.staff.transaction(async (manager) => {
      const moved = await writeState(manager, { id, state: 'pending' }, change);
      if (moved) await noteStaffEntry(manager, entry);
      return moved;
    });
    if (approved) await chainStaffEntries(this.checking);
    return approved;
  }

  private end(id: string, change: ApprovalChange, entry: AuditEntry): Promise<boolean> {
    return this.checking.transaction(async (manager) => {
      const moved = await writeState(manager, { id, state: 'approved' }, change);
      if (moved) await appendAuditEvent(manager, entry);
      return moved;
    });
  }

  private async memberOf(id: string | null): Promise<StaffMember | undefined> {
    const row = id === null ? null : await this.checking.manager.findOneBy(StaffMemberEntity, { id });
    return row === null ? undefined : memberOf(row);
  }
}

async function writeState(
  manager: EntityManager,
  where: { readonly id: string; readonly state: ApprovalState },
  change: ApprovalChange,
): Promise<boolean> {
  const { affected } = await manager.update(ApprovalRequestEntity, where, columnsOf(change));
  return affected === 1;
}

function columnsOf(change: ApprovalChange) {
  const { to: state, ...more } = change;
  return 'approval' in more ? { state, ...more, approval: Buffer.from(more.approval) } : { state, ...more };
}

function requestOf(row: ApprovalRequestEntity): ApprovalRequest {
  return {
    id: row.id,
    action: row.action,
    ...(row.caseNumber === null ? {} : { caseNumber: row.caseNumber as CaseNumber }),
    origin: row.origin,
    content: row.subject,
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
