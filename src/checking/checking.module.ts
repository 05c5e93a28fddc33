import {
  Inject,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import { describeBug, LOG, type Log } from '../core/log.js';
import { INTAKE_KEYS, type IntakeKeys } from '../core/receipt-signing.js';
import { type Part, SERVED_PARTS } from '../core/served-parts.js';
import { ApprovalActions, ApprovedRequests } from '../staff/index.js';
import { StaffModule } from '../staff/staff.module.js';
import { TrustModule } from '../trust/trust.module.js';
import { BatchControl } from './batch/batch-control.js';
import { BatchWatchJob } from './batch/batch-watch.service.js';
import { BatchWork } from './batch/batch-work.js';
import { CHECK_JOBS, type CheckJobs, type PieceEnded } from './batch/check-jobs.js';
import { CheckRun } from './batch/check-run.js';
import { RecordHolders } from './batch/record-holder.js';
import { ROUND_VERIFIERS, type RoundVerifiers } from './batch/round-verifier.js';
import { CheckingService } from './checking.service.js';
import { RECORDED_COMMITMENTS, type RecordedCommitments, VERDICT_STORE, type VerdictStore } from './ports.js';
import { OfficeFindings } from './paper/office-findings.js';
import { PaperService } from './paper/paper.service.js';
import { FigureReader } from './result/check-figures.js';
import { MissingPublications } from './result/missing-publications.js';
import {
  PUBLISHED_REASONS,
  PUBLISHED_RESULTS,
  type PublishedReasons,
  type PublishedResults,
} from './result/ports.js';
import { OpenData } from './result/open-data.js';
import { PublicResults } from './result/public-results.js';
import { Receipts } from './result/receipts.js';
import { STEP_STORE, type StepStore } from './steps/ports.js';
import { StepWork } from './steps/step-work.js';
import { CheckingPorts, CheckingPortsModule } from './checking-ports.module.js';

/** The check, with staff's rights on the database, and its public results, with the intake's rights. */
@Module({
  imports: [CheckingPortsModule, CasesModule, StaffModule, TrustModule],
  providers: [
    { provide: CheckRun, inject: [CheckingPorts], useFactory: (ports: CheckingPorts) => new CheckRun(ports) },
    {
      provide: StepWork,
      inject: [ApprovedRequests, CHECK_JOBS, STEP_STORE, LOG],
      useFactory: (requests: ApprovedRequests, jobs: CheckJobs, steps: StepStore, log: Log) =>
        new StepWork({ requests, jobs, steps }, logOutcome(log, 'step')),
    },
    {
      provide: BatchWork,
      inject: [CheckRun, CHECK_JOBS, VERDICT_STORE, StepWork, LOG],
      useFactory: (run: CheckRun, jobs: CheckJobs, verdicts: VerdictStore, steps: StepWork, log: Log) =>
        new BatchWork(run, jobs, verdicts, steps, logOutcome(log, 'check')),
    },
    BatchWatchJob,
    {
      provide: CheckingService,
      inject: [CheckingPorts, BatchWork, StepWork],
      useFactory: (ports: CheckingPorts, work: BatchWork, steps: StepWork) =>
        new CheckingService(ports, work, steps),
    },
    {
      provide: BatchControl,
      inject: [CheckingPorts, BatchWork],
      useFactory: (ports: CheckingPorts, work: BatchWork) => new BatchControl(ports, work),
    },
    {
      provide: PaperService,
      inject: [CheckingPorts],
      useFactory: (ports: CheckingPorts) => new PaperService(ports),
    },
    {
      provide: MissingPublications,
      inject: [CheckingPorts, LOG],
      useFactory: (ports: CheckingPorts, log: Log) => new MissingPublications(ports, log),
    },
    {
      provide: RecordHolders,
      inject: [CheckingPorts],
      useFactory: (ports: CheckingPorts) => new RecordHolders(ports),
    },
    {
      provide: OfficeFindings,
      inject: [CheckingPorts],
      useFactory: (ports: CheckingPorts) => new OfficeFindings(ports),
    },
    {
      provide: FigureReader,
      inject: [CheckingPorts],
      useFactory: (ports: CheckingPorts) => new FigureReader(ports),
    },
    {
      provide: PublicResults,
      inject: [PUBLISHED_RESULTS],
      useFactory: (published: PublishedResults) => new PublicResults(published),
    },
    {
      provide: OpenData,
      inject: [PUBLISHED_RESULTS],
      useFactory: (published: PublishedResults) => new OpenData(published),
    },
    {
      provide: Receipts,
      inject: [RECORDED_COMMITMENTS, PublicResults, PUBLISHED_REASONS, INTAKE_KEYS],
      useFactory: (
        recorded: RecordedCommitments,
        results: PublicResults,
        reasons: PublishedReasons,
        keys: IntakeKeys,
      ) => new Receipts(recorded, results, reasons, keys),
    },
  ],
  exports: [
    CheckingService,
    BatchControl,
    PaperService,
    FigureReader,
    PublicResults,
    OpenData,
    Receipts,
    RecordHolders,
    OfficeFindings,
  ],
})
export class CheckingModule implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly checking: CheckingService,
    private readonly work: BatchWork,
    @Inject(ROUND_VERIFIERS) private readonly verifiers: RoundVerifiers,
    private readonly publications: MissingPublications,
    private readonly actions: ApprovalActions,
    @Inject(SERVED_PARTS) private readonly parts: readonly Part[],
  ) {}

  onModuleInit(): void {
    this.checking.register(this.actions);
  }

  /** Takes work on batches, whoever began them, and makes what an earlier version did not. */
  async onApplicationBootstrap(): Promise<void> {
    if (!this.parts.includes('checking')) return;
    await this.publications.make();
    await this.work.begin();
  }

  /** Waits for the pieces under way to end before the database is closed. */
  async onApplicationShutdown(): Promise<void> {
    await this.work.end();
    await this.verifiers.end();
  }
}

/**
 * Logs a run that failed. A failure is logged by case and code. A bug is logged by its kind and stack, never with
 * values.
 */
const logOutcome =
  (log: Log, what: 'check' | 'step'): PieceEnded =>
  (caseNumber, outcome) => {
    if (outcome instanceof Error)
      log.error({ caseNumber, bug: describeBug(outcome) }, `${what} stopped by a bug`);
    else if (!outcome.ok) log.warn({ caseNumber, code: outcome.failure.code }, outcomes[what]);
  };

const outcomes = { check: 'check paused', step: 'step failed' } as const;
