import { rosterOrder } from '../exchange/roster.js';
import type { CommissionDecryptionKey } from '../commission-keys.js';
import type { PaperRow } from '../paper/paper-row.js';
import { checkPaperRows } from '../paper/paper-verdicts.js';
import type { Batch, VerdictStore } from '../ports.js';
import { openClaims } from './chunk-claims.js';
import { DuplicateFinder } from './duplicates.js';

/** What {@link finishBatch} works with. */
export interface BatchFinish {
  readonly verdicts: Pick<VerdictStore, 'sealedClaims' | 'finishVerdicts'>;
  readonly commissionDecryptionKey: Pick<CommissionDecryptionKey, 'decrypt'>;
  /** Numbers that count electronically from an earlier round of the case (RULES 11). */
  readonly standing: AsyncIterable<string> | Iterable<string>;
  readonly paper: PaperOfRound;
  readonly randomBelow: (exclusiveMaximum: number) => number;
}

/** The paper rows that are checked with a batch. */
export interface PaperOfRound {
  /** The settled rows, in order of page and line. */
  readonly rows: AsyncIterable<PaperRow> | Iterable<PaperRow>;
  /** Numbers that count on paper from an earlier round of the case (RULES 11). */
  readonly standing: AsyncIterable<string> | Iterable<string>;
}

/**
 * Takes a batch of which every chunk has its verdicts to the phase `judged`: duplicates are struck out, paper rows get their verdicts, and
 * the order of the roster is drawn. One transaction writes all of it, so a run that is killed changes nothing, and of two runs one is
 * rolled back. Numbers are in memory, about 100 octets a record, and stored nowhere.
 */
export async function finishBatch(batch: Batch, finish: BatchFinish): Promise<void> {
  if (batch.judged !== batch.records)
    throw new Error(`${batch.judged} verdicts for ${batch.records} records`);
  const duplicates = new DuplicateFinder();
  for await (const number of finish.standing) duplicates.addStanding(number);
  const standingOnPaper: string[] = [];
  for await (const number of finish.paper.standing) {
    duplicates.addStanding(number);
    standingOnPaper.push(number);
  }
  for (let chunk = 0; chunk < batch.chunks; chunk += 1) {
    const sealed = await finish.verdicts.sealedClaims(batch, chunk);
    for (const claim of await openClaims({ batch, chunk }, sealed, finish.commissionDecryptionKey))
      duplicates.add(claim);
  }
  const roster = rosterOrder(duplicates.counted(), finish.randomBelow);
  const electronically = (number: string): boolean => duplicates.counts(number);
  const paper = await checkPaperRows(finish.paper.rows, { electronically, onPaper: standingOnPaper });
  await finish.verdicts.finishVerdicts(batch, duplicates.duplicates(), roster, paper);
}
