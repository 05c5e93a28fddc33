import { canonicalJson } from './canonical-json.js';
import type { AuditEvent } from './event.js';
import type { AuditLog } from './ports.js';

const pageSize = 1000;

/** A line of the export, without its line end: canonical JSON (RFC 8785). */
export function auditLine(event: AuditEvent): string {
  return canonicalJson({ ...event });
}

/** All events from the first, as lines of JSONL with their line ends; a page in memory at a time. */
export async function* exportAuditLog(log: Pick<AuditLog, 'page'>): AsyncGenerator<string> {
  let last = 0;
  for (;;) {
    const events = await log.page(last, pageSize);
    for (const event of events) yield `${auditLine(event)}\n`;
    const final = events.at(-1);
    if (final === undefined) return;
    last = final.seq;
  }
}
