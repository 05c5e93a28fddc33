import type { Checkpoint } from './checkpoint.js';
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
  /** Up to `limit` of these events, in the order that is wanted. */
  search(wanted: WantedEvents, limit: number): Promise<readonly AuditEvent[]>;
  /** The last `limit` events of this action by the program or a lead, the latest first. */
  latestOf(action: string, limit: number): Promise<readonly AuditEvent[]>;
  /** The head after the last event; that of an empty chain if there is none. */
  head(): Promise<ChainHead>;
  /** The SignedData that are kept of these SHA-256, by it. Both in hex, the SignedData in DER. */
  signedData(digests: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
}

/** Which events are wanted: all that is given must be true of one. */
export interface WantedEvents {
  readonly first: 'oldest' | 'latest';
  /** `seq` of the event before the first one wanted, in this order. */
  readonly after?: number | undefined;
  readonly action?: string | undefined;
  readonly actor?: string | undefined;
  readonly caseNumber?: string | undefined;
  /** At this time or later. */
  readonly from?: Date | undefined;
  /** Before this time. */
  readonly until?: Date | undefined;
}

/** Injection token for {@link AuditLog}. */
export const AUDIT_LOG = Symbol('AuditLog');

/** A checkpoint as it is stored and published: its JWS, and what of it must be known without reading that. */
export interface StoredCheckpoint extends Pick<Checkpoint, 'number' | 'issuedAt'> {
  /** Number of events. */
  readonly events: number;
  /** Compact form. */
  readonly jws: string;
}

/** Checkpoints of the audit log, each written once. */
export interface CheckpointStore {
  /** The last one. */
  last(): Promise<StoredCheckpoint | undefined>;
  /** Stores one. False, with nothing written, if there is one of this number or hour (UTC) already. */
  add(checkpoint: StoredCheckpoint): Promise<boolean>;
  /** Up to `limit` of those with a number above `after`, in order. */
  after(number: number, limit: number): Promise<readonly StoredCheckpoint[]>;
}

/** Injection token for {@link CheckpointStore}. */
export const CHECKPOINT_STORE = Symbol('CheckpointStore');

/** Checkpoints as anybody may read them. */
export interface PublishedCheckpoints {
  /** Up to `limit`, the latest first, of those with a number below `before`, or of all. */
  page(before: number | undefined, limit: number): Promise<readonly StoredCheckpoint[]>;
}

/** Injection token for {@link PublishedCheckpoints}. */
export const PUBLISHED_CHECKPOINTS = Symbol('PublishedCheckpoints');

/** Signs checkpoints. Signs with the intake key, which may be in a hardware module. */
export interface CheckpointSigner {
  /** A compact JWS (ES256) that verifies under the platform's published keys. */
  sign(checkpoint: Checkpoint): Promise<string>;
}

/** Injection token for {@link CheckpointSigner}. */
export const CHECKPOINT_SIGNER = Symbol('CheckpointSigner');
