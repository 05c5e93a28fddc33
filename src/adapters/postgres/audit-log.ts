import { type DataSource, type EntityManager, MoreThan } from 'typeorm';
import {
  type AuditAction,
  type AuditActor,
  type AuditEntry,
  type AuditEvent,
  type AuditLog,
  chainedEvent,
  type ChainHead,
  emptyChain,
  entryDetails,
  type WantedEvents,
} from '../../audit/index.js';
import { canonicalJson, type JsonValue } from '../../core/canonical-json.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { hex } from '../../core/octets.js';
import { sha256, sha256Hex } from '../../core/sha256.js';
import { DatabaseError } from './database-error.js';
import { AuditEventEntity } from './entities/audit-event.entity.js';

/**
 * The audit log in PostgreSQL. It is read with the rights of `reading`, and chained by the checking role. Every answer has the
 * entries that staff's role wrote until then.
 */
export class PostgresAuditLog implements AuditLog {
  constructor(
    private readonly reading: DataSource,
    private readonly checking: DataSource = reading,
  ) {}

  append(entry: AuditEntry): Promise<AuditEvent> {
    return this.checking.transaction((manager) => appendAuditEvent(manager, entry));
  }

  async page(after: number, limit: number): Promise<readonly AuditEvent[]> {
    await chainStaffEntries(this.checking);
    const rows = await this.reading.manager.find(AuditEventEntity, {
      where: { seq: MoreThan(after) },
      order: { seq: 'ASC' },
      take: limit,
    });
    return rows.map(eventOf);
  }

  async search(wanted: WantedEvents, limit: number): Promise<readonly AuditEvent[]> {
    await chainStaffEntries(this.checking);
    const query = this.reading.createQueryBuilder(AuditEventEntity, 'event');
    for (const [condition, value] of conditionsOf(wanted))
      if (value !== undefined) query.andWhere(condition, { [nameIn(condition)]: value });
    const order = wanted.first === 'oldest' ? 'ASC' : 'DESC';
    return (await query.orderBy('event.seq', order).take(limit).getMany()).map(eventOf);
  }

  async latestOf(action: string, limit: number): Promise<readonly AuditEvent[]> {
    const rows = await this.reading.manager.find(AuditEventEntity, {
      where: { action },
      order: { seq: 'DESC' },
      take: limit,
    });
    return rows.map(eventOf);
  }

  async head(): Promise<ChainHead> {
    await chainStaffEntries(this.checking);
    return chainHead(this.reading.manager);
  }

  async signedData(digests: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    const rows = await this.checking.query<{ sha256: Buffer; signed_data: Buffer }[]>(
      'SELECT sha256, signed_data FROM audit_signed_data WHERE sha256 = ANY ($1)',
      [digests.map((digest) => Buffer.from(digest, 'hex'))],
    );
    return new Map(rows.map((row) => [hex(row.sha256), row.signed_data]));
  }
}

type Condition = readonly [sql: string, value: number | string | Date | undefined];

const conditionsOf = (wanted: WantedEvents): readonly Condition[] => [
  [wanted.first === 'oldest' ? 'event.seq > :after' : 'event.seq < :after', wanted.after],
  ['event.action = :action', wanted.action],
  ['event.actor = :actor', wanted.actor],
  ['event.caseNumber = :caseNumber', wanted.caseNumber],
  ['event.at >= :from', wanted.from],
  ['event.at < :until', wanted.until],
];

/** The name of a condition's one parameter. */
const nameIn = (condition: string): string => condition.slice(condition.indexOf(':') + 1);

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

/** Holds the end of the audit log until the caller's transaction ends; whoever else appends waits. Role `lianshu_lead` or `lianshu_checking`. */
export async function lockAuditLog(manager: EntityManager): Promise<void> {
  await manager.query('SELECT lock_audit_log()');
}

/**
 * Appends to the audit log inside the caller's transaction, which must be READ COMMITTED. An advisory lock makes other
 * appenders wait until that transaction ends, so this should be its last statement. Role `lianshu_lead` or
 * `lianshu_checking`.
 */
export async function appendAuditEvent(manager: EntityManager, entry: AuditEntry): Promise<AuditEvent> {
  await keepSignedData(manager, entry);
  await lockAuditLog(manager);
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

/**
 * Writes an entry of staff's role inside the caller's transaction, beside the chain: it takes no lock. The checking role
 * chains it afterwards ({@link chainStaffEntries}).
 */
export async function noteStaffEntry(manager: EntityManager, entry: AuditEntry): Promise<void> {
  await keepSignedData(manager, entry);
  await manager.query(
    'INSERT INTO staff_audit_entry (at, actor, action, case_number, details) VALUES ($1, $2, $3, $4, $5)',
    [entry.at, entry.actor, entry.action, entry.caseNumber ?? null, canonicalJson(entryDetails(entry))],
  );
}

/** Keeps what the actor's card signed, in the transaction of the entry. The same bytes may be handed in again. */
async function keepSignedData(manager: EntityManager, { signedData }: AuditEntry): Promise<void> {
  if (signedData === undefined) return;
  await manager.query(
    'INSERT INTO audit_signed_data (sha256, signed_data) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    [Buffer.from(sha256(signedData)), Buffer.from(signedData)],
  );
}

interface StaffEntryRow {
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly case_number: string | null;
  readonly details: string;
}

/**
 * Chains what staff's role has written, in its order, over the checking role's connections. If the database fails, the
 * entries stay where they are, and the next call chains them.
 */
export async function chainStaffEntries(checking: DataSource): Promise<void> {
  try {
    await checking.transaction(chainAll);
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
  }
}

async function chainAll(manager: EntityManager): Promise<void> {
  await lockAuditLog(manager);
  const rows = await manager.query<StaffEntryRow[]>(
    `WITH taken AS (DELETE FROM staff_audit_entry RETURNING *)
     SELECT at, actor, action, case_number, details FROM taken ORDER BY position`,
  );
  for (const row of rows) await appendAuditEvent(manager, entryOf(row));
}

/** The table's constraints keep each value within its type, but for the details. */
function entryOf({ at, actor, action, case_number: caseNumber, details }: StaffEntryRow): AuditEntry {
  return {
    at,
    actor: actor as AuditActor,
    action: action as AuditAction,
    ...(caseNumber === null ? {} : { caseNumber: caseNumber as CaseNumber }),
    details: detailsOf(details),
  };
}

/** Whoever has staff's login can write any text here. What isn't ours is chained by its digest, so that it stops nothing. */
function detailsOf(text: string): NonNullable<AuditEntry['details']> {
  try {
    const details = JSON.parse(text) as NonNullable<AuditEntry['details']>;
    if (canonicalJson(details) === text && text.startsWith('{')) return details;
  } catch {
    // Not JSON, or with values that canonical JSON doesn't have.
  }
  return { unreadable: sha256Hex(text) };
}

/** The head after the last event. */
async function chainHead(manager: EntityManager): Promise<ChainHead> {
  const select = { seq: true, hash: true } as const;
  const rows = await manager.find(AuditEventEntity, { select, order: { seq: 'DESC' }, take: 1 });
  const last = rows.at(0);
  return last === undefined ? emptyChain : { seq: last.seq, hash: hex(last.hash) };
}
