import { type DataSource, MoreThan } from 'typeorm';
import type { AuditEntry, AuditEvent, AuditLog, ChainHead, JsonValue } from '../../../audit/index.js';
import { AuditEventEntity } from '../entities/audit-event.entity.js';
import { appendAuditEvent, chainHead } from './append-audit-event.js';

/** The audit log in PostgreSQL. Role `lianshu_staff` or `lianshu_lead`. */
export class PostgresAuditLog implements AuditLog {
  constructor(private readonly dataSource: DataSource) {}

  append(entry: AuditEntry): Promise<AuditEvent> {
    return this.dataSource.transaction((manager) => appendAuditEvent(manager, entry));
  }

  async page(after: number, limit: number): Promise<readonly AuditEvent[]> {
    const rows = await this.dataSource.manager.find(AuditEventEntity, {
      where: { seq: MoreThan(after) },
      order: { seq: 'ASC' },
      take: limit,
    });
    return rows.map(eventOf);
  }

  head(): Promise<ChainHead> {
    return chainHead(this.dataSource.manager);
  }
}

function eventOf(row: AuditEventEntity): AuditEvent {
  return {
    seq: row.seq,
    at: row.at.toISOString(),
    actor: row.actor,
    action: row.action,
    case: row.caseNumber,
    // Written by appendAuditEvent; if somebody else wrote it, the hash won't fit.
    details: JSON.parse(row.details) as Readonly<Record<string, JsonValue>>,
    previous: row.previous.toString('hex'),
    hash: row.hash.toString('hex'),
  };
}
