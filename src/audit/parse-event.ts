import { fail, ok, type Result } from '../core/result.js';
import type { AuditEvent } from './event.js';

const forms: Readonly<Record<keyof AuditEvent, (value: unknown) => boolean>> = {
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
  const value = line.length > maximumLineLength ? undefined : parsed(line);
  return isEvent(value) ? ok(value) : fail('audit-event-malformed');
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isEvent(value: unknown): value is AuditEvent {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const members = new Map(Object.entries(value));
  const names = Object.entries(forms);
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
