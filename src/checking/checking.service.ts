import type { CaseService } from '../cases/index.js';
import type { CaseNumber } from '../core/identifiers.js';
import { fail, ok, type Result } from '../core/result.js';
import { type CheckingAction, checkingActions, type TwoPersonActions } from './actions.js';
import { AnswerImport, type AnswerImportParts } from './answer-import.js';
import { CheckRun, type CheckRunParts } from './check-run.js';
import { CheckStart, type CheckStartParts } from './check-start.js';
import type { Batch, BatchPhase } from './batch.js';
import type { CheckingErrorCode } from './errors.js';
import { Purge, type PurgeParts, type PurgePlan } from './purge.js';
import type { SealedFile } from './ports.js';
import { type Tally, tallyOf } from './result-document.js';
import { ResultPublication, type ResultPublicationParts } from './result-publication.js';
import { RosterDispatch, type RosterDispatchParts } from './roster-dispatch.js';
import { findSubmittedRound } from './submitted-round.js';

type Outcome<Value> = Result<Value, CheckingErrorCode>;

/** What the commission's side of the check works with. */
export type CheckingParts = Omit<CheckStartParts & ResultPublicationParts, 'keys'> &
  CheckRunParts &
  RosterDispatchParts &
  AnswerImportParts & {
    readonly cases: Pick<CaseService, 'all'>;
    readonly purge: Pick<PurgeParts, 'published' | 'store' | 'keys'>;
    /** Has a batch run, now or later, here or elsewhere: `run` is what it must call. */
    readonly schedule: (caseNumber: CaseNumber) => void;
  };

/** Where a check stands, for staff. */
export interface CheckProgress {
  readonly phase: BatchPhase;
  readonly records: number;
  readonly judged: number;
  /** Once every record is judged. */
  readonly electronic?: Tally;
}

interface Step {
  readonly subject: (number: CaseNumber) => Promise<Outcome<Uint8Array>>;
  readonly execute: (number: CaseNumber) => Promise<Outcome<unknown>>;
}

/** The check of a submitted round, step by step; every step that changes anything outside takes two people. */
export class CheckingService {
  private readonly runs: CheckRun;
  private readonly rosters: RosterDispatch;
  private readonly answers: AnswerImport;
  private readonly purges: Purge;
  private readonly steps: Readonly<Record<CheckingAction, Step>>;

  constructor(private readonly parts: CheckingParts) {
    this.runs = new CheckRun(parts);
    this.rosters = new RosterDispatch(parts);
    this.answers = new AnswerImport(parts);
    this.purges = new Purge({ ...parts, ...parts.purge });
    this.steps = this.twoPersonSteps();
  }

  /** What an approval of this action would name, as it stands now. For `import-answer`, stage the answer first. */
  subject(action: CheckingAction, number: CaseNumber): Promise<Outcome<Uint8Array>> {
    return this.steps[action].subject(number);
  }

  /** Registers who carries out each action; an approval of what has changed since is `approval-outdated`. */
  register(actions: TwoPersonActions): void {
    for (const action of checkingActions)
      actions.register(action, ({ caseNumber, subject }) => this.execute(action, caseNumber, subject));
  }

  /** Carries out an approved action, if what was approved is what is there now. */
  async execute(action: CheckingAction, number: CaseNumber, approved: Uint8Array): Promise<Outcome<unknown>> {
    const current = await this.steps[action].subject(number);
    if (!current.ok) return current;
    if (Buffer.compare(current.value, approved) !== 0) return fail('approval-outdated');
    return this.steps[action].execute(number);
  }

  /** Runs, or goes on with, the batch of a case: what `schedule` calls. */
  run(number: CaseNumber): ReturnType<CheckRun['run']> {
    return this.runs.run(number);
  }

  /** Schedules every batch that was left unfinished; for when the application starts. */
  async resume(): Promise<void> {
    for (const { number, state } of await this.parts.cases.all()) {
      const batch = state === 'checking' ? await this.batchOf(number) : undefined;
      if (batch?.ok === true && batch.value.phase === 'judging') this.parts.schedule(number);
    }
  }

  /** Reads and keeps an answer of MOI, for `import-answer`; an answer at fault is refused here, with file and line. */
  stageAnswer(number: CaseNumber, files: readonly SealedFile[]): Promise<Outcome<void>> {
    return this.answers.stage(number, files);
  }

  /** Where the check stands. `check-not-ready` for every case whose check has not begun. */
  async progress(number: CaseNumber): Promise<Outcome<CheckProgress>> {
    const batch = await this.batchOf(number);
    if (!batch.ok) return batch;
    const { phase, records, judged } = batch.value;
    if (phase === 'judging') return ok({ phase, records, judged });
    const electronic = tallyOf(await this.parts.verdicts.counts(batch.value));
    return ok({ phase, records, judged, electronic });
  }

  /** The sealed roster, for whoever takes it to MOI. */
  async roster(number: CaseNumber): Promise<Outcome<readonly SealedFile[]>> {
    const batch = await this.batchOf(number);
    if (!batch.ok) return batch;
    const files = await this.parts.rosters.roster(batch.value);
    return files.length === 0 ? fail('roster-not-sent') : ok(files);
  }

  /** The dry run of a purge. */
  purgePlan(number: CaseNumber): Promise<Outcome<PurgePlan>> {
    return this.purges.plan(number);
  }

  private twoPersonSteps(): Readonly<Record<CheckingAction, Step>> {
    const { keys } = this.parts.purge;
    const start = new CheckStart({ ...this.parts, keys });
    const results = new ResultPublication({ ...this.parts, keys });
    return {
      'start-check': {
        subject: (number) => start.subject(number),
        execute: (number) => this.startAndSchedule(start, number),
      },
      'send-roster': {
        subject: (number) => this.rosters.subject(number),
        execute: (number) => this.rosters.send(number),
      },
      'import-answer': {
        subject: (number) => this.answers.subject(number),
        execute: (number) => this.answers.import(number),
      },
      'confirm-result': {
        subject: (number) => results.subject(number),
        execute: (number) => results.confirm(number),
      },
      purge: {
        subject: (number) => this.purges.subject(number),
        execute: (number) => this.purges.purge(number),
      },
    };
  }

  private async startAndSchedule(start: CheckStart, number: CaseNumber): Promise<Outcome<unknown>> {
    const started = await start.start(number);
    if (started.ok && started.value !== undefined) this.parts.schedule(number);
    return started;
  }

  private async batchOf(number: CaseNumber): Promise<Outcome<Batch>> {
    const found = await findSubmittedRound(this.parts.cases, number);
    if (!found.ok) return found;
    const batch = await this.parts.verdicts.batchOf(found.value.round.id);
    return batch === undefined ? fail('check-not-ready') : ok(batch);
  }
}
