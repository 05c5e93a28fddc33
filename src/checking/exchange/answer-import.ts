import type { CaseService } from '../../cases/index.js';
import type { Clock } from '../../core/clock.js';
import type { CaseNumber } from '../../core/identifiers.js';
import { octetKey } from '../../core/native-octets.js';
import { hex } from '../../core/octets.js';
import { fail, type Failure, ok, type Result } from '../../core/result.js';
import { sha256Hex } from '../../core/sha256.js';
import { taipeiDateOf } from '../../core/taipei-date.js';
import {
  findSubmittedRound,
  type RoundInCheck,
  type SubmittedRound,
  verificationContext,
  type VerificationDependencies,
} from '../batch/submitted-round.js';
import type { AnswerErrorCode, ImportAnswerErrorCode, RoundKeyErrorCode } from '../errors.js';
import { barsPaperRows, type ReasonCode } from '../reason-codes.js';
import type { CommissionKey } from '../commission-keys.js';
import type { DecidedChanges } from '../result/ports.js';
import type { RosterStore } from './ports.js';
import type { StepReport } from '../steps/ports.js';
import type { ClosedRowSource } from '../paper/checked-rows.js';
import {
  type ChangedRecord,
  movesOf,
  type PaperChange,
  paperChangesWith,
  paperPageWith,
} from '../paper/rows-checked-anew.js';
import type { Batch, RecordSource, VerdictStore } from '../ports.js';
import type { ResultStore } from '../result/ports.js';
import { electronicGroups, paperGroups, publicTally } from '../result/public-tally.js';
import { drawUpResult, resultBytes, type ResultDocument } from '../result/result-document.js';
import { type ReasonSentence, rosterRows, sealedStruckOutList } from '../result/struck-out-list.js';
import { countsMoved, tallyOf } from '../result/tally.js';
import type { MoiAnswer } from './moi-answer.js';
import { StagedAnswers } from './staged-answers.js';
import { replacedBetween } from '../bundle/lead-statements.js';

/** What {@link AnswerImport} works with. */
export interface AnswerImportDependencies extends VerificationDependencies {
  readonly cases: Pick<CaseService, 'find'>;
  readonly records: RecordSource;
  readonly verdicts: VerdictStore;
  readonly rosters: RosterStore;
  readonly results: ResultStore;
  /** What two people have decided since the submission: misused cards. */
  readonly changes: DecidedChanges;
  readonly paper: ClosedRowSource['paper'];
  /** Signs the struck-out list. */
  readonly commissionKey: CommissionKey;
  readonly clock: Clock;
  /** MOI's certificate, DER. */
  readonly ministryCertificate: Uint8Array;
  /** The sentences for the struck-out list. */
  readonly reasonSentence: ReasonSentence;
}

/** Why records of the roster don't count, by `seq`: what MOI marked, and what two people decided. */
export type FinalAnswer = ReadonlyMap<number, ReasonCode>;

/** Imports MOI's answer, as a whole or not at all, and draws up the result. */
export class AnswerImport {
  private readonly staged: StagedAnswers;

  constructor(private readonly dependencies: AnswerImportDependencies) {
    this.staged = new StagedAnswers(dependencies);
  }

  /**
   * Strikes out what MOI marked (REG 8), draws up the result and seals the struck-out list to the lead, in one transaction. Reports the rows of
   * the answer as they are read.
   */
  async import(
    number: CaseNumber,
    report: StepReport,
  ): Promise<Result<ResultDocument, ImportAnswerErrorCode>> {
    const found = await this.staged.sent(number);
    if (!found.ok) return found;
    const { batch, submitted } = found.value;
    const rows = await this.staged.rowsOf(batch);
    await report.begin(rows);
    const staged = await this.dependencies.rosters.stagedAnswer(batch);
    const read = await this.staged.read(batch, staged, rows, (read) => report.advance(read));
    if (!read.ok) return keyFailure(read.failure);
    const answer = await this.withDecisions(batch, read.value);
    const context = await verificationContext(submitted, this.dependencies);
    if (!context.ok) return context;
    const paper = await this.paperChanges(found.value, answer);
    if (!paper.ok) return paper;
    const result = await this.drawUp(submitted, batch, { answer, paper: paper.value });
    const { verdicts } = this.dependencies;
    const struckOutList = await sealedStruckOutList({
      ...this.dependencies,
      batch,
      answer,
      verdicts: {
        page: (...wanted) => verdicts.page(...wanted),
        paperPage: paperPageWith(verdicts, paper.value),
      },
      context: context.value,
      at: this.dependencies.clock.now(),
      recipient: submitted.referendum.leadEncryptionCertificate,
    });
    if (!struckOutList.ok) return struckOutList;
    const drawnUp = { result: resultBytes(result), struckOutList: struckOutList.value };
    const applied = { answer, paper: paper.value, outcome: drawnUp };
    await this.dependencies.rosters.applyAnswer(batch, applied, report.requestId);
    return ok(result);
  }

  /** The paper rows that count anew because the electronic co-signature with their number was somebody else's. */
  private async paperChanges(
    { submitted, batch }: RoundInCheck,
    answer: FinalAnswer,
  ): Promise<Result<readonly PaperChange[], RoundKeyErrorCode | 'paper-not-opened'>> {
    const freeing = new Map([...answer].filter(([, code]) => !barsPaperRows(code)));
    const changes: ChangedRecord[] = [];
    if (freeing.size > 0)
      for await (const { seq, commitment } of rosterRows(this.dependencies.rosters, batch)) {
        const to = freeing.get(seq);
        if (to !== undefined) changes.push({ commitment, from: undefined, to });
      }
    return paperChangesWith(this.dependencies, { submitted, batch }, { records: changes, cleared: [] });
  }

  /** The answer, and beside it the records on the roster whose card was misused: the decision on one stands in the place of what MOI says. */
  private async withDecisions(batch: Batch, answer: MoiAnswer): Promise<FinalAnswer> {
    const { verdicts } = await this.dependencies.changes.ofRound(batch.roundId);
    const decided = new Map(verdicts.map(({ commitment, code }) => [octetKey(commitment), code]));
    const all = new Map<number, ReasonCode>(answer);
    if (decided.size === 0) return all;
    for await (const { seq, commitment } of rosterRows(this.dependencies.rosters, batch)) {
      const code = decided.get(octetKey(commitment));
      if (code !== undefined) all.set(seq, code);
    }
    return all;
  }

  private async drawUp(
    { referendum, round, submission, submittedOn }: SubmittedRound,
    batch: Batch,
    changes: { readonly answer: FinalAnswer; readonly paper: readonly PaperChange[] },
  ): Promise<ResultDocument> {
    const { verdicts } = this.dependencies;
    const answered = Array.from(changes.answer.values(), (to) => ({ from: undefined, to }));
    const electronic = tallyOf(countsMoved(await verdicts.counts(batch), answered));
    const paper = tallyOf(countsMoved(await verdicts.paperCounts(batch), movesOf(changes.paper)));
    if (electronic.submitted !== submission.recordCount || paper.submitted !== batch.paperRows)
      throw new Error('the verdicts are not one a record and one a paper row');
    return drawUpResult({
      case: referendum.number,
      round: round.ordinal,
      electorTotal: referendum.electorTotal,
      threshold: referendum.threshold,
      submittedOn,
      determinedOn: taipeiDateOf(this.dependencies.clock.now()),
      electronic: publicTally(electronic, electronicGroups),
      paper: publicTally(paper, paperGroups),
      earlierValid: round.ordinal === 1 ? 0 : await this.validInMainRound(referendum.number),
      merkleRoot: hex(submission.merkleRoot),
      keyStatementSha256: sha256Hex(round.keyStatement ?? new Uint8Array()),
      submissionStatementSha256: sha256Hex(submission.statement),
      ...replacedBetween(round.keyStatement, submission.statement),
    });
  }

  /** The valid ones of the main round, electronic and on paper. */
  private async validInMainRound(number: CaseNumber): Promise<number> {
    const main = await findSubmittedRound(this.dependencies.cases, number, 1);
    if (!main.ok) return 0;
    const { verdicts } = this.dependencies;
    const batch = await verdicts.batchOf(main.value.round.id);
    if (batch === undefined) return 0;
    const [electronic, paper] = [await verdicts.counts(batch), await verdicts.paperCounts(batch)];
    return (electronic.get(undefined) ?? 0) + (paper.get(undefined) ?? 0);
  }
}

/**
 * The failure when a stored answer can't be opened. It was checked in full before it was stored, and what was approved
 * is what was stored. So only the commission's key can fail now. Anything else is a bug, and throws.
 */
function keyFailure({ code, values }: Failure<AnswerErrorCode>): Result<never, ImportAnswerErrorCode> {
  if (code !== 'answer-not-opened') throw new Error(`an answer that was read before is refused: ${code}`);
  return fail(code, values);
}
