import type { EntityManager } from 'typeorm';
import {
  type AuditEntry,
  type AuditEvent,
  canonicalJson,
  chainedEvent,
  type ChainHead,
  emptyChain,
} from '../../../audit/index.js';
import { AuditEventEntity } from '../entities/audit-event.entity.js';

interface HeadRow {
  readonly seq: number;
  readonly hash: Buffer;
}

/**
 * Appends to the audit log inside the caller's transaction, which must be READ COMMITTED: appenders wait for one another on an
 * advisory lock until their transactions end. So make it the transaction's last statement.
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

/** The last event's place. */
export async function chainHead(manager: EntityManager): Promise<ChainHead> {
  const rows: HeadRow[] = await manager.query('SELECT seq, hash FROM audit_event ORDER BY seq DESC LIMIT 1');
  const row = rows.at(0);
  return row === undefined ? emptyChain : { seq: row.seq, hash: row.hash.toString('hex') };
}
