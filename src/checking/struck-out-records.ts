import type { Batch } from './batch.js';
import { type JudgingContext, numberSigned } from './judge-record.js';
import type { MoiAnswer } from './moi-answer.js';
import type { RecordSource, RosterStore, VerdictStore } from './ports.js';
import type { ReasonCode } from './reason.js';
import { pages } from './run-batch.js';
import { type StruckOut, struckOutCsv } from './struck-out-list.js';
import { envelopForCard } from '../core/cms/index.js';

/** Verdicts read, and records opened, at once. */
const pageSize = 500;

/** What the struck-out list is drawn from. */
export interface StruckOutRecords {
  readonly batch: Batch;
  /** MOI's answer, which is not applied yet. */
  readonly answer: MoiAnswer;
  readonly context: JudgingContext;
  readonly records: RecordSource;
  readonly verdicts: VerdictStore;
  readonly rosters: RosterStore;
  /** The lead's encryption certificate, DER. */
  readonly recipient: Uint8Array;
}

/**
 * The struck-out list 不合格清冊 (RULES 9, 12): opens the records struck out, and only those, and seals number, code and
 * sentence so that the lead's card opens it.
 */
export async function sealedStruckOutList(work: StruckOutRecords): Promise<Uint8Array> {
  const { batch, context, records } = work;
  const answered = await answerByCommitment(work);
  const struckOut: StruckOut[] = [];
  for await (const page of pages(undefined, (after) => work.verdicts.page(batch, after, pageSize))) {
    const codes = new Map<string, ReasonCode>();
    for (const { commitment, code } of page) {
      const final = code ?? answered.get(keyOf(commitment));
      if (final !== undefined) codes.set(keyOf(commitment), final);
    }
    const gone = page.filter(({ commitment }) => codes.has(keyOf(commitment)));
    for (const record of await records.withCommitments(
      batch.roundId,
      gone.map((each) => each.commitment),
    )) {
      const code = codes.get(keyOf(record.commitment));
      if (code !== undefined) struckOut.push({ nationalId: numberSigned(record, context), code });
    }
  }
  return envelopForCard(struckOutCsv(struckOut), [work.recipient]);
}

async function answerByCommitment({
  batch,
  answer,
  rosters,
}: StruckOutRecords): Promise<Map<string, ReasonCode>> {
  const byCommitment = new Map<string, ReasonCode>();
  for (let after = 0; ;) {
    const rows = await rosters.rows(batch, after, pageSize);
    const last = rows.at(-1);
    if (last === undefined) return byCommitment;
    for (const { seq, commitment } of rows) {
      const code = answer.get(seq);
      if (code !== undefined) byCommitment.set(keyOf(commitment), code);
    }
    after = last.seq;
  }
}

function keyOf(commitment: Uint8Array): string {
  return Buffer.from(commitment).toString('hex');
}
