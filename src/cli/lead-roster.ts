import {
  commitmentOf,
  type OpeningKey,
  openRecord,
  parseEvidence,
  verifySignedData,
} from '../core/cms/index.js';
import { StatementFrame } from '../checking/index.js';
import { hex } from '../core/octets.js';

/** A line of the lead's roster: what the record holds, or why it can't be read. One for each record, always. */
export interface LeadRosterRow {
  /** Hex. */
  readonly commitment: string;
  /** Empty where the record can't be read. */
  readonly nationalId: string;
  /** `good`, or the code of what is wrong. */
  readonly finding: string;
}

/** Opens and reads one record. Whether the certificate was good is the check's to judge, not this. */
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

/** CSV (RFC 4180, UTF-8, CRLF). No value holds a comma or a quote. */
export function leadRosterCsv(rows: readonly LeadRosterRow[]): Uint8Array {
  const lines = rows.map(({ commitment, nationalId, finding }) => `${commitment},${nationalId},${finding}`);
  return Buffer.from(['commitment,national_id,finding', ...lines, ''].join('\r\n'), 'utf8');
}
