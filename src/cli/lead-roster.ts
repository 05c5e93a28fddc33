import {
  commitmentOf,
  type OpeningKey,
  openRecord,
  parseEvidence,
  verifySignedData,
} from '../core/cms/index.js';
import { StatementFrame } from '../checking/index.js';
import { hex } from '../core/octets.js';

/** A row of the lead's roster: the content of a record, or why it cannot be read. Every record has a row. */
export interface LeadRosterRow {
  /** Hex. */
  readonly commitment: string;
  /** Empty if the record cannot be read. */
  readonly nationalId: string;
  /** `good`, or an error code. */
  readonly finding: string;
}

/** Opens and reads one record. It does not validate the certificate; the commission's check does. */
export function leadRosterRow(record: Uint8Array, key: OpeningKey, frame: StatementFrame): LeadRosterRow {
  const commitment = hex(commitmentOf(record));
  const unread = (finding: string): LeadRosterRow => ({ commitment, nationalId: '', finding });
  const opened = openRecord(record, key);
  if (!opened.ok) return unread(opened.failure.code);
  const evidence = parseEvidence(opened.value);
  if (!evidence.ok) return unread(evidence.failure.code);
  const verified = verifySignedData(evidence.value, evidence.value.content);
  if (!verified.ok) return unread(verified.failure.code);
  const fields = frame.read(evidence.value.content);
  return fields === undefined
    ? unread('evidence-statement-wrong')
    : { commitment, nationalId: fields.nationalId, finding: 'good' };
}

/** The rows as CSV (RFC 4180, UTF-8, CRLF). No value contains a comma or a quote. */
export function leadRosterCsv(rows: readonly LeadRosterRow[]): Uint8Array {
  const lines = rows.map(({ commitment, nationalId, finding }) => `${commitment},${nationalId},${finding}`);
  return Buffer.from(['commitment,national_id,finding', ...lines, ''].join('\r\n'), 'utf8');
}
