import { canonicalJson } from '../core/canonical-json.js';
import { fail, ok, type Result } from '../core/result.js';
import type { AuditErrorCode } from './errors.js';
import { type AuditEvent, auditHash, type ChainHead, emptyChain, parseAuditEvent } from './event.js';
import type { AuditLog } from './ports.js';

/** Checks an event against the head of the chain before it. Answers the new head, or the first thing that is wrong. */
export function nextHead(head: ChainHead, event: AuditEvent): Result<ChainHead, AuditErrorCode> {
  if (event.seq !== head.seq + 1) return fail('audit-sequence-broken', { seq: event.seq });
  if (event.previous !== head.hash) return fail('audit-chain-broken', { seq: event.seq });
  if (event.hash !== auditHash(event)) return fail('audit-event-altered', { seq: event.seq });
  return ok({ seq: event.seq, hash: event.hash });
}

/**
 * Verifies a whole log from its first event. Finds every change, gap, repetition and change of order. Events that were
 * cut off at the end are found only with `expected`, a head noted earlier. Answers the last head.
 */
export function verifyAuditChain(
  events: Iterable<AuditEvent>,
  expected?: ChainHead,
): Result<ChainHead, AuditErrorCode> {
  const seen = new ExpectedHead(expected);
  let head = emptyChain;
  for (const event of events) {
    const next = nextHead(head, event);
    if (!next.ok) return next;
    head = next.value;
    seen.pass(head);
  }
  return seen.reached(head);
}

/**
 * As {@link verifyAuditChain}, over the lines of a JSONL export, which must be canonical. Failures name the `line`. Only one line is in memory
 * at a time.
 */
export async function verifyAuditLines(
  lines: AsyncIterable<string> | Iterable<string>,
  expected?: ChainHead,
): Promise<Result<ChainHead, AuditErrorCode>> {
  const seen = new ExpectedHead(expected);
  let head = emptyChain;
  let line = 0;
  for await (const text of lines) {
    line += 1;
    const event = parseLine(text);
    const next = event.ok ? nextHead(head, event.value) : event;
    if (!next.ok) return fail(next.failure.code, { line });
    head = next.value;
    seen.pass(head);
  }
  return seen.reached(head);
}

/** A head that must occur in the log. The log may continue after it. */
class ExpectedHead {
  private met: boolean;

  constructor(private readonly expected: ChainHead | undefined) {
    this.met = expected === undefined || expected.seq === 0;
  }

  pass(head: ChainHead): void {
    if (head.seq === this.expected?.seq && head.hash === this.expected.hash) this.met = true;
  }

  reached(head: ChainHead): Result<ChainHead, AuditErrorCode> {
    return this.met ? ok(head) : fail('audit-head-differs', { seq: this.expected?.seq ?? 0 });
  }
}

const eventsPerPage = 1000;

/** A line of the export, without its line end: canonical JSON (RFC 8785). */
export function auditLine(event: AuditEvent): string {
  return canonicalJson({ ...event });
}

/** Reads a line that is exactly as the export writes it: one event has one line, and nothing in it is left unread. */
function parseLine(text: string): Result<AuditEvent, 'audit-event-malformed'> {
  const event = parseAuditEvent(text);
  return event.ok && auditLine(event.value) !== text ? fail('audit-event-malformed') : event;
}

/** All events from the first, as lines of JSONL with their line ends. Only one page is in memory at a time. */
export async function* exportAuditLog(log: Pick<AuditLog, 'page'>): AsyncGenerator<string> {
  let last = 0;
  for (;;) {
    const events = await log.page(last, eventsPerPage);
    for (const event of events) yield `${auditLine(event)}\n`;
    const final = events.at(-1);
    if (final === undefined) return;
    last = final.seq;
  }
}
