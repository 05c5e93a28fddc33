import { type DataSource, type EntityManager, MoreThan } from 'typeorm';
import {
  type AuditEntry,
  type AuditEvent,
  type AuditLog,
  chainedEvent,
  type ChainHead,
  emptyChain,
} from '../../audit/index.js';
import { canonicalJson, type JsonValue } from '../../core/canonical-json.js';
import { hex } from '../../core/octets.js';
import { AuditEventEntity } from './entities/audit-event.entity.js';

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
    // appendAuditEvent wrote it. If anything else did, the hash is wrong.
    details: JSON.parse(row.details) as Readonly<Record<string, JsonValue>>,
    previous: hex(row.previous),
    hash: hex(row.hash),
  };
}

/**
 * Appends to the audit log inside the caller's transaction, which must be READ COMMITTED. An advisory lock makes other
 * appenders wait until that transaction ends, so this should be its last statement.
 */
export async function appendAuditEvent(manager: EntityManager, entry: AuditEntry): Promise<AuditEvent> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('lianshu audit log', 0))`);
  const event = chainedEvent(await chainHead(manager), entry);
  await manager.insert(AuditEventEntity, {
    seq: event.seq,
    at: entry.at,
    actor: event.actor,
    action: event.action,
    caseNumber: event.case,
    details: canonicalJson(event.details),
    previous: Buffer.from(event.previous, 'hex'),
    hash: Buffer.from(event.hash, 'hex'),
  });
  return event;
}

/** The head after the last event. */
async function chainHead(manager: EntityManager): Promise<ChainHead> {
  const select = { seq: true, hash: true } as const;
  const rows = await manager.find(AuditEventEntity, { select, order: { seq: 'DESC' }, take: 1 });
  const last = rows.at(0);
  return last === undefined ? emptyChain : { seq: last.seq, hash: hex(last.hash) };
}
