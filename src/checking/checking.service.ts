import type { CaseNumber } from '../core/identifiers.js';
import { equalOctets } from '../core/octets.js';
import { fail, ok, type Result } from '../core/result.js';
import type { ApprovedStep } from './approved-step.js';
import { type CheckingAction, checkingActions, type TwoPersonActions } from './checking-actions.js';
import { CheckOverError } from './batch/submitted-round.js';
import type { BatchWork } from './batch/batch-work.js';
import { type CheckProgress, progressOf } from './batch/check-progress.js';
import type { CheckRunDependencies } from './batch/check-run.js';
import { CheckStart, type CheckStartDependencies } from './batch/check-start.js';
import { findRoundInCheck } from './batch/submitted-round.js';
import type { DecidedChanges } from './result/ports.js';
import type {
  ApprovalContentErrorCode,
  DiscardAnswerErrorCode,
  ExecutionErrorCode,
  KeepAnswerFileErrorCode,
  PurgePlanErrorCode,
  ResultErrorCode,
  RosterErrorCode,
  StepRequestErrorCode,
  SubmittedRoundErrorCode,
} from './errors.js';
import { AnswerImport, type AnswerImportDependencies } from './exchange/answer-import.js';
import { StagedAnswers } from './exchange/staged-answers.js';
import { RosterDispatch, type RosterDispatchDependencies } from './exchange/roster-dispatch.js';
import type { CaseLock, SealedFile } from './exchange/ports.js';
import { Purge, type PurgeDependencies, type PurgePlan } from './result/purge.js';
import { ResultCorrection } from './result/result-correction.js';
import { ResultPublication, type ResultPublicationDependencies } from './result/result-publication.js';
import { isLongStep, reportTo, type StepReport, type StepStore } from './steps/ports.js';
import type { StepWork } from './steps/step-work.js';

/** What {@link CheckingService} works with. */
export type CheckingDependencies = Omit<CheckStartDependencies & ResultPublicationDependencies, 'keys'> &
  CheckRunDependencies &
  RosterDispatchDependencies &
  AnswerImportDependencies & {
    readonly lock: CaseLock;
    readonly changes: DecidedChanges;
    readonly stepStore: StepStore;
    readonly purge: Pick<PurgeDependencies, 'calendar' | 'published' | 'store' | 'keys' | 'roundKeys'>;
  };

interface Step {
  readonly approvalContent: (number: CaseNumber) => Promise<Result<Uint8Array, ApprovalContentErrorCode>>;
  readonly execute: (approved: ApprovedStep) => Promise<Result<unknown, ExecutionErrorCode>>;
}

/** The check of a submitted round, step by step. Every step with an effect outside the platform needs two people. */
export class CheckingService {
  private readonly rosters: RosterDispatch;
  private readonly staged: StagedAnswers;
  private readonly answers: AnswerImport;
  private readonly purges: Purge;
  private readonly starts: CheckStart;
  private readonly results: ResultPublication;
  private readonly steps: Readonly<Record<CheckingAction, Step>>;

  /** `work` has batches worked on, and `longSteps` the steps whose work is long carried out, outside any request. */
  constructor(
    private readonly dependencies: CheckingDependencies,
    private readonly work: Pick<BatchWork, 'announce'>,
    private readonly longSteps: Pick<StepWork, 'announce' | 'once'>,
  ) {
    this.rosters = new RosterDispatch(dependencies);
    this.staged = new StagedAnswers(dependencies);
    this.answers = new AnswerImport(dependencies);
    this.purges = new Purge({ ...dependencies, ...dependencies.purge });
    this.starts = new CheckStart({ ...dependencies, keys: dependencies.purge.keys });
    this.results = new ResultPublication({ ...dependencies, keys: dependencies.purge.keys });
    this.steps = this.twoPersonSteps();
  }

  /** What an approval of this action would name now. For `import-answer`, stage the answer first. */
  approvalContent(
    action: CheckingAction,
    number: CaseNumber,
  ): Promise<Result<Uint8Array, ApprovalContentErrorCode>> {
    return this.steps[action].approvalContent(number);
  }

  /**
   * Registers the handler of each action. If the content has changed since the request, the execution fails with
   * `approval-outdated`. A step whose work is long is only put up by its approval.
   */
  register(actions: TwoPersonActions): void {
    for (const action of checkingActions) {
      const execute = (approved: ApprovedStep): Promise<Result<unknown, ExecutionErrorCode>> =>
        this.execute(action, approved);
      if (isLongStep(action))
        actions.registerLater(
          action,
          (approved) => this.longSteps.once(approved, () => execute(approved)),
          (request) => this.longSteps.announce(request),
        );
      else actions.registerUnhurried(action, execute);
    }
  }

  /**
   * What somebody asks two people for: the content of an approval of this action, as it is now. For `import-answer`, the answer
   * that was handed in is read in full first, so that an answer at fault is refused before anybody is asked. For `start-check`, either paper
   * rows were entered, or `withoutPaper` says that none were handed in.
   */
  prepare(
    action: CheckingAction,
    number: CaseNumber,
    { withoutPaper = false }: { readonly withoutPaper?: boolean } = {},
  ): Promise<Result<Uint8Array, StepRequestErrorCode>> {
    return this.dependencies.lock.exclusively<Uint8Array, StepRequestErrorCode>(number, async () => {
      const checked = await this.checkBefore(action, number, withoutPaper);
      return checked.ok ? this.approvalContent(action, number) : checked;
    });
  }

  private async checkBefore(
    action: CheckingAction,
    number: CaseNumber,
    withoutPaper: boolean,
  ): Promise<Result<void, StepRequestErrorCode>> {
    if (action === 'import-answer') return this.staged.check(number);
    return action === 'start-check' ? this.starts.checkPaper(number, withoutPaper) : ok(undefined);
  }

  /**
   * Executes an approved action, if the approved content is still the current one. From the comparison to the end nothing else is
   * done to the case: what was approved is what is used. Of two executions at once, one is `step-under-way`.
   */
  execute(action: CheckingAction, approved: ApprovedStep): Promise<Result<unknown, ExecutionErrorCode>> {
    return this.dependencies.lock.exclusively<unknown, ExecutionErrorCode>(approved.caseNumber, async () => {
      const current = await this.steps[action].approvalContent(approved.caseNumber);
      if (!current.ok) return current;
      if (!equalOctets(current.value, approved.content)) return fail('approval-outdated');
      return unlessOver(() => this.steps[action].execute(approved));
    });
  }

  /** Stores a sealed file of MOI's answer for `import-answer`. Not while a step of the case is being executed. */
  keepAnswerFile(number: CaseNumber, file: SealedFile): Promise<Result<void, KeepAnswerFileErrorCode>> {
    return this.dependencies.lock.exclusively(number, () => this.staged.keepFile(number, file));
  }

  /** Removes the files of an answer that was handed in, as {@link keepAnswerFile} stored them. */
  discardAnswer(number: CaseNumber): Promise<Result<void, DiscardAnswerErrorCode>> {
    return this.dependencies.lock.exclusively(number, () => this.staged.discardFiles(number));
  }

  /** Where the check stands. `check-not-ready` for every case whose check has not begun. */
  async progress(number: CaseNumber): Promise<Result<CheckProgress, SubmittedRoundErrorCode>> {
    const found = await findRoundInCheck(this.dependencies, number);
    if (!found.ok) return found;
    const { verdicts, stepStore: steps } = this.dependencies;
    return ok(await progressOf(found.value.batch, { verdicts, steps }));
  }

  /** The sealed roster, for the staff who deliver it to MOI. */
  async roster(number: CaseNumber): Promise<Result<readonly SealedFile[], RosterErrorCode>> {
    const found = await findRoundInCheck(this.dependencies, number);
    if (!found.ok) return found;
    const { batch } = found.value;
    const files = await this.dependencies.rosters.roster(batch);
    return files.length === 0 ? fail('roster-not-sent') : ok(files);
  }

  /** `result.json` as it would be published, for the staff who confirm it; `result-not-ready` before MOI's answer is in. */
  resultDraft(number: CaseNumber): Promise<Result<Uint8Array, ResultErrorCode>> {
    return this.results.draft(number);
  }

  /** The dry run of a purge. */
  purgePlan(number: CaseNumber): Promise<Result<PurgePlan, PurgePlanErrorCode>> {
    return this.purges.plan(number);
  }

  private twoPersonSteps(): Readonly<Record<CheckingAction, Step>> {
    const { keys } = this.dependencies.purge;
    const { results } = this;
    const corrections = new ResultCorrection({ ...this.dependencies, keys });
    return {
      'start-check': {
        approvalContent: (number) => this.starts.approvalContent(number),
        execute: (approved) => this.startAndSchedule(approved),
      },
      'send-roster': {
        approvalContent: (number) => this.rosters.approvalContent(number),
        execute: (approved) => this.rosters.send(approved.caseNumber, this.reportOf(approved)),
      },
      'import-answer': {
        approvalContent: (number) => this.staged.approvalContent(number),
        execute: (approved) => this.answers.import(approved.caseNumber, this.reportOf(approved)),
      },
      'confirm-result': {
        approvalContent: (number) => results.approvalContent(number),
        execute: (approved) => results.confirm(approved, this.reportOf(approved)),
      },
      'correct-result': {
        approvalContent: (number) => corrections.approvalContent(number),
        execute: (approved) => corrections.correct(approved, this.reportOf(approved)),
      },
      purge: {
        approvalContent: (number) => this.purges.approvalContent(number),
        execute: (approved) => this.purges.purge(approved),
      },
    };
  }

  private reportOf({ requestId }: ApprovedStep): StepReport {
    return reportTo(this.dependencies.stepStore, requestId);
  }

  private async startAndSchedule(approved: ApprovedStep): Promise<Result<unknown, ExecutionErrorCode>> {
    const started = await this.starts.start(approved);
    if (started.ok && started.value !== undefined) await this.work.announce(started.value);
    return started;
  }
}

/** What the step answers; `check-not-ready`, with nothing written, where the case is stopped meanwhile (REG 10). */
async function unlessOver(
  step: () => Promise<Result<unknown, ExecutionErrorCode>>,
): Promise<Result<unknown, ExecutionErrorCode>> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof CheckOverError) return fail('check-not-ready');
    throw error;
  }
}
