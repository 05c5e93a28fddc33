import { setImmediate } from 'node:timers/promises';
import type { CaseKeys, CaseService } from '../../cases/index.js';
import { canonicalJson } from '../../core/canonical-json.js';
import type { Clock } from '../../core/clock.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { merkleRootInTurns } from '../../core/merkle/index.js';
import { equalOctets, hex } from '../../core/octets.js';
import { fail, ok, type Result } from '../../core/result.js';
import { sha256Hex } from '../../core/sha256.js';
import { approvalTrail, type ApprovedStep, approvedMove } from '../approved-step.js';
import type {
  CheckStartErrorCode,
  StartContentErrorCode,
  StartRequestErrorCode,
  SubmittedRoundErrorCode,
} from '../errors.js';
import { closingDigest, closingMembers, type PaperClosing, paperClosing } from '../paper/paper-closing.js';
import type { PaperStore } from '../paper/ports.js';
import type { Batch, RecordSource, VerdictStore } from '../ports.js';
import { tooFewToCheck } from '../result/result-document.js';
import { findSubmittedRound, type SubmittedRound } from './submitted-round.js';

/** What {@link CheckStart} works with. */
export interface CheckStartDependencies {
  readonly cases: Pick<CaseService, 'find' | 'apply'>;
  readonly records: RecordSource;
  readonly verdicts: VerdictStore;
  readonly paper: Pick<PaperStore, 'entries' | 'counts' | 'differences'>;
  readonly clock: Clock;
  /** The holder-tag keys, destroyed if this step closes the case: after that, nobody can compute the tags again. */
  readonly keys: CaseKeys;
  /** A new UUID version 7. */
  readonly newId: (at: Date) => string;
}

/** A submitted round with the paper rows that are closed with it. */
interface CountedRound {
  readonly submitted: SubmittedRound;
  readonly closing: PaperClosing;
}

/** The count 清查 (ACT 13) over electronic and paper co-signatures together, and the start of the check. */
export class CheckStart {
  constructor(private readonly dependencies: CheckStartDependencies) {}

  /**
   * Whether the start can be asked for: paper rows were entered, or whoever asks says that none were handed in. That nobody forgot them must
   * not rest on there being none.
   */
  async checkPaper(number: CaseNumber, withoutPaper: boolean): Promise<Result<void, StartRequestErrorCode>> {
    const found = await this.counted(number);
    if (!found.ok) return found;
    const isEntered = found.value.closing.entries.length > 0;
    if (isEntered === withoutPaper) return fail(isEntered ? 'paper-handed-in' : 'paper-not-entered');
    return ok(undefined);
  }

  /**
   * What two people approve: the submission by its digests, the paper rows by those of their sealed files, and the outcome of the count over
   * both together.
   */
  async approvalContent(number: CaseNumber): Promise<Result<Uint8Array, StartContentErrorCode>> {
    const found = await this.counted(number);
    if (!found.ok) return found;
    const { submitted, closing } = found.value;
    const { referendum, round, submission } = submitted;
    return ok(
      Buffer.from(
        canonicalJson({
          action: 'start-check',
          case: referendum.number,
          round: round.ordinal,
          records: submission.recordCount,
          ...closingMembers(closing),
          together: together(found.value),
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
    const found = await this.counted(approved.caseNumber);
    if (!found.ok) return found;
    if (isTooFew(found.value)) return this.refuse(approved);
    const { submitted, closing } = found.value;
    const { referendum, round, submission, submittedOn } = submitted;
    if (!(await this.matchesSubmission(submitted))) return fail('submission-does-not-match');
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
      paperRows: closing.rows,
      paperSha256: closingDigest(closing),
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

  private async counted(number: CaseNumber): Promise<Result<CountedRound, StartContentErrorCode>> {
    const submitted = await this.submitted(number);
    if (!submitted.ok) return submitted;
    const closing = await paperClosing(this.dependencies.paper, submitted.value.round.id);
    return closing.ok ? ok({ submitted: submitted.value, closing: closing.value }) : closing;
  }

  private async submitted(number: CaseNumber): Promise<Result<SubmittedRound, SubmittedRoundErrorCode>> {
    const found = await findSubmittedRound(this.dependencies.cases, number);
    if (!found.ok) return found;
    return found.value.referendum.state === 'submitted' ? found : fail('check-not-ready');
  }

  private async matchesSubmission({ round, submission }: SubmittedRound): Promise<boolean> {
    const commitments = await this.dependencies.records.commitments(round.id);
    if (commitments.length !== submission.recordCount) return false;
    return equalOctets(await merkleRootInTurns(commitments, setImmediate), submission.merkleRoot);
  }
}

/** What was handed in, electronically and on paper. */
function together({ submitted, closing }: CountedRound): number {
  return submitted.submission.recordCount + closing.rows;
}

/** The count is for the main round only. */
function isTooFew(counted: CountedRound): boolean {
  const { referendum, round } = counted.submitted;
  return round.ordinal === 1 && tooFewToCheck(together(counted), referendum.threshold);
}
