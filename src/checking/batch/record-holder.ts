import { verifyCountersignature, verifySignedData } from '../../core/cms/index.js';
import type { Holder } from '../../core/holder.js';
import type { CaseNumber, Commitment, RoundOrdinal } from '../../core/identifiers.js';
import { fail, ok, type Result } from '../../core/result.js';
import type { CaseService } from '../../cases/index.js';
import type { PastTrustQuestion } from '../../trust/index.js';
import type { RecordHolderErrorCode } from '../errors.js';
import type { HolderDigits, RecordSource, StoredRecord, VerdictStore } from '../ports.js';
import { isRegisterReason } from '../reason-codes.js';
import { pages } from './pages.js';
import { findSubmittedRound, verificationContext, type VerificationDependencies } from './submitted-round.js';
import { numberSigned, openEvidence, type VerificationContext } from './verify-record.js';

/** Validates certificates as of a past time, and says who held them. */
export interface PastHolderValidator {
  validateCertificateAsOf(
    question: PastTrustQuestion,
  ): Promise<Result<{ readonly holder: Holder & HolderDigits }>>;
}

/** What {@link RecordHolders} works with. */
export interface RecordHoldersDependencies extends Omit<VerificationDependencies, 'validator'> {
  readonly cases: Pick<CaseService, 'find'>;
  readonly records: Pick<RecordSource, 'withCommitments'>;
  readonly verdicts: Pick<VerdictStore, 'batchOf' | 'page'>;
  readonly validator: PastHolderValidator;
}

/** One record of a submitted round. */
export interface RecordAddress {
  readonly caseNumber: CaseNumber;
  readonly round: RoundOrdinal;
  readonly commitment: Commitment;
}

/** A number that was struck out in a submitted round. */
export interface NumberInRound extends Omit<RecordAddress, 'commitment'> {
  readonly nationalId: string;
}

/** Verdicts read at once. */
const pageSize = 500;

/**
 * Says whose card signed a record: it opens this one record, in memory, with the keys of the check. It is only asked for somebody who has
 * shown the receipt and signed with their card, or for a request that two people decide on. The answer is never stored.
 */
export class RecordHolders {
  constructor(private readonly dependencies: RecordHoldersDependencies) {}

  /**
   * The holder of the card that signed it; undefined where the record doesn't show one (E01, E02, E03). Failures: `record-destroyed` after the
   * purge, `check-not-ready` before the submission, and those of the round's keys.
   */
  async holderOf(address: RecordAddress): Promise<Result<Holder | undefined, RecordHolderErrorCode>> {
    const { caseNumber, round, commitment } = address;
    const submitted = await findSubmittedRound(this.dependencies.cases, caseNumber, round);
    if (!submitted.ok) return submitted;
    const [stored] = await this.dependencies.records.withCommitments(submitted.value.round.id, [commitment]);
    if (stored === undefined) return fail('record-destroyed');
    const context = await verificationContext(submitted.value, this.dependencies);
    return context.ok ? ok(await this.signerOf(stored, context.value)) : context;
  }

  /**
   * The record with this number that the registers struck out; undefined where there is none. It opens the records that were struck out for
   * a register's reason, until it is found. Each such number is in a round once: whatever repeats one was struck out before.
   */
  async struckOutWith({
    caseNumber,
    round,
    nationalId,
  }: NumberInRound): Promise<Result<Commitment | undefined, RecordHolderErrorCode>> {
    const submitted = await findSubmittedRound(this.dependencies.cases, caseNumber, round);
    if (!submitted.ok) return submitted;
    const { records, verdicts } = this.dependencies;
    const batch = await verdicts.batchOf(submitted.value.round.id);
    if (batch === undefined) return fail('check-not-ready');
    const context = await verificationContext(submitted.value, this.dependencies);
    if (!context.ok) return context;
    for await (const page of pages(undefined, (after) => verdicts.page(batch, after, pageSize))) {
      const struckOut = page.filter(({ code }) => code !== undefined && isRegisterReason(code));
      const commitments = struckOut.map(({ commitment }) => commitment);
      const opened = await records.withCommitments(batch.roundId, commitments);
      const found = opened.find((stored) => numberSigned(stored, context.value) === nationalId);
      if (found !== undefined) return ok(found.commitment);
    }
    return ok(undefined);
  }

  private async signerOf(stored: StoredRecord, context: VerificationContext): Promise<Holder | undefined> {
    const opened = openEvidence(stored, context);
    if (!opened.ok) return undefined;
    const { evidence } = opened.value;
    const countersigned = verifyCountersignature(evidence, context.intakeKeys);
    if (!verifySignedData(evidence, evidence.content).ok || !countersigned.ok) return undefined;
    const { signedAt: at, references } = countersigned.value;
    const { signer: target, certificates: candidates, ocspResponses } = evidence;
    const question = { target, candidates, at, references, ocspResponses };
    const validated = await this.dependencies.validator.validateCertificateAsOf(question);
    return validated.ok ? validated.value.holder : undefined;
  }
}
