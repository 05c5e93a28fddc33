import type { CaseNumber, Commitment, RoundId, RoundOrdinal, TaipeiDate } from '../core/identifiers.js';

/** Where a round's check stands. Each step is one transaction, and each but the first needs two people. */
export type BatchPhase =
  /** Records are being judged, page by page. */
  | 'judging'
  /** Every record has a verdict, duplicates are struck, the order of the roster is fixed. */
  | 'judged'
  /** The sealed roster is there for MOI. */
  | 'sent'
  /** MOI's answer is in; the result is drawn up. */
  | 'answered'
  /** The result is confirmed and public. */
  | 'published';

/** A verification batch: the check of one submitted round. */
export interface Batch {
  /** UUID version 7. */
  readonly id: string;
  readonly roundId: RoundId;
  readonly caseNumber: CaseNumber;
  readonly round: RoundOrdinal;
  readonly submittedOn: TaipeiDate;
  readonly phase: BatchPhase;
  /** Records the lead signed for. */
  readonly records: number;
  /** Records that have a verdict. */
  readonly judged: number;
  /** The greatest commitment that has a verdict: where a run that was killed goes on. */
  readonly cursor: Commitment | undefined;
}

/** A batch as it begins. */
export type NewBatch = Omit<Batch, 'phase' | 'judged' | 'cursor'>;
