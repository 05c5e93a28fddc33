import type { AuditEntry, AuditEvent, ChainHead } from './event.js';

/**
 * The log. An action that writes elsewhere in the database hands its entry to the store that writes it, which appends in the same
 * transaction; `append` is for actions without a transaction of their own.
 */
export interface AuditLog {
  /** Appends at the end of the chain; one appender at a time, whatever the number of processes. */
  append(entry: AuditEntry): Promise<AuditEvent>;
  /** Up to `limit` events with `seq` above `after`, in order. */
  page(after: number, limit: number): Promise<readonly AuditEvent[]>;
  /** The last event's place; that of an empty chain where there is none. */
  head(): Promise<ChainHead>;
}

/** Injection token for {@link AuditLog}. */
export const AUDIT_LOG = Symbol('AuditLog');
