import { Inject, Injectable, Module, type OnModuleInit } from '@nestjs/common';
import {
  CaseService,
  COMMISSION_ROUND_KEYS,
  type CommissionRoundKeys,
  PUBLIC_CASES,
  type PublicCases,
} from '../cases/index.js';
import { CasesModule } from '../cases/cases.module.js';
import { CheckingModule } from '../checking/checking.module.js';
import {
  CASE_LOCK,
  type CaseLock,
  OfficeFindings,
  PUBLISHED_REASONS,
  PUBLISHED_RESULTS,
  type PublishedReasons,
  type PublishedResults,
  RECORDED_COMMITMENTS,
  type RecordedCommitments,
  RecordHolders,
  VERDICT_STORE,
  type VerdictStore,
} from '../checking/index.js';
import { CHALLENGE_SECRET } from '../core/challenge.js';
import { type Clock, CLOCK } from '../core/clock.js';
import { INTAKE_KEYS, type IntakeKeys } from '../core/receipt-signing.js';
import { PLATFORM_ORIGIN } from '../core/statement/index.js';
import { CosigningModule } from '../cosigning/cosigning.module.js';
import {
  OPEN_ROUNDS,
  type OpenRounds,
  OwnCoSignatures,
  RoundBindings,
  SEALED_RECORD_STORE,
  type SealedRecordStore,
} from '../cosigning/index.js';
import { ApprovalActions } from '../staff/index.js';
import { StaffModule } from '../staff/staff.module.js';
import { TrustService } from '../trust/index.js';
import { TrustModule } from '../trust/trust.module.js';
import { RemedyDecisions } from './decisions.js';
import { Disclosures } from './disclosures.js';
import { Filing } from './filing.js';
import { Objections } from './objections.js';
import { OwnStandings } from './own-standings.js';
import { REMEDY_POLICY, type RemedyPolicy, remedyPolicy } from './policy.js';
import {
  FILED_REQUESTS,
  FILED_REQUESTS_OF_LEADS,
  type FiledRequests,
  LOGGED_STEPS,
  type LoggedSteps,
  REMEDY_DESK,
  type RemedyDesk,
} from './ports.js';

/** What the services of this room work with, injected by property: each takes of it what it needs. */
@Injectable()
class RemedyPorts {
  @Inject(REMEDY_POLICY) readonly policy!: RemedyPolicy;
  @Inject(CLOCK) readonly clock!: Clock;
  @Inject(CHALLENGE_SECRET) readonly challengeKey!: Uint8Array;
  @Inject(PLATFORM_ORIGIN) readonly origin!: string;
  @Inject() readonly validator!: TrustService;
  @Inject(COMMISSION_ROUND_KEYS) readonly commissionRoundKeys!: CommissionRoundKeys;
  @Inject(INTAKE_KEYS) readonly intakeKeys!: IntakeKeys;
  @Inject(OPEN_ROUNDS) readonly openRounds!: OpenRounds;
  @Inject() readonly bindings!: RoundBindings;
  @Inject(SEALED_RECORD_STORE) readonly records!: SealedRecordStore;
  @Inject(RECORDED_COMMITMENTS) readonly recorded!: RecordedCommitments;
  @Inject(PUBLISHED_RESULTS) readonly published!: PublishedResults;
  @Inject(PUBLISHED_REASONS) readonly reasons!: PublishedReasons;
  @Inject() readonly holders!: RecordHolders;
  @Inject() readonly findings!: OfficeFindings;
  @Inject(FILED_REQUESTS) readonly requests!: FiledRequests;
  @Inject(FILED_REQUESTS_OF_LEADS) readonly requestsOfLeads!: FiledRequests;
  @Inject(REMEDY_DESK) readonly desk!: RemedyDesk;
  @Inject(VERDICT_STORE) readonly verdicts!: VerdictStore;
  @Inject(CASE_LOCK) readonly lock!: CaseLock;
  @Inject() readonly own!: OwnCoSignatures;
}

/** The ports as a plain object, to which others are added. */
type Ports = Pick<RemedyPorts, keyof RemedyPorts>;

/** What people can do about a co-signature after it was made, and what two people decide on it. */
@Module({
  imports: [CasesModule, CheckingModule, CosigningModule, StaffModule, TrustModule],
  providers: [
    RemedyPorts,
    { provide: REMEDY_POLICY, useValue: remedyPolicy },
    {
      provide: Disclosures,
      inject: [LOGGED_STEPS],
      useFactory: (steps: LoggedSteps) => new Disclosures(steps),
    },
    {
      provide: Filing,
      inject: [RemedyPorts, PUBLIC_CASES],
      useFactory: (ports: Ports, cases: PublicCases) => new Filing({ ...ports, cases }),
    },
    {
      provide: Objections,
      inject: [RemedyPorts],
      useFactory: (ports: Ports) => new Objections(ports),
    },
    {
      provide: OwnStandings,
      inject: [RemedyPorts, PUBLIC_CASES, Disclosures],
      useFactory: (ports: Ports, cases: PublicCases, disclosures: Disclosures) =>
        new OwnStandings({ ...ports, cases, disclosures }),
    },
    {
      provide: RemedyDecisions,
      inject: [RemedyPorts, CaseService],
      useFactory: (ports: Ports, cases: CaseService) => new RemedyDecisions({ ...ports, cases }),
    },
  ],
  exports: [Filing, Objections, OwnStandings, RemedyDecisions],
})
export class RemediesModule implements OnModuleInit {
  constructor(
    private readonly decisions: RemedyDecisions,
    private readonly actions: ApprovalActions,
  ) {}

  onModuleInit(): void {
    for (const action of ['decide-objection', 'decide-misuse', 'decide-withdrawal'])
      this.actions.register(action, (approved) => this.decisions.carryOut(approved));
  }
}
