import { canonicalJson } from '../core/canonical-json.js';
import { type JsonReader, parseJson } from '../core/json.js';
import { fail, ok, type Result } from '../core/result.js';
import { type AuditEvent, parseAuditEvent } from './event.js';

/** A line of an exported log. */
export type ExportedLine =
  | { readonly kind: 'event'; readonly event: AuditEvent }
  /** CMS SignedData, DER. It stands after the event whose `signature` is its SHA-256. */
  | { readonly kind: 'signed-data'; readonly signedData: Uint8Array }
  /** Compact JWS. It stands after the event that is its head. */
  | { readonly kind: 'checkpoint'; readonly jws: string };

/** The line of an event, without its line end: canonical JSON (RFC 8785). */
export function auditLine(event: AuditEvent): string {
  return canonicalJson({ ...event });
}

/** The line of a SignedData: canonical JSON `{"signedData":…}`, base64 (RFC 4648 §4). */
export function signedDataLine(signedData: Uint8Array): string {
  return canonicalJson({ signedData: Buffer.from(signedData).toString('base64') });
}

/** The line of a checkpoint: canonical JSON `{"checkpoint":…}`. */
export function checkpointLine(jws: string): string {
  return canonicalJson({ checkpoint: jws });
}

/** Reads a line that is exactly as the export writes it: nothing in it is left unread. */
export function parseExportedLine(text: string): Result<ExportedLine, 'audit-event-malformed'> {
  const line = parseLine(text);
  return line.ok && lineOf(line.value) !== text ? fail('audit-event-malformed') : line;
}

function parseLine(text: string): Result<ExportedLine, 'audit-event-malformed'> {
  if (text.startsWith('{"signedData":'))
    return parseMember(text, 'signedData', (member) => ({
      kind: 'signed-data',
      signedData: new Uint8Array(Buffer.from(member.text(), 'base64')),
    }));
  if (text.startsWith('{"checkpoint":'))
    return parseMember(text, 'checkpoint', (member) => ({ kind: 'checkpoint', jws: member.text() }));
  const event = parseAuditEvent(text);
  return event.ok ? ok({ kind: 'event', event: event.value }) : event;
}

/** A SignedData of 64 KiB in base64. */
const bounds = { size: 98_304, depth: 2 };

function parseMember(
  text: string,
  name: string,
  read: (member: JsonReader) => ExportedLine,
): Result<ExportedLine, 'audit-event-malformed'> {
  const line = parseJson<ExportedLine>(text, bounds, (json) => read(json.member(name)));
  return line.ok ? line : fail('audit-event-malformed');
}

function lineOf(line: ExportedLine): string {
  switch (line.kind) {
    case 'event':
      return auditLine(line.event);
    case 'signed-data':
      return signedDataLine(line.signedData);
    case 'checkpoint':
      return checkpointLine(line.jws);
  }
}
