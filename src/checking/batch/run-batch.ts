import type { Commitment } from '../../core/identifiers.js';
import { equalOctets } from '../../core/octets.js';
import { rosterOrder } from '../exchange/roster.js';
import type { PaperRow } from '../paper/paper-row.js';
import { checkPaperRows } from '../paper/paper-verdicts.js';
import type { Batch, RecordSource, StoredRecord, VerdictStore } from '../ports.js';
import { type Claim, DuplicateFinder } from './duplicates.js';
import { type CheckedRecord, type Verdict, verdictOn } from './verdict.js';

/** What {@link runBatch} works with. */
export interface BatchRun {
  readonly records: RecordSource;
  readonly verdicts: VerdictStore;
  /** Verifies one record. The content of a record never makes it throw. */
  readonly verify: (record: StoredRecord) => Promise<CheckedRecord>;
  /** The claim of a record that an earlier run found good. */
  readonly claimOf: (record: StoredRecord) => Claim;
  /** Numbers that count electronically from an earlier round of the case (RULES 11). */
  readonly standing: AsyncIterable<string> | Iterable<string>;
  readonly paper: PaperOfRound;
  readonly randomBelow: (exclusiveMaximum: number) => number;
  /** Records read, checked and written in one step. This bounds the memory of a run. */
  readonly pageSize: number;
  /** Records checked at the same time. */
  readonly concurrency: number;
}

/** The paper rows that are checked with a batch. */
export interface PaperOfRound {
  /** The settled rows, in order of page and line. */
  readonly rows: AsyncIterable<PaperRow> | Iterable<PaperRow>;
  /** Numbers that count on paper from an earlier round of the case (RULES 11). */
  readonly standing: AsyncIterable<string> | Iterable<string>;
}

/**
 * Runs a batch from its current place to the phase `judged`. Every record gets exactly one verdict. Then duplicates are
 * struck out, paper rows get theirs, and the order of the roster is drawn. Each page is one transaction, so a killed run continues after its
 * last page. Numbers are not stored anywhere, so a continued run opens the good records of earlier pages again to find
 * duplicates.
 */
export async function runBatch(batch: Batch, run: BatchRun): Promise<void> {
  if (batch.phase !== 'judging') return;
  const duplicates = new DuplicateFinder();
  for await (const number of run.standing) duplicates.addStanding(number);
  const standingOnPaper: string[] = [];
  for await (const number of run.paper.standing) {
    duplicates.addStanding(number);
    standingOnPaper.push(number);
  }
  await reopenVerified(batch, run, duplicates);
  const finished = await verifyRemaining(batch, run, duplicates);
  if (finished.judged !== finished.records)
    throw new Error(`${finished.judged} verdicts for ${finished.records} records`);
  const roster = rosterOrder(duplicates.counted(), run.randomBelow);
  const electronically = (number: string): boolean => duplicates.counts(number);
  const paper = await checkPaperRows(run.paper.rows, { electronically, onPaper: standingOnPaper });
  await run.verdicts.finishVerdicts(finished, duplicates.duplicates(), roster, paper);
}

async function verifyRemaining(batch: Batch, run: BatchRun, duplicates: DuplicateFinder): Promise<Batch> {
  let current = batch;
  for await (const page of pages(current.cursor, (after) =>
    run.records.page(batch.roundId, after, run.pageSize),
  )) {
    const checked = await mapBounded(page, run.concurrency, run.verify);
    const verdicts = checked.map(verdictOn);
    // Each record gets its own verdict. A verdict on another record, or a missing one, is a bug that must stop the batch.
    if (!page.every(({ commitment }, index) => isOn(commitment, verdicts[index])))
      throw new Error('a verdict that is not on the record checked');
    current = await run.verdicts.addPage(current, verdicts);
    for (const each of checked) if (each.kind === 'good') duplicates.add(each.claim);
  }
  return current;
}

/** Adds the numbers of the records that an earlier run found good. */
async function reopenVerified(batch: Batch, run: BatchRun, duplicates: DuplicateFinder): Promise<void> {
  if (batch.cursor === undefined) return;
  for await (const page of pages(undefined, (after) => run.verdicts.page(batch, after, run.pageSize))) {
    const good = page.filter(({ code }) => code === undefined).map(({ commitment }) => commitment);
    const records = await run.records.withCommitments(batch.roundId, good);
    if (records.length !== good.length) throw new Error('a checked record is gone');
    for (const record of records) duplicates.add(run.claimOf(record));
  }
}

/** Pages in the order of commitments, from after `start` to the first empty one. */
export async function* pages<Item extends { readonly commitment: Commitment }>(
  start: Commitment | undefined,
  read: (after: Commitment | undefined) => Promise<readonly Item[]>,
): AsyncGenerator<readonly Item[]> {
  for (let after = start; ;) {
    const page = await read(after);
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = last.commitment;
  }
}

function isOn(commitment: Commitment, verdict: Verdict | undefined): boolean {
  return verdict !== undefined && equalOctets(commitment, verdict.commitment);
}

/** Applies `work` to every item, at most `limit` at a time, and gives the answers in the items' order. */
export async function mapBounded<Item, Answer>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<Answer>,
): Promise<Answer[]> {
  const answers = new Array<Answer>(items.length);
  const waiting = items.entries();
  const lane = async (): Promise<void> => {
    for (const [index, item] of waiting) answers[index] = await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, lane));
  return answers;
}
