import type { Commitment } from '../../core/identifiers.js';
import { equalOctets } from '../../core/octets.js';
import { rosterOrder } from '../exchange/roster.js';
import type { Batch, RecordSource, StoredRecord, VerdictStore } from '../ports.js';
import { type Claim, DuplicateFinder } from './duplicates.js';
import { type CheckedRecord, type Verdict, verdictOn } from './verdict.js';

/** What a run of a batch works with. */
export interface BatchRun {
  readonly records: RecordSource;
  readonly verdicts: VerdictStore;
  /** Judges one record; never fails on what a record holds. */
  readonly verify: (record: StoredRecord) => Promise<CheckedRecord>;
  /** The claim of a record that was judged good before. */
  readonly claimOf: (record: StoredRecord) => Claim;
  /** Numbers that count from an earlier round of the case (RULES 11). */
  readonly standing: AsyncIterable<string> | Iterable<string>;
  readonly randomBelow: (exclusiveMaximum: number) => number;
  /** Records read, judged and written at once: what bounds the memory of a run. */
  readonly pageSize: number;
  /** Records judged at the same time. */
  readonly concurrency: number;
}

/**
 * Runs a batch from where it stands to `judged`: every record gets exactly one verdict, then duplicates are struck out and
 * the order of the roster is drawn. Each page is one transaction, so a run that is killed goes on after its last page;
 * numbers are not stored anywhere, so it opens the good records of earlier pages again to find duplicates.
 */
export async function runBatch(batch: Batch, run: BatchRun): Promise<void> {
  if (batch.phase !== 'judging') return;
  const duplicates = new DuplicateFinder();
  for await (const number of run.standing) duplicates.addStanding(number);
  await reopenVerified(batch, run, duplicates);
  const finished = await verifyRemaining(batch, run, duplicates);
  if (finished.judged !== finished.records)
    throw new Error(`${finished.judged} verdicts for ${finished.records} records`);
  const roster = rosterOrder(duplicates.counted(), run.randomBelow);
  await run.verdicts.finishJudging(finished, duplicates.duplicates(), roster);
}

async function verifyRemaining(batch: Batch, run: BatchRun, duplicates: DuplicateFinder): Promise<Batch> {
  let current = batch;
  for await (const page of pages(current.cursor, (after) =>
    run.records.page(batch.roundId, after, run.pageSize),
  )) {
    const judged = await mapBounded(page, run.concurrency, run.verify);
    const verdicts = judged.map(verdictOn);
    // In = out: a verdict on another record, or none, is a bug that must stop the batch.
    if (!page.every(({ commitment }, index) => isOn(commitment, verdicts[index])))
      throw new Error('a verdict that is not on the record judged');
    current = await run.verdicts.addPage(current, verdicts);
    for (const each of judged) if (each.kind === 'good') duplicates.add(each.claim);
  }
  return current;
}

/** Takes up the numbers of records that an earlier run found good. */
async function reopenVerified(batch: Batch, run: BatchRun, duplicates: DuplicateFinder): Promise<void> {
  if (batch.cursor === undefined) return;
  for await (const page of pages(undefined, (after) => run.verdicts.page(batch, after, run.pageSize))) {
    const good = page.filter(({ code }) => code === undefined).map(({ commitment }) => commitment);
    const records = await run.records.withCommitments(batch.roundId, good);
    if (records.length !== good.length) throw new Error('a judged record is gone');
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
