import { createHash, type Hash } from 'node:crypto';
import { stringify } from 'csv-stringify/sync';
import type { Commitment } from '../../core/identifiers.js';
import type { Commitments } from '../batch/duplicates.js';

export {
  type BatchIdentity,
  manifestBytes as rosterManifest,
  manifestName,
  type ManifestPart,
  manifestPart,
} from '../../core/exchange/index.js';

/** Rows a roster part may have. */
const rowsPerPart = 50_000;

/** A place in the roster. `seq` counts from 1 through the whole batch. It doesn't contain the national ID number. */
export interface RosterRow {
  readonly seq: number;
  readonly commitment: Commitment;
}

/** A roster's order as it was drawn. */
export interface RosterOrder {
  readonly rows: number;
  /** {@link rosterOrderDigest} of its commitments, 32 bytes. */
  readonly sha256: Uint8Array;
}

/** Which rows one part contains. */
export interface RosterPart {
  /** `part-0001.csv` and so on. */
  readonly name: string;
  readonly firstSeq: number;
  readonly lastSeq: number;
}

/**
 * Puts valid records in the order of the roster: a uniformly random order (Fisher–Yates). It is drawn once for a batch
 * and then stored. So the roster doesn't show MOI the order of signing. `randomBelow(n)` gives a uniform integer in [0,
 * n). Rows are made one after the other: a million at once would take some hundred megabytes.
 */
export function* rosterOrder(
  commitments: Commitments,
  randomBelow: (exclusiveMaximum: number) => number,
): Generator<RosterRow> {
  const { length } = commitments;
  const places = Uint32Array.from({ length }, (_, place) => place);
  for (let seq = 1; seq <= length; seq += 1) {
    const last = length - seq;
    const drawn = last === 0 ? 0 : randomBelow(last + 1);
    const commitment = commitments.at(places[drawn] ?? length);
    if (commitment === undefined) throw new RangeError('drawn outside the roster');
    places[drawn] = places[last] ?? length;
    yield { seq, commitment };
  }
}

/** The parts a roster of `rows` rows has: none for an empty one. */
export function rosterParts(rows: number, size: number = rowsPerPart): readonly RosterPart[] {
  return Array.from({ length: Math.ceil(rows / size) }, (_, index) => ({
    name: `part-${String(index + 1).padStart(4, '0')}.csv`,
    firstSeq: index * size + 1,
    lastSeq: Math.min((index + 1) * size, rows),
  }));
}

/**
 * One part in clear text: RFC 4180, UTF-8, CRLF, header `seq,national_id`. Seal it at once and never write it to a
 * file.
 */
export function rosterCsv(rows: Iterable<readonly [seq: number, nationalId: string]>): Uint8Array {
  return Buffer.from(stringify([['seq', 'national_id'], ...rows], { record_delimiter: '\r\n' }), 'utf8');
}

/**
 * A hash to feed with the commitments of the roster, in its order. An approval to send names this SHA-256. It is made
 * of commitments only, so it may be stored and shown. A digest of the clear roster may not.
 */
export function rosterOrderDigest(): Hash {
  return createHash('sha256').update('lianshu roster order\n');
}
