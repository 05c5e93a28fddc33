import type { CaseKeys, CaseService } from '../../cases/index.js';
import { canonicalJson } from '../../core/canonical-json.js';
import type { Clock } from '../../core/clock.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { merkleRoot } from '../../core/merkle/index.js';
import { equalOctets, hex } from '../../core/octets.js';
import { fail, ok, type Result } from '../../core/result.js';
import { sha256Hex } from '../../core/sha256.js';
import { approvalTrail, type ApprovedStep, approvedMove } from '../approved-step.js';
import type { CheckStartErrorCode, SubmittedRoundErrorCode } from '../errors.js';
import type { Batch, RecordSource, VerdictStore } from '../ports.js';
import { tooFewToCheck } from '../result/result-document.js';
import { findSubmittedRound, type SubmittedRound } from './submitted-round.js';

/** What {@link CheckStart} works with. */
export interface CheckStartDependencies {
  readonly cases: Pick<CaseService, 'find' | 'apply'>;
  readonly records: RecordSource;
  readonly verdicts: VerdictStore;
  readonly clock: Clock;
  /** The holder-tag keys, destroyed if this step closes the case: after that, nobody can compute the tags again. */
  readonly keys: CaseKeys;
  /** A new UUID version 7. */
  readonly newId: (at: Date) => string;
}

/** The count 清查 (ACT 13), and the start of the check. */
export class CheckStart {
  constructor(private readonly dependencies: CheckStartDependencies) {}

  /** What two people approve: the submission by its digests, and the outcome of the count. */
  async approvalContent(number: CaseNumber): Promise<Result<Uint8Array, SubmittedRoundErrorCode>> {
    const found = await this.submitted(number);
    if (!found.ok) return found;
    const { referendum, round, submission } = found.value;
    return ok(
      Buffer.from(
        canonicalJson({
          action: 'start-check',
          case: referendum.number,
          round: round.ordinal,
          records: submission.recordCount,
          threshold: referendum.threshold,
          merkleRoot: hex(submission.merkleRoot),
          submissionStatementSha256: sha256Hex(submission.statement),
          tooFew: isTooFew(found.value),
        }),
      ),
    );
  }

  /**
   * If the main round can't reach the threshold, refuses the case (不予受理) and answers undefined. Otherwise begins the
   * batch and answers it. The records must be exactly those that the lead signed for.
   */
  async start(approved: ApprovedStep): Promise<Result<Batch | undefined, CheckStartErrorCode>> {
    const found = await this.submitted(approved.caseNumber);
    if (!found.ok) return found;
    if (isTooFew(found.value)) return this.refuse(approved);
    const { referendum, round, submission, submittedOn } = found.value;
    if (!(await this.matchesSubmission(found.value))) return fail('submission-does-not-match');
    const at = this.dependencies.clock.now();
    const move = approvedMove(referendum, 'start-check', approved, at);
    if (move === undefined) return fail('check-not-ready');
    const batch = {
      id: this.dependencies.newId(at),
      roundId: round.id,
      caseNumber: referendum.number,
      round: round.ordinal,
      submittedOn,
      records: submission.recordCount,
    };
    return ok(await this.dependencies.verdicts.begin(batch, move));
  }

  private async refuse(approved: ApprovedStep): Promise<Result<undefined, SubmittedRoundErrorCode>> {
    const { caseNumber } = approved;
    const { actor, details } = approvalTrail(approved);
    const refused = await this.dependencies.cases.apply(caseNumber, 'refuse', actor, details);
    if (!refused.ok) return fail('check-not-ready');
    await this.dependencies.keys.destroy(caseNumber);
    return ok(undefined);
  }

  private async submitted(number: CaseNumber): Promise<Result<SubmittedRound, SubmittedRoundErrorCode>> {
    const found = await findSubmittedRound(this.dependencies.cases, number);
    if (!found.ok) return found;
    return found.value.referendum.state === 'submitted' ? found : fail('check-not-ready');
  }

  private async matchesSubmission({ round, submission }: SubmittedRound): Promise<boolean> {
    const commitments = await this.dependencies.records.commitments(round.id);
    const root = merkleRoot(commitments);
    return commitments.length === submission.recordCount && equalOctets(root, submission.merkleRoot);
  }
}

/** The count is for the main round only. Paper co-signatures join the count with the paper roster. */
function isTooFew({ referendum, round, submission }: SubmittedRound): boolean {
  return round.ordinal === 1 && tooFewToCheck(submission.recordCount, referendum.threshold);
}
