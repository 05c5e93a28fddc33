import type { Commitment } from '../../core/identifiers.js';
import { octetKey } from '../../core/native-octets.js';
import { fail, ok, type Result } from '../../core/result.js';
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
import type { PaperVerdict } from './paper-verdicts.js';
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

/**
 * The verdicts on paper rows that change because these records get other verdicts (docs/adr/0021). A record that turns out to be somebody
 * else's bars the rows with its number no more; one that counts again does. Where there is no such record, nothing is opened.
 * `paper-not-opened`: the record or the rows are gone, or don't open.
 */
export async function paperChangesWith(
  source: AnewSource,
  { submitted, batch }: RoundInCheck,
  records: readonly ChangedRecord[],
): Promise<Result<readonly PaperChange[], RoundKeyErrorCode | 'paper-not-opened'>> {
  const concerned = records.filter(({ from, to }) => barsPaperRows(from) !== barsPaperRows(to));
  if (batch.paperRows === 0 || concerned.length === 0) return ok([]);
  const context = await verificationContext(submitted, source);
  if (!context.ok) return context;
  try {
    const bars = await numbersOf(source, batch, concerned, context.value);
    return ok(await checkRowsAnew(rowsWithVerdicts(source, batch), bars));
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
 * Checks the rows with these numbers again, as `checkPaperRows` did, and answers the verdicts that are others now. `bars` says of each
 * number whether it counts electronically. The rows are all of the round, in order of page and line.
 */
export async function checkRowsAnew(
  rows: AsyncIterable<CheckedPaperRow> | Iterable<CheckedPaperRow>,
  bars: ReadonlyMap<string, boolean>,
): Promise<readonly PaperChange[]> {
  if (bars.size === 0) return [];
  const counting = new Set<string>();
  const changed: PaperChange[] = [];
  for await (const { row, code } of rows) {
    const { page, line, nationalId, found } = row;
    const isBarred = bars.get(nationalId);
    if (isBarred === undefined) continue;
    const repeats = counting.has(nationalId) ? 'D03' : undefined;
    const now = found ?? (isBarred ? 'D02' : repeats);
    if (now === undefined) counting.add(nationalId);
    if (now !== code) changed.push({ page, line, from: code, code: now });
  }
  return changed;
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
