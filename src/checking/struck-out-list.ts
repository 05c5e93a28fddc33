import { stringify } from 'csv-stringify/sync';
import type { ReasonCode } from './reason.js';
import { reasonSentences } from './reason-sentences.js';

/** A line of the struck-out list 不合格清冊. */
export interface StruckOut {
  /** The number as signed; empty where it could not be read (E01, E02). */
  readonly nationalId: string;
  readonly code: ReasonCode;
}

/**
 * The struck-out list as CSV (RFC 4180, UTF-8, CRLF, header `national_id,code,reason`), sorted by code and number so that
 * the order of signing does not show. For sealing at once, never for a file (RULES 9, 12).
 */
export function struckOutCsv(rows: readonly StruckOut[]): Uint8Array {
  const sorted = [...rows].sort(
    (one, other) => compare(one.code, other.code) || compare(one.nationalId, other.nationalId),
  );
  const lines = sorted.map(({ nationalId, code }) => [nationalId, code, reasonSentences[code].zhTW]);
  const header = ['national_id', 'code', 'reason'];
  return Buffer.from(stringify([header, ...lines], { record_delimiter: '\r\n' }), 'utf8');
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
