import { type CaseKeys, type CaseService, isClosed } from '../../cases/index.js';
import { canonicalJson } from '../../core/canonical-json.js';
import type { Clock } from '../../core/clock.js';
import { detach } from '../../core/cms/signed-document.js';
import { signDocument } from '../../core/cms/index.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { octetKey } from '../../core/native-octets.js';
import { hex } from '../../core/octets.js';
import { fail, ok, type Result } from '../../core/result.js';
import { sha256Hex } from '../../core/sha256.js';
import { taipeiDateOf } from '../../core/taipei-date.js';
import { approvalTrail, type ApprovedStep, approvedMove } from '../approved-step.js';
import {
  findPublishedRound,
  type RoundInCheck,
  verificationContext,
  type VerificationDependencies,
} from '../batch/submitted-round.js';
import type { Verdict } from '../batch/verdict.js';
import type { CommissionKey } from '../commission-keys.js';
import type { DecidedChanges } from './ports.js';
import type { CorrectionErrorCode } from '../errors.js';
import type { RosterStore } from '../exchange/ports.js';
import type { ClosedRowSource } from '../paper/checked-rows.js';
import { movesOf, type PaperChange, paperChangesWith, paperPageWith } from '../paper/rows-checked-anew.js';
import type { Batch, RecordSource, VerdictStore } from '../ports.js';
import type { CorrectionStep, ResultStore } from './ports.js';
import { electronicGroups, paperGroups, type PublicTally, tallyWithoutGroups } from './public-tally.js';
import { makePublication, type PublicationSources } from './publication.js';
import { drawUpResult, readResult, resultBytes, type ResultDocument } from './result-document.js';
import { type ReasonSentence, sealedStruckOutList } from './struck-out-list.js';
import { countsMoved, tallyOf } from './tally.js';
import type { StepReport } from '../steps/ports.js';

/** What {@link ResultCorrection} works with. */
export interface ResultCorrectionDependencies extends PublicationSources, VerificationDependencies {
  readonly cases: Pick<CaseService, 'find'>;
  readonly records: RecordSource;
  readonly verdicts: VerdictStore;
  readonly rosters: RosterStore;
  readonly paper: ClosedRowSource['paper'];
  readonly results: ResultStore;
  readonly changes: DecidedChanges;
  readonly commissionKey: CommissionKey;
  readonly clock: Clock;
  readonly keys: CaseKeys;
  readonly reasonSentence: ReasonSentence;
}

/** The verdicts as they are once the changes are made. */
type CorrectedVerdicts = Pick<VerdictStore, 'page' | 'paperPage'>;

interface Correction extends RoundInCheck {
  readonly changes: readonly Verdict[];
  /** What each changed record's verdict is until now. */
  readonly before: readonly Verdict[];
  /** The paper rows whose verdict changes with them. */
  readonly paper: readonly PaperChange[];
  readonly corrected: ResultDocument;
  readonly previous: { readonly version: number; readonly result: ResultDocument };
}

/**
 * Makes the corrected version of a published result, from all verdicts that two people have decided to change. Both versions stay published; the
 * corrected one names the SHA-256 of the one before it. It can establish a case, and never takes that back.
 */
export class ResultCorrection {
  constructor(private readonly dependencies: ResultCorrectionDependencies) {}

  /** What two people approve: each changed record, and the exact bytes of the corrected result. */
  async approvalContent(number: CaseNumber): Promise<Result<Uint8Array, CorrectionErrorCode>> {
    const drawn = await this.drawUp(number);
    if (!drawn.ok) return drawn;
    const { batch, changes, before, paper, corrected } = drawn.value;
    const content = {
      action: 'correct-result',
      batch: batch.id,
      case: corrected.case,
      round: corrected.round,
      changes: changes.map(({ commitment, code }, index) => ({
        commitment: hex(commitment),
        from: before[index]?.code ?? 'counted',
        to: code ?? 'counted',
      })),
      // Places on paper are not named beside commitments: whoever has the sheets would know whose each is.
      paperChanges: paper.filter(({ from, code }) => from !== code).length,
      correctsSha256: corrected.corrects ?? '',
      resultSha256: sha256Hex(resultBytes(corrected)),
      valid: corrected.valid,
      threshold: corrected.threshold,
      determination: corrected.determination,
    };
    return ok(Buffer.from(canonicalJson(content)));
  }

  /** Signs and publishes the corrected result; where it is enough now, the case is established, all in one transaction. */
  async correct(
    approved: ApprovedStep,
    report: StepReport,
  ): Promise<Result<ResultDocument, CorrectionErrorCode | 'paper-not-opened'>> {
    const drawn = await this.drawUp(approved.caseNumber);
    if (!drawn.ok) return drawn;
    const { corrected, batch, submitted, changes, paper, previous } = drawn.value;
    const at = this.dependencies.clock.now();
    const step = stepOf(drawn.value, approved, at);
    if (step === undefined) return fail('check-not-ready');
    const verdicts = this.afterwards(changes, paper);
    const struckOutList = await this.struckOutList(drawn.value, verdicts, at);
    if (!struckOutList.ok) return struckOutList;
    const bytes = resultBytes(corrected);
    const signature = detach(await signDocument(bytes, this.dependencies.commissionKey, at));
    const sources = { ...this.dependencies, verdicts };
    const publication = await makePublication(
      sources,
      { submitted, batch },
      { bytes, result: corrected, signature },
      report,
    );
    await this.dependencies.results.correct(batch, {
      version: previous.version + 1,
      publishedOn: taipeiDateOf(at),
      result: bytes,
      struckOutList: struckOutList.value,
      publication,
      changes,
      paper,
      step,
      requestId: approved.requestId,
    });
    if (step.kind === 'move' && isClosed(step.move.to))
      await this.dependencies.keys.destroy(approved.caseNumber);
    return ok(corrected);
  }

  private async drawUp(number: CaseNumber): Promise<Result<Correction, CorrectionErrorCode>> {
    const found = await findPublishedRound(this.dependencies, number);
    if (!found.ok) return found;
    const { batch } = found.value;
    const latest = await this.dependencies.results.latest(batch);
    const result = latest && readResult(latest.result);
    if (latest === undefined || result?.ok !== true) return fail('result-not-ready');
    const {
      verdicts: changes,
      clearedRows: cleared,
      decidedOn,
    } = await this.dependencies.changes.ofRound(batch.roundId);
    if (decidedOn === undefined) return fail('nothing-to-correct');
    const before = await this.verdictsBefore(batch, changes);
    const moves = changes.map(({ commitment, code: to }, index) => ({
      commitment,
      from: before[index]?.code,
      to,
    }));
    const paper = await paperChangesWith(this.dependencies, found.value, { records: moves, cleared });
    if (!paper.ok) return paper;
    const counts = countsMoved(await this.dependencies.verdicts.counts(batch), moves);
    const corrected = drawUpResult({
      ...result.value,
      determinedOn: decidedOn,
      electronic: tallyWithoutGroups(tallyOf(counts), electronicGroups),
      paper: await this.paperTally(batch, result.value, paper.value),
      corrects: sha256Hex(latest.result),
    });
    const takesBack =
      result.value.determination === 'established' && corrected.determination !== 'established';
    if (takesBack) return fail('correction-takes-back');
    const previous = { version: latest.version, result: result.value };
    return ok({ ...found.value, changes, before, paper: paper.value, corrected, previous });
  }

  /** As it was published where no row changes; otherwise without numbers by group. */
  private async paperTally(
    batch: Batch,
    { paper }: ResultDocument,
    changes: readonly PaperChange[],
  ): Promise<PublicTally> {
    if (changes.length === 0) return paper;
    const counts = countsMoved(await this.dependencies.verdicts.paperCounts(batch), movesOf(changes));
    return tallyWithoutGroups(tallyOf(counts), paperGroups);
  }

  private async verdictsBefore(batch: Batch, changes: readonly Verdict[]): Promise<readonly Verdict[]> {
    const before: Verdict[] = [];
    for (const { commitment } of changes) {
      const verdict = await this.dependencies.verdicts.verdictOn(batch, commitment);
      if (verdict === undefined) throw new Error('a decided change of a record without a verdict');
      before.push(verdict);
    }
    return before;
  }

  /** The verdicts as they are once the changes are made. */
  private afterwards(changes: readonly Verdict[], paper: readonly PaperChange[]): CorrectedVerdicts {
    const changed = new Map(changes.map((each) => [octetKey(each.commitment), each]));
    const { verdicts } = this.dependencies;
    const page: VerdictStore['page'] = async (...wanted) =>
      (await verdicts.page(...wanted)).map((each) => changed.get(octetKey(each.commitment)) ?? each);
    return { page, paperPage: paperPageWith(verdicts, paper) };
  }

  private async struckOutList(
    { submitted, batch }: RoundInCheck,
    verdicts: CorrectedVerdicts,
    at: Date,
  ): Promise<Result<Uint8Array, CorrectionErrorCode | 'paper-not-opened'>> {
    const context = await verificationContext(submitted, this.dependencies);
    if (!context.ok) return context;
    const { leadEncryptionCertificate: recipient } = submitted.referendum;
    const answer = new Map<number, never>();
    const work = { ...this.dependencies, batch, answer, verdicts, context: context.value, at, recipient };
    return sealedStruckOutList(work);
  }
}

/** What the correction does to the case: it establishes it, or is an event of the log alone. Undefined where the state machine has no such step. */
function stepOf(
  { submitted, corrected, previous }: Correction,
  approved: ApprovedStep,
  at: Date,
): CorrectionStep | undefined {
  const version = previous.version + 1;
  if (corrected.determination !== previous.result.determination) {
    const move = approvedMove(submitted.referendum, 'correct-enough', approved, at);
    return move && { kind: 'move', move };
  }
  const { actor, details } = approvalTrail(approved);
  const told = { ...details, round: corrected.round, version, corrects: corrected.corrects ?? '' };
  const { caseNumber } = approved;
  return { kind: 'entry', entry: { at, actor, action: 'result-corrected', caseNumber, details: told } };
}
