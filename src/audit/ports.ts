import type { AuditEntry, AuditEvent, ChainHead } from './event.js';

/**
 * The audit log. An action that also writes elsewhere in the database hands its entry to the store that writes, which
 * appends it in the same transaction. `append` is for actions without a transaction of their own.
 */
export interface AuditLog {
  /** Appends at the end of the chain. Only one process appends at a time; the others wait. */
  append(entry: AuditEntry): Promise<AuditEvent>;
  /** Up to `limit` events with `seq` above `after`, in order. */
  page(after: number, limit: number): Promise<readonly AuditEvent[]>;
  /** The last `limit` events of this action by the program or a lead, the latest first. */
  latestOf(action: string, limit: number): Promise<readonly AuditEvent[]>;
  /** The head after the last event; that of an empty chain if there is none. */
  head(): Promise<ChainHead>;
}

/** Injection token for {@link AuditLog}. */
export const AUDIT_LOG = Symbol('AuditLog');
