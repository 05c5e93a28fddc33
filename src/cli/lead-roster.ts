import { commitmentOf, type OpeningKey, openRecord } from '../core/cms/index.js';
import { hex } from '../core/octets.js';

/** A row of the lead's roster: the number in a record, or why it cannot be read. Every record has a row. */
export interface LeadRosterRow {
  /** Hex. */
  readonly commitment: string;
  /** Empty if the record cannot be read, or holds no number for the lead. */
  readonly nationalId: string;
  /** `good`, or an error code. */
  readonly finding: string;
}

/** Opens the lead's layer of one record. Nothing is verified here: the evidence is sealed to the commission, whose check verifies it. */
export function leadRosterRow(record: Uint8Array, key: OpeningKey): LeadRosterRow {
  const commitment = hex(commitmentOf(record));
  const opened = openRecord(record, key);
  return opened.ok
    ? { commitment, nationalId: opened.value.nationalId ?? '', finding: 'good' }
    : { commitment, nationalId: '', finding: opened.failure.code };
}

/**
 * The rows as CSV (RFC 4180, UTF-8, CRLF). A number may hold any printable character, since only the check verifies it: where it could be
 * taken for more than text, it is left out.
 */
export function leadRosterCsv(rows: readonly LeadRosterRow[]): Uint8Array {
  const lines = rows.map(
    ({ commitment, nationalId, finding }) => `${commitment},${cell(nationalId)},${finding}`,
  );
  return Buffer.from(['commitment,national_id,finding', ...lines, ''].join('\r\n'), 'utf8');
}

const cell = (nationalId: string): string => (/^[A-Za-z0-9]*$/.test(nationalId) ? nationalId : '');
