import { stringify } from 'csv-stringify/sync';
import { signForCard } from '../../core/cms/index.js';
import { octetKey } from '../../core/native-octets.js';
import { fail, ok, type Result } from '../../core/result.js';
import { pages } from '../batch/pages.js';
import type { ReasonCode } from '../reason-codes.js';
import { numberSigned, type VerificationContext } from '../batch/verify-record.js';
import type { CommissionKey } from '../commission-keys.js';
import type { RosterStore } from '../exchange/ports.js';
import { type ClosedRowSource, rowsWithVerdicts } from '../paper/checked-rows.js';
import { comparePlaces, type PaperPlace } from '../paper/paper-row.js';
import { PaperNotOpenedError } from '../paper/sealed-rows.js';
import type { RosterRow } from '../exchange/roster.js';
import type { Batch, RecordSource, VerdictStore } from '../ports.js';

/** Verdicts read, and records opened, in one step. */
const pageSize = 500;

/** The sentence in zh-TW that says why a co-signature was struck out, and what the co-signer can do. */
export type ReasonSentence = (code: ReasonCode) => string;

/** Injection token for {@link ReasonSentence}. */
export const REASON_SENTENCE = Symbol('ReasonSentence');

/** What the struck-out list is made from. */
export interface StruckOutRecords extends ClosedRowSource {
  readonly batch: Batch;
  /** Why records of the roster don't count, by `seq`, which is not applied yet. */
  readonly answer: ReadonlyMap<number, ReasonCode>;
  readonly context: VerificationContext;
  readonly records: RecordSource;
  readonly verdicts: Pick<VerdictStore, 'page' | 'paperPage'>;
  readonly rosters: RosterStore;
  /** Signs the list, at this time. */
  readonly commissionKey: CommissionKey;
  readonly at: Date;
  /** The lead's encryption certificate, DER. */
  readonly recipient: Uint8Array;
  readonly reasonSentence: ReasonSentence;
}

/**
 * The struck-out list 不合格清冊 (RULES 9, 12), signed by the commission and encrypted so that the lead's card opens it. Of the records, only those
 * struck out are opened. The list has their number, code and sentence, and of a paper row its place on paper. `paper-not-opened`: the paper rows
 * are not those that two people closed, or don't open.
 */
export async function sealedStruckOutList(
  work: StruckOutRecords,
): Promise<Result<Uint8Array, 'paper-not-opened'>> {
  try {
    return ok(await sealedList(work));
  } catch (error) {
    if (error instanceof PaperNotOpenedError) return fail('paper-not-opened');
    throw error;
  }
}

async function sealedList(work: StruckOutRecords): Promise<Uint8Array> {
  const { batch, context, records } = work;
  const answered = await answerByCommitment(work);
  const struckOut: StruckOut[] = [];
  for await (const { row, code } of rowsWithVerdicts(work, batch))
    if (code !== undefined) struckOut.push({ nationalId: row.nationalId, code, place: row });
  for await (const page of pages(undefined, (after) => work.verdicts.page(batch, after, pageSize))) {
    const codes = new Map<string, ReasonCode>();
    for (const { commitment, code } of page) {
      const final = code ?? answered.get(octetKey(commitment));
      if (final !== undefined) codes.set(octetKey(commitment), final);
    }
    const gone = page.filter(({ commitment }) => codes.has(octetKey(commitment)));
    for (const record of await records.withCommitments(
      batch.roundId,
      gone.map((each) => each.commitment),
    )) {
      const code = codes.get(octetKey(record.commitment));
      if (code !== undefined) struckOut.push({ nationalId: numberSigned(record, context), code });
    }
  }
  const csv = struckOutCsv(struckOut, work.reasonSentence);
  return signForCard(csv, work.commissionKey, work.at, work.recipient);
}

async function answerByCommitment({
  batch,
  answer,
  rosters,
}: StruckOutRecords): Promise<Map<string, ReasonCode>> {
  const byCommitment = new Map<string, ReasonCode>();
  if (answer.size === 0) return byCommitment;
  for await (const { seq, commitment } of rosterRows(rosters, batch)) {
    const code = answer.get(seq);
    if (code !== undefined) byCommitment.set(octetKey(commitment), code);
  }
  return byCommitment;
}

/** The rows of a batch's roster, in their order, read page by page. */
export async function* rosterRows(
  rosters: Pick<RosterStore, 'rows'>,
  batch: Batch,
): AsyncGenerator<RosterRow> {
  for (let after = 0; ;) {
    const rows = await rosters.rows(batch, after, pageSize);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield* rows;
    after = last.seq;
  }
}

/** A line of the struck-out list 不合格清冊. */
interface StruckOut {
  /** The number as signed, or as on paper. Empty where it can't be read (E01, E02, P codes). */
  readonly nationalId: string;
  readonly code: ReasonCode;
  /** Where a paper row stands; undefined for an electronic co-signature. */
  readonly place?: PaperPlace;
}

/**
 * The struck-out list as CSV (RFC 4180, UTF-8, CRLF, header `national_id,code,reason,kind,page,line`), both kinds apart: first `electronic`,
 * sorted by code and number, so that the order of signing doesn't show; then `paper`, sorted by code and place. Page and line are empty for
 * an electronic one. Seal it at once and never write it to a file (RULES 9, 12).
 */
export function struckOutCsv(rows: readonly StruckOut[], reasonSentence: ReasonSentence): Uint8Array {
  const lines = [...rows]
    .sort(inListOrder)
    .map(({ nationalId, code, place }) => [
      nationalId,
      code,
      reasonSentence(code),
      place === undefined ? 'electronic' : 'paper',
      place?.page,
      place?.line,
    ]);
  const header = ['national_id', 'code', 'reason', 'kind', 'page', 'line'];
  return Buffer.from(stringify([header, ...lines], { record_delimiter: '\r\n' }), 'utf8');
}

function inListOrder(one: StruckOut, other: StruckOut): number {
  const byKind = Number(one.place !== undefined) - Number(other.place !== undefined);
  const byCode = byKind || compare(one.code, other.code);
  if (byCode !== 0 || one.place === undefined || other.place === undefined)
    return byCode || compare(one.nationalId, other.nationalId);
  return comparePlaces(one.place, other.place);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
