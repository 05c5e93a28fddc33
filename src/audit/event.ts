import { canonicalJson, type JsonValue } from '../core/canonical-json.js';
import type { CaseNumber } from '../core/identifiers.js';
import { fail, ok, type Result } from '../core/result.js';
import { sha256Hex } from '../core/sha256.js';

/** Who acted: a member of staff by UUID, the lead of the case, or the program itself. */
export type AuditActor = `staff:${string}` | 'lead' | 'system';

/** What a room reports. Neither personal data nor anything that depends on collected co-signatures before submission. */
export interface AuditEntry {
  readonly at: Date;
  readonly actor: AuditActor;
  /** Stable code of what was done, such as `case-registered`. */
  readonly action: string;
  readonly caseNumber?: CaseNumber;
  /** Codes, identifiers, digests in hex. */
  readonly details?: Readonly<Record<string, JsonValue>>;
}

/** A link of the chain as it is stored and exported. */
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

/** Where the chain starts, and where the next event goes on. */
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

/** The event that an entry becomes after `head`. */
export function chainedEvent(head: ChainHead, entry: AuditEntry): AuditEvent {
  const event = {
    seq: head.seq + 1,
    at: entry.at.toISOString(),
    actor: entry.actor,
    action: entry.action,
    case: entry.caseNumber ?? null,
    details: entry.details ?? {},
    previous: head.hash,
  };
  return { ...event, hash: auditHash(event) };
}

const memberForms: Readonly<Record<keyof AuditEvent, (value: unknown) => boolean>> = {
  seq: (value) => Number.isSafeInteger(value) && Number(value) > 0,
  at: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value),
  actor: (value) => typeof value === 'string',
  action: (value) => typeof value === 'string',
  case: (value) => value === null || typeof value === 'string',
  details: isWholeNumberJson,
  previous: isDigest,
  hash: isDigest,
};

/** Longest line that can be an event, in UTF-16 code units; longer ones are not parsed. */
const maximumLineLength = 65_536;

/** Levels of nesting that details may have. */
const maximumDepth = 16;

/** Reads a line of the export. A member that isn't in an event is refused, as nothing would protect it. */
export function parseAuditEvent(line: string): Result<AuditEvent, 'audit-event-malformed'> {
  const value = line.length > maximumLineLength ? undefined : parseJson(line);
  return isEvent(value) ? ok(value) : fail('audit-event-malformed');
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isEvent(value: unknown): value is AuditEvent {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const members = new Map(Object.entries(value));
  const names = Object.entries(memberForms);
  return members.size === names.length && names.every(([name, fits]) => fits(members.get(name)));
}

function isDigest(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}

/** An object that {@link canonicalJson} can write: no number that programs might write differently, and no depth that they might not reach. */
function isWholeNumberJson(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && isCanonicalizable(value);
}

function isCanonicalizable(value: unknown, depth = 0): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value);
  if (typeof value !== 'object' || value === null) return true;
  return depth < maximumDepth && Object.values(value).every((each) => isCanonicalizable(each, depth + 1));
}
