import { randomInt } from 'node:crypto';
import {
  Inject,
  Injectable,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import {
  CalendarService,
  CASE_KEYS,
  type CaseKeys,
  CaseService,
  COMMISSION_ROUND_KEYS,
  type CommissionRoundKeys,
} from '../cases/index.js';
import { type Clock, CLOCK } from '../core/clock.js';
import { uuidVersion7 } from '../core/uuid.js';
import { describeBug, LOG, type Log } from '../core/log.js';
import { INTAKE_KEYS, type IntakeKeys } from '../core/receipt-signing.js';
import { type Part, SERVED_PARTS } from '../core/served-parts.js';
import { ApprovalActions } from '../staff/index.js';
import { StaffModule } from '../staff/staff.module.js';
import {
  REVOCATION_ARCHIVE,
  type RevocationArchive,
  TRUST_CONFIGURATION,
  type TrustConfiguration,
  TrustService,
} from '../trust/index.js';
import { TrustModule } from '../trust/trust.module.js';
import { BatchControl } from './batch/batch-control.js';
import { BatchWatchJob } from './batch/batch-watch.service.js';
import { BatchWork, CHECK_JOBS, type CheckJobs, type PieceEnded } from './batch/batch-work.js';
import { CheckRun } from './batch/check-run.js';
import { RecordHolders } from './batch/record-holder.js';
import {
  CHECK_THREADS,
  ROUND_VERIFIERS,
  type RoundVerifiers,
  verifiersHere,
} from './batch/round-verifier.js';
import { VerificationThreads } from './batch/verification-threads.js';
import { CheckingService } from './checking.service.js';
import { DECIDED_CHANGES, type DecidedChanges } from './result/ports.js';
import { CASE_LOCK, type CaseLock, ROSTER_STORE, type RosterStore } from './exchange/ports.js';
import {
  COMMISSION_CERTIFICATES,
  COMMISSION_DECRYPTION_KEY,
  COMMISSION_KEY,
  type CommissionDecryptionKey,
  type CommissionKey,
} from './commission-keys.js';
import {
  MINISTRY_CERTIFICATE,
  PURGE_STORE,
  type PurgeStore,
  RECORD_SOURCE,
  RECORDED_COMMITMENTS,
  type RecordedCommitments,
  type RecordSource,
  VERDICT_STORE,
  type VerdictStore,
} from './ports.js';
import { OfficeFindings } from './paper/office-findings.js';
import { PaperService } from './paper/paper.service.js';
import { PAPER_STORE, type PaperStore } from './paper/ports.js';
import { MissingPublications } from './result/missing-publications.js';
import {
  PUBLISHED_REASONS,
  PUBLISHED_RESULTS,
  type PublishedReasons,
  type PublishedResults,
  RESULT_STORE,
  type ResultStore,
} from './result/ports.js';
import { OpenData } from './result/open-data.js';
import { PublicResults } from './result/public-results.js';
import { Receipts } from './result/receipts.js';
import { REASON_SENTENCE, type ReasonSentence } from './result/struck-out-list.js';

/** What a purge works with. */
@Injectable()
class PurgePorts {
  @Inject() readonly calendar!: CalendarService;
  @Inject(PUBLISHED_RESULTS) readonly published!: PublishedResults;
  @Inject(PURGE_STORE) readonly store!: PurgeStore;
  @Inject(CASE_KEYS) readonly keys!: CaseKeys;
  @Inject(COMMISSION_ROUND_KEYS) readonly roundKeys!: CommissionRoundKeys;
}

/**
 * What the steps of a check work with. The parts are injected by property: a constructor would list them all a second
 * time.
 */
@Injectable()
class CheckingPorts {
  @Inject() readonly cases!: CaseService;
  @Inject() readonly validator!: TrustService;
  @Inject(CLOCK) readonly clock!: Clock;
  @Inject(RECORD_SOURCE) readonly records!: RecordSource;
  @Inject(VERDICT_STORE) readonly verdicts!: VerdictStore;
  @Inject(ROUND_VERIFIERS) readonly verifiers!: RoundVerifiers;
  @Inject(ROSTER_STORE) readonly rosters!: RosterStore;
  @Inject(PAPER_STORE) readonly paper!: PaperStore;
  @Inject(RESULT_STORE) readonly results!: ResultStore;
  @Inject(CASE_LOCK) readonly lock!: CaseLock;
  @Inject(DECIDED_CHANGES) readonly changes!: DecidedChanges;
  @Inject(COMMISSION_KEY) readonly commissionKey!: CommissionKey;
  @Inject(COMMISSION_DECRYPTION_KEY) readonly commissionDecryptionKey!: CommissionDecryptionKey;
  @Inject(COMMISSION_ROUND_KEYS) readonly commissionRoundKeys!: CommissionRoundKeys;
  @Inject(MINISTRY_CERTIFICATE) readonly ministryCertificate!: Uint8Array;
  @Inject(INTAKE_KEYS) readonly intakeKeys!: IntakeKeys;
  @Inject(COMMISSION_CERTIFICATES) readonly certificatesPem!: string;
  @Inject(REASON_SENTENCE) readonly reasonSentence!: ReasonSentence;
  @Inject() readonly purge!: PurgePorts;
  readonly newId = uuidVersion7;
  readonly randomBelow = (exclusiveMaximum: number): number => randomInt(exclusiveMaximum);
}

/** The check, with staff's rights on the database, and its public results, with the intake's rights. */
@Module({
  imports: [CasesModule, StaffModule, TrustModule],
  providers: [
    PurgePorts,
    CheckingPorts,
    {
      provide: ROUND_VERIFIERS,
      inject: [TrustService, TRUST_CONFIGURATION, REVOCATION_ARCHIVE, CHECK_THREADS],
      useFactory: (
        validator: TrustService,
        trust: TrustConfiguration,
        archive: RevocationArchive,
        threads: number,
      ): RoundVerifiers =>
        threads === 0 ? verifiersHere(validator) : new VerificationThreads({ trust, archive, threads }),
    },
    { provide: CheckRun, inject: [CheckingPorts], useFactory: (ports: CheckingPorts) => new CheckRun(ports) },
    {
      provide: BatchWork,
      inject: [CheckRun, CHECK_JOBS, VERDICT_STORE, LOG],
      useFactory: (run: CheckRun, jobs: CheckJobs, verdicts: VerdictStore, log: Log) =>
        new BatchWork(run, jobs, verdicts, logOutcome(log)),
    },
    BatchWatchJob,
    {
      provide: CheckingService,
      inject: [CheckingPorts, BatchWork],
      useFactory: (ports: CheckingPorts, work: BatchWork) => new CheckingService(ports, work),
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
  (log: Log): PieceEnded =>
  (caseNumber, outcome) => {
    if (outcome instanceof Error)
      log.error({ caseNumber, bug: describeBug(outcome) }, 'check stopped by a bug');
    else if (!outcome.ok) log.warn({ caseNumber, code: outcome.failure.code }, 'check paused');
  };
