import type { Commitment } from '../../core/identifiers.js';
import { octetKey } from '../../core/native-octets.js';
import { fail, ok, type Result } from '../../core/result.js';
import { packedNumber } from '../batch/claim.js';
import {
  type RoundInCheck,
  verificationContext,
  type VerificationDependencies,
} from '../batch/submitted-round.js';
import { claimOf, type VerificationContext } from '../batch/verify-record.js';
import type { RoundKeyErrorCode } from '../errors.js';
import type { Batch, RecordSource, VerdictStore } from '../ports.js';
import { barsPaperRows, type ReasonCode } from '../reason-codes.js';
import { type CheckedPaperRow, type ClosedRowSource, rowsWithVerdicts } from './checked-rows.js';
import type { PaperPlace } from './paper-row.js';
import { codeOf, type PaperVerdict } from './paper-verdicts.js';
import { PaperNotOpenedError } from './sealed-rows.js';

/** A record whose verdict changes; `undefined` is that it counts. */
export interface ChangedRecord {
  readonly commitment: Commitment;
  readonly from: ReasonCode | undefined;
  readonly to: ReasonCode | undefined;
}

/** A paper row whose verdict changes, with the verdict until now. */
export interface PaperChange extends PaperVerdict {
  readonly from: PaperVerdict['code'];
}

/** What checking paper rows anew works with. */
export interface AnewSource extends VerificationDependencies {
  readonly paper: ClosedRowSource['paper'];
  readonly records: Pick<RecordSource, 'withCommitments'>;
  readonly verdicts: Pick<VerdictStore, 'paperPage'>;
}

/** What changes in a round and concerns its paper rows. */
export interface PaperConcern {
  readonly records: readonly ChangedRecord[];
  /** Rows on which two people decided that the office's finding doesn't hold. */
  readonly cleared: readonly PaperPlace[];
}

/**
 * The verdicts on paper rows that change because these records get other verdicts, and what the office found on these rows falls
 * (docs/adr/0021, 0025). A record that turns out to be somebody else's bars the rows with its number no more; one that counts again does. Where
 * nothing concerns paper, nothing is opened. `paper-not-opened`: the record or the rows are gone, or don't open.
 */
export async function paperChangesWith(
  source: AnewSource,
  { submitted, batch }: RoundInCheck,
  { records, cleared }: PaperConcern,
): Promise<Result<readonly PaperChange[], RoundKeyErrorCode | 'paper-not-opened'>> {
  const concerned = records.filter(({ from, to }) => barsPaperRows(from) !== barsPaperRows(to));
  if (batch.paperRows === 0 || concerned.length + cleared.length === 0) return ok([]);
  const context = await verificationContext(submitted, source);
  if (!context.ok) return context;
  try {
    const bars = await numbersOf(source, batch, concerned, context.value);
    return ok(await checkRowsAnew(rowsWithVerdicts(source, batch), bars, cleared));
  } catch (error) {
    if (error instanceof PaperNotOpenedError) return fail('paper-not-opened');
    throw error;
  }
}

/** The numbers of these records, and whether each bars paper rows now. */
async function numbersOf(
  { records }: AnewSource,
  { roundId }: Batch,
  concerned: readonly ChangedRecord[],
  context: VerificationContext,
): Promise<ReadonlyMap<string, boolean>> {
  const to = new Map(concerned.map((each) => [octetKey(each.commitment), each.to]));
  const wanted = concerned.map(({ commitment }) => commitment);
  const opened = await records.withCommitments(roundId, wanted);
  if (opened.length !== wanted.length) throw new PaperNotOpenedError();
  return new Map(
    opened.map((each) => [
      claimOf(each, context).nationalId,
      barsPaperRows(to.get(octetKey(each.commitment))),
    ]),
  );
}

/**
 * Checks rows again, as `checkPaperRows` did, and answers what is different now. `bars` says of each number whose electronic co-signature has another
 * verdict whether it counts electronically. A cleared row counts where its number counts nowhere else; a row that counts already
 * stays. The rows are all of the round, in order of page and line, and none is read where nothing has changed.
 */
export async function checkRowsAnew(
  rows: AsyncIterable<CheckedPaperRow> | Iterable<CheckedPaperRow>,
  bars: ReadonlyMap<string, boolean>,
  cleared: readonly PaperPlace[] = [],
): Promise<readonly PaperChange[]> {
  if (bars.size + cleared.length === 0) return [];
  const clearedKeys = new Set(cleared.map(keyOf));
  const counting = new Set<number>();
  const waiting: CheckedPaperRow[] = [];
  const changes: PaperChange[] = [];
  for await (const each of rows) {
    const anew = withBars(each, bars, counting);
    if (clearedKeys.has(keyOf(each.row))) waiting.push({ ...each, repeats: anew.repeats });
    else changes.push(...changeTo(each, anew));
    if (anew.code === undefined) counting.add(packedNumber(each.row.nationalId));
  }
  for (const each of waiting) {
    const repeats = counting.has(packedNumber(each.row.nationalId)) ? 'D03' : each.repeats;
    // A number that nobody can read, or nobody compared, counts for nobody.
    if (repeats === undefined) continue;
    if (repeats === 'none') counting.add(packedNumber(each.row.nationalId));
    changes.push(...changeTo(each, { code: codeOf(repeats), repeats }));
  }
  return changes;
}

type Anew = Pick<PaperVerdict, 'code' | 'repeats'>;

/** The verdict on a row once its number counts electronically or not. What the office found stays, unless it fell before. */
function withBars(
  { row, code, repeats }: CheckedPaperRow,
  bars: ReadonlyMap<string, boolean>,
  counting: ReadonlySet<number>,
): Anew {
  const isBarred = bars.get(row.nationalId);
  if (isBarred === undefined) return { code, repeats };
  const otherwise = counting.has(packedNumber(row.nationalId)) ? 'D03' : 'none';
  const now = isBarred ? 'D02' : otherwise;
  return { code: code !== undefined && code === row.found ? code : codeOf(now), repeats: now };
}

function changeTo(
  { row: { page, line }, code: from, repeats }: CheckedPaperRow,
  to: Anew,
): readonly PaperChange[] {
  return from === to.code && repeats === to.repeats ? [] : [{ page, line, from, ...to }];
}

/** The verdicts on paper rows as they are once these changes are made. */
export function paperPageWith(
  verdicts: Pick<VerdictStore, 'paperPage'>,
  changes: readonly PaperVerdict[],
): VerdictStore['paperPage'] {
  const changed = new Map(changes.map((each) => [keyOf(each), each]));
  return async (...wanted) =>
    (await verdicts.paperPage(...wanted)).map((each) => changed.get(keyOf(each)) ?? each);
}

/** Each change as a verdict and the one that takes its place. */
export function movesOf(
  changes: readonly PaperChange[],
): readonly Readonly<Record<'from' | 'to', PaperVerdict['code']>>[] {
  return changes.map(({ from, code: to }) => ({ from, to }));
}

const keyOf = ({ page, line }: PaperPlace): string => `${page}-${line}`;
