import type { CaseNumber, Commitment, RoundOrdinal } from '../../core/identifiers.js';
import { jwksOf } from '../../core/jws-signing.js';
import { verifyReceipt } from '../../core/receipt.js';
import type { IntakeKeys } from '../../core/receipt-signing.js';
import { fail, ok, type Result } from '../../core/result.js';
import type { BearerErrorCode } from '../errors.js';
import type { RecordedCommitments } from '../ports.js';
import type { Inclusion, PublicResults, ReceiptAnswer, ReceiptStatus } from './public-results.js';

/** What the platform answers about a commitment, to anybody: never why it doesn't count. */
export interface ReceiptReport {
  readonly caseNumber: CaseNumber;
  readonly round: RoundOrdinal;
  readonly status: ReceiptStatus['status'];
  readonly inclusion?: Inclusion;
  /** SHA-256 of `result.json` of each version of the result, the first one first. */
  readonly results?: readonly Uint8Array[];
}

/** What it answers to the bearer of the receipt: by group also why it doesn't count. */
export interface BearerReport extends ReceiptAnswer {
  readonly caseNumber: CaseNumber;
  readonly round: RoundOrdinal;
}

/** Answers receipts: `recorded`, then `submitted`, then `counted` or `not-counted`. */
export class Receipts {
  constructor(
    private readonly recorded: RecordedCommitments,
    private readonly results: Pick<PublicResults, 'receipt'>,
    private readonly intakeKeys: IntakeKeys,
  ) {}

  /** The standing of the co-signature with this commitment, for anybody who knows it. Undefined when there is none. */
  async find(commitment: Commitment): Promise<ReceiptReport | undefined> {
    const report = await this.report(commitment);
    return report && { ...report, status: report.status.status };
  }

  /**
   * The standing of the co-signature of a receipt (JWS) that the platform signed, for whoever shows it as a whole. `receipt-invalid`: it is not ours
   * as it stands; `not-found`: there is no such record.
   */
  async ofBearer(receipt: string): Promise<Result<BearerReport, BearerErrorCode>> {
    const keys = (await this.intakeKeys.all()).map((publicKey) => ({ publicKey }));
    const verified = await verifyReceipt(receipt, await jwksOf(keys));
    if (!verified.ok) return verified;
    const report = await this.report(verified.value.commitment);
    return report === undefined ? fail('not-found') : ok(report);
  }

  private async report(commitment: Commitment): Promise<BearerReport | undefined> {
    const found = await this.recorded.find(commitment);
    if (found === undefined) return undefined;
    const { caseNumber, round, roundId, submitted } = found;
    return {
      caseNumber,
      round,
      ...(await this.results.receipt(roundId, commitment, submitted)),
    };
  }
}
