import { canonicalJson, type JsonValue } from '../core/canonical-json.js';
import type { CaseNumber } from '../core/identifiers.js';
import { type JsonBounds, type JsonReader, parseJson } from '../core/json.js';
import { fail, type Result } from '../core/result.js';
import { sha256Hex } from '../core/sha256.js';
import type { AuditAction } from './actions.js';

/** Who acted: a member of staff by UUID, the lead of the case, or the program itself. */
export type AuditActor = `staff:${string}` | 'lead' | 'system';

/**
 * What a capability reports. It holds no personal data, and before the submission nothing that depends on collected
 * co-signatures.
 */
export interface AuditEntry {
  readonly at: Date;
  readonly actor: AuditActor;
  readonly action: AuditAction;
  readonly caseNumber?: CaseNumber;
  /** Codes, identifiers, digests in hex. */
  readonly details?: Readonly<Record<string, JsonValue>>;
  /**
   * CMS SignedData (DER) by the actor's card over a statement of what they did. It is kept beside the log, because certificates name
   * people; the event's details have its SHA-256 as `signature`.
   */
  readonly signedData?: Uint8Array;
}

/** An event of the chain as it is stored and exported. */
export interface AuditEvent {
  /** 1, 2, 3, … without gaps. */
  readonly seq: number;
  /** UTC, ISO 8601 with milliseconds. */
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  /** Case number, or null where no case is meant. */
  readonly case: string | null;
  readonly details: Readonly<Record<string, JsonValue>>;
  /** `hash` of the event before, 64 hex digits; 64 zeros for the first. */
  readonly previous: string;
  /** See {@link auditHash}. */
  readonly hash: string;
}

/** The end of the chain: the next event continues from here. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

/** The head of an empty chain. */
export const emptyChain: ChainHead = { seq: 0, hash: '0'.repeat(64) };

/**
 * SHA-256, in hex, of the UTF-8 bytes of the event's canonical JSON (RFC 8785) without its `hash` member. For a line of the export:
 * `jq -cSj 'del(.hash)' | sha256sum`.
 */
export function auditHash(event: Omit<AuditEvent, 'hash'>): string {
  const { seq, at, actor, action, case: caseNumber, details, previous } = event;
  const text = canonicalJson({ seq, at, actor, action, case: caseNumber, details, previous });
  return sha256Hex(text);
}

/** The details that the event of an entry has: its own, and the SHA-256 of the SignedData, in hex, as `signature`. */
export function entryDetails({ details = {}, signedData }: AuditEntry): AuditEvent['details'] {
  return signedData === undefined ? details : { ...details, signature: sha256Hex(signedData) };
}

/** The SHA-256 of the SignedData that an event names, in hex: see `AuditEntry.signedData`. */
export function signatureIn({ details }: Pick<AuditEvent, 'details'>): string | undefined {
  return typeof details.signature === 'string' ? details.signature : undefined;
}

/** The event that an entry becomes when it is appended after `head`. */
export function chainedEvent(head: ChainHead, entry: AuditEntry): AuditEvent {
  const event = {
    seq: head.seq + 1,
    at: entry.at.toISOString(),
    actor: entry.actor,
    action: entry.action,
    case: entry.caseNumber ?? null,
    details: entryDetails(entry),
    previous: head.hash,
  };
  return { ...event, hash: auditHash(event) };
}

/** The bounds of an export's line: an event, whose details may have 16 levels. */
const bounds: JsonBounds = { size: 65_536, depth: 17 };

const digest = /^[0-9a-f]{64}$/;

/** Reads a line of the export. An unknown member is refused, because the hash would not cover it. */
export function parseAuditEvent(line: string): Result<AuditEvent, 'audit-event-malformed'> {
  const event = parseJson(line, bounds, readEvent);
  return event.ok ? event : fail('audit-event-malformed');
}

function readEvent(json: JsonReader): AuditEvent {
  json.only('seq', 'at', 'actor', 'action', 'case', 'details', 'previous', 'hash');
  const caseNumber = json.member('case');
  return {
    seq: json.member('seq').integer(1),
    at: json.member('at').text(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    actor: json.member('actor').text(),
    action: json.member('action').text(),
    case: caseNumber.value() === null ? null : caseNumber.text(),
    details: json.member('details').object(),
    previous: json.member('previous').text(digest),
    hash: json.member('hash').text(digest),
  };
}
