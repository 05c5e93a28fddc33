import type { CaseNumber, Commitment, RoundOrdinal } from '../core/identifiers.js';
import type { RecordedCommitments } from './ports.js';
import type { PublicResults, ReceiptAnswer } from './public-results.js';

/** What the platform answers about a commitment. */
export interface ReceiptReport extends ReceiptAnswer {
  readonly caseNumber: CaseNumber;
  readonly round: RoundOrdinal;
}

/** Answers receipts: recorded → submitted → counted or struck out. */
export class Receipts {
  constructor(
    private readonly recorded: RecordedCommitments,
    private readonly results: Pick<PublicResults, 'receipt'>,
  ) {}

  /** What became of the co-signature with this commitment; undefined when none has it. */
  async find(commitment: Commitment): Promise<ReceiptReport | undefined> {
    const found = await this.recorded.find(commitment);
    if (found === undefined) return undefined;
    const { caseNumber, round, roundId, submitted } = found;
    return { caseNumber, round, ...(await this.results.receipt(roundId, commitment, submitted)) };
  }
}
