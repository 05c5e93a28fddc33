import { fail, ok, type Result } from '../result.js';
import { sha256Hex } from '../sha256.js';
import type { ManifestPart } from './manifest.js';

/** Why a part of a roster is refused. */
export const rosterPartErrorCodes = [
  /** Its SHA-256 is not the one in the manifest. */
  'roster-part-digest-wrong',
  /** It doesn't have the documented form, or another number of rows. `values.line`. */
  'roster-part-malformed',
] as const;
export type RosterPartErrorCode = (typeof rosterPartErrorCodes)[number];

/** The header of a part. */
export const rosterHeader = 'seq,national_id';

/** A row of a roster. */
export type RosterPartRow = readonly [seq: number, nationalId: string];

const row = /^([1-9]\d{0,8}),([A-Z][A-Z0-9]\d{8})$/;

/**
 * The rows of a part in clear text: RFC 4180, CRLF, header `seq,national_id`, no quotes, numbered from `firstSeq` without a gap. The digest and the number
 * of rows must be the manifest's.
 */
export function readRosterPart(
  part: ManifestPart,
  csv: Uint8Array,
  firstSeq: number,
): Result<readonly RosterPartRow[], RosterPartErrorCode> {
  if (sha256Hex(csv) !== part.sha256) return fail('roster-part-digest-wrong', { file: part.name });
  const [header, ...lines] = Buffer.from(csv).toString('latin1').split('\r\n');
  const malformed = (line: number) => fail('roster-part-malformed', { file: part.name, line });
  if (header !== rosterHeader) return malformed(1);
  if (lines.pop() !== '' || lines.length !== part.rows) return malformed(lines.length + 1);
  const rows: RosterPartRow[] = [];
  for (const [index, line] of lines.entries()) {
    const [, seq, nationalId] = row.exec(line) ?? [];
    if (nationalId === undefined || Number(seq) !== firstSeq + index) return malformed(index + 2);
    rows.push([Number(seq), nationalId]);
  }
  return ok(rows);
}
