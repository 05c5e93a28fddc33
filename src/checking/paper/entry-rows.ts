import { createHash } from 'node:crypto';
import type { RoundId } from '../../core/identifiers.js';
import { equalOctets } from '../../core/octets.js';
import type { CommissionDecryptionKey } from '../commission-keys.js';
import { rowsTogether } from './comparison.js';
import { comparePlaces, type PaperPlace, type PaperRow } from './paper-row.js';
import type { PaperEntry, PaperStore, Settlement } from './ports.js';
import { openRows, PaperNotOpenedError } from './sealed-rows.js';

/** What opening stored rows needs. */
export interface PaperRowSource {
  readonly paper: Pick<PaperStore, 'parts' | 'partWith' | 'entries' | 'differences'>;
  readonly commissionDecryptionKey: Pick<CommissionDecryptionKey, 'decrypt'>;
}

/**
 * The rows of an entry, in order: one part of them is in memory at a time. Throws {@link PaperNotOpenedError} where a part doesn't open, and at
 * the end where the parts are not those that the entry names.
 */
export async function* rowsOfEntry(
  { paper, commissionDecryptionKey }: PaperRowSource,
  round: RoundId,
  { id, sha256 }: Pick<PaperEntry, 'id' | 'sha256'>,
): AsyncGenerator<PaperRow> {
  const digest = createHash('sha256');
  for await (const { sealed } of paper.parts(round, id)) {
    digest.update(sealed);
    yield* await openRows(sealed, commissionDecryptionKey);
  }
  if (!equalOctets(digest.digest(), sha256)) throw new PaperNotOpenedError();
}

/** The row of an entry at this place; undefined where it has none. */
export async function rowAt(
  { paper, commissionDecryptionKey }: PaperRowSource,
  round: RoundId,
  { id }: Pick<PaperEntry, 'id'>,
  place: PaperPlace,
): Promise<PaperRow | undefined> {
  const part = await paper.partWith(round, id, place);
  const rows = part && (await openRows(part.sealed, commissionDecryptionKey));
  return rows?.find((row) => comparePlaces(row, place) === 0);
}

/** Differences that are read at once. */
const pageSize = 1_000;

/**
 * The paper rows of a round as they stand after every difference was settled, in order of page and line; none where nothing was entered.
 * Throws {@link PaperNotOpenedError}, and where something is not settled: nobody asks before it is.
 */
export async function* settledRows(source: PaperRowSource, round: RoundId): AsyncGenerator<PaperRow> {
  const entries = await source.paper.entries(round);
  if (entries.length === 0) return;
  const [first, second] = [named(entries, 'first'), named(entries, 'second')];
  const settlements = await settlementsOf(source, round);
  const together = rowsTogether(rowsOfEntry(source, round, first), rowsOfEntry(source, round, second));
  for await (const twice of together) {
    const place = twice.first ?? twice.second;
    const settlement = place && settlements.get(keyOf(place));
    const row = settlement === undefined ? twice.first : await settledRow(source, twice, settlement);
    if (row !== undefined) yield row;
  }
}

async function settledRow(
  { commissionDecryptionKey }: PaperRowSource,
  { first, second }: { readonly first: PaperRow | undefined; readonly second: PaperRow | undefined },
  { settledAs, sealed }: Settlement,
): Promise<PaperRow | undefined> {
  if (settledAs !== 'other') return settledAs === 'first' ? first : second;
  const [row] = sealed === undefined ? [] : await openRows(sealed, commissionDecryptionKey);
  const place = first ?? second;
  // A value that was settled for another row is not this one's.
  if (row === undefined || place === undefined || comparePlaces(row, place) !== 0)
    throw new PaperNotOpenedError();
  return row;
}

async function settlementsOf(
  { paper }: PaperRowSource,
  round: RoundId,
): Promise<ReadonlyMap<string, Settlement>> {
  const settlements = new Map<string, Settlement>();
  for (let after: PaperPlace | undefined; ;) {
    const page = await paper.differences(round, after, pageSize);
    for (const { settlement, ...place } of page) {
      if (settlement === undefined) throw new Error('a difference that is not settled');
      settlements.set(keyOf(place), settlement);
    }
    after = page.at(-1);
    if (after === undefined) return settlements;
  }
}

const keyOf = ({ page, line }: PaperPlace): string => `${page},${line}`;

function named(entries: readonly PaperEntry[], name: PaperEntry['name']): PaperEntry {
  const entry = entries.find((each) => each.name === name);
  if (entry === undefined) throw new Error('an entry without the other');
  return entry;
}
