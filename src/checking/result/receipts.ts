import type { CaseNumber, Commitment, RoundOrdinal } from '../../core/identifiers.js';
import { jwksOf } from '../../core/jws-signing.js';
import { verifyReceipt } from '../../core/receipt.js';
import type { IntakeKeys } from '../../core/receipt-signing.js';
import { fail, ok, type Result } from '../../core/result.js';
import type { BearerErrorCode } from '../errors.js';
import type { RecordedCommitments } from '../ports.js';
import { type ReasonCode, type ReasonGroup, reasonGroupOf } from '../reason-codes.js';
import type { PublishedReasons } from './ports.js';
import type { PublicResults, ReceiptAnswer, ReceiptStatus } from './public-results.js';

/** What the platform answers about a commitment, to anybody: never why it doesn't count. */
export interface ReceiptReport extends ReceiptAnswer {
  readonly caseNumber: CaseNumber;
  readonly round: RoundOrdinal;
}

/** The possible answers to the bearer of a receipt. */
export type BearerStatus =
  | { readonly status: Exclude<ReceiptStatus, 'not-counted'> }
  | { readonly status: 'not-counted'; readonly group: ReasonGroup };

/** What it answers to the bearer of the receipt: by group also why it doesn't count. */
export interface BearerReport extends Omit<ReceiptReport, 'status'> {
  readonly status: BearerStatus;
}

/** The status of a record with the group of its reason. Where a correction has counted it since, the code is gone, and it counts. */
export function bearerStatusOf(status: ReceiptStatus, code: ReasonCode | undefined): BearerStatus {
  if (status !== 'not-counted') return { status };
  return code === undefined ? { status: 'counted' } : { status, group: reasonGroupOf(code) };
}

type RecordedIn = NonNullable<Awaited<ReturnType<RecordedCommitments['find']>>>;

/** Answers receipts: `recorded`, then `submitted`, then `counted` or `not-counted`. */
export class Receipts {
  constructor(
    private readonly recorded: RecordedCommitments,
    private readonly results: Pick<PublicResults, 'receipt'>,
    private readonly reasons: PublishedReasons,
    private readonly intakeKeys: IntakeKeys,
  ) {}

  /** The standing of the co-signature with this commitment, for anybody who knows it. Undefined when there is none. */
  async find(commitment: Commitment): Promise<ReceiptReport | undefined> {
    const found = await this.recorded.find(commitment);
    return found && this.report(found, commitment);
  }

  /**
   * The standing of the co-signature of a receipt (JWS) that the platform signed, for whoever shows it as a whole. `receipt-invalid`: it is not ours
   * as it stands; `not-found`: there is no such record.
   */
  async ofBearer(receipt: string): Promise<Result<BearerReport, BearerErrorCode>> {
    const keys = (await this.intakeKeys.all()).map((publicKey) => ({ publicKey }));
    const verified = await verifyReceipt(receipt, await jwksOf(keys));
    if (!verified.ok) return verified;
    const { commitment } = verified.value;
    const found = await this.recorded.find(commitment);
    if (found === undefined) return fail('not-found');
    const report = await this.report(found, commitment);
    const isStruckOut = report.status === 'not-counted';
    const verdict = isStruckOut ? await this.reasons.verdictOn(found.roundId, commitment) : undefined;
    return ok({ ...report, status: bearerStatusOf(report.status, verdict?.code) });
  }

  private async report(
    { caseNumber, round, roundId, submitted }: RecordedIn,
    commitment: Commitment,
  ): Promise<ReceiptReport> {
    const answer = await this.results.receipt(roundId, commitment, submitted);
    return { caseNumber, round, ...answer };
  }
}
