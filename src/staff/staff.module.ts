import { type BeforeApplicationShutdown, Module, type OnModuleInit } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import { CalendarService, CaseService, ServiceSwitches } from '../cases/index.js';
import { CHALLENGE_SECRET } from '../core/challenge.js';
import { type Clock, CLOCK } from '../core/clock.js';
import { LOG, type Log } from '../core/log.js';
import { PLATFORM_ORIGIN } from '../core/statement/index.js';
import { RoundBindings } from '../cosigning/index.js';
import { CosigningModule } from '../cosigning/cosigning.module.js';
import { LeadService, OfflineSubmissions } from '../lead/index.js';
import { LeadModule } from '../lead/lead.module.js';
import { CERTIFICATE_VALIDATOR, type CertificateValidator, TrustService } from '../trust/index.js';
import { TrustModule } from '../trust/trust.module.js';
import { AnsweredInTime, APPROVAL_PATIENCE, usualPatience } from './approvals/answered-in-time.js';
import { Approvals } from './approvals/approvals.js';
import { ApprovalActions } from './approvals/approved-action.js';
import { ApprovedRequests } from './approvals/approved-requests.js';
import { CaseConflicts } from './case-conflicts.js';
import { CalendarSteps } from './calendar-steps.js';
import { CaseSteps } from './case-steps.js';
import { LeadReplacementSteps } from './lead-replacement-steps.js';
import { OfflineSubmissionSteps } from './offline-submission-steps.js';
import { MemberSteps } from './member-steps.js';
import {
  APPROVAL_STORE,
  type ApprovalStore,
  LEAD_DIRECTORY,
  type LeadDirectory,
  MEMBER_STORE,
  type MemberStore,
  SESSION_STORE,
  type SessionStore,
  SUBMITTED_HOLDERS,
  type SubmittedHolders,
  USED_CHALLENGES,
  type UsedChallenges,
} from './ports.js';
import { OwnSessions } from './own-sessions.js';
import { SessionCertificates } from './session-certificates.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';
import { SwitchSteps } from './switch-steps.js';

/** Sign-in, sessions and two-person approvals, with staff's rights on the database. */
@Module({
  imports: [CasesModule, CosigningModule, LeadModule, TrustModule],
  providers: [
    { provide: LEAD_DIRECTORY, useExisting: LeadService },
    {
      provide: Sessions,
      inject: [SESSION_STORE, LEAD_DIRECTORY, CERTIFICATE_VALIDATOR, CLOCK, CHALLENGE_SECRET],
      useFactory: (
        store: SessionStore,
        leads: LeadDirectory,
        validator: CertificateValidator,
        clock: Clock,
        secret: Uint8Array,
      ) =>
        new Sessions({
          store,
          leads,
          certificates: new SessionCertificates(secret, validator),
          clock,
          secret,
        }),
    },
    {
      provide: CaseConflicts,
      inject: [CaseService, TrustService, RoundBindings, SUBMITTED_HOLDERS],
      useFactory: (
        cases: CaseService,
        trust: TrustService,
        bindings: RoundBindings,
        holders: SubmittedHolders,
      ) => new CaseConflicts({ cases, trust, bindings, holders }),
    },
    {
      provide: OwnSessions,
      inject: [SESSION_STORE, CLOCK],
      useFactory: (store: SessionStore, clock: Clock) => new OwnSessions(store, clock),
    },
    {
      provide: SignIn,
      inject: [
        CLOCK,
        CHALLENGE_SECRET,
        PLATFORM_ORIGIN,
        CERTIFICATE_VALIDATOR,
        MEMBER_STORE,
        LEAD_DIRECTORY,
        USED_CHALLENGES,
        Sessions,
      ],
      useFactory: (
        clock: Clock,
        challengeKey: Uint8Array,
        origin: string,
        validator: CertificateValidator,
        members: MemberStore,
        leads: LeadDirectory,
        usedChallenges: UsedChallenges,
        sessions: Sessions,
      ) => new SignIn({ clock, challengeKey, origin, validator, members, leads, usedChallenges, sessions }),
    },
    ApprovalActions,
    { provide: APPROVAL_PATIENCE, useValue: usualPatience },
    {
      provide: AnsweredInTime,
      inject: [APPROVAL_PATIENCE, LOG],
      useFactory: (patience: number, log: Log) => new AnsweredInTime(patience, log),
    },
    {
      provide: Approvals,
      inject: [
        ...[CLOCK, CERTIFICATE_VALIDATOR, APPROVAL_STORE, ApprovalActions, CaseConflicts, PLATFORM_ORIGIN],
        AnsweredInTime,
      ],
      useFactory: (
        clock: Clock,
        validator: CertificateValidator,
        store: ApprovalStore,
        actions: ApprovalActions,
        conflicts: CaseConflicts,
        origin: string,
        inTime: AnsweredInTime,
      ) => new Approvals({ clock, validator, store, actions, conflicts, origin }, inTime),
    },
    {
      provide: ApprovedRequests,
      inject: [CLOCK, CERTIFICATE_VALIDATOR, APPROVAL_STORE, ApprovalActions, CaseConflicts, PLATFORM_ORIGIN],
      useFactory: (
        clock: Clock,
        validator: CertificateValidator,
        store: ApprovalStore,
        actions: ApprovalActions,
        conflicts: CaseConflicts,
        origin: string,
      ) => new ApprovedRequests({ clock, validator, store, actions, conflicts, origin }),
    },
    {
      provide: CaseSteps,
      inject: [CaseService, Approvals],
      useFactory: (cases: CaseService, approvals: Approvals) => new CaseSteps(cases, approvals),
    },
    {
      provide: CalendarSteps,
      inject: [CalendarService, Approvals],
      useFactory: (calendar: CalendarService, approvals: Approvals) => new CalendarSteps(calendar, approvals),
    },
    {
      provide: SwitchSteps,
      inject: [ServiceSwitches, Approvals],
      useFactory: (switches: ServiceSwitches, approvals: Approvals) => new SwitchSteps(switches, approvals),
    },
    {
      provide: LeadReplacementSteps,
      inject: [CaseService, Approvals, CERTIFICATE_VALIDATOR, CLOCK],
      useFactory: (cases: CaseService, approvals: Approvals, validator: CertificateValidator, clock: Clock) =>
        new LeadReplacementSteps({ cases, approvals, validator, clock }),
    },
    {
      provide: OfflineSubmissionSteps,
      inject: [OfflineSubmissions, Approvals],
      useFactory: (submissions: OfflineSubmissions, approvals: Approvals) =>
        new OfflineSubmissionSteps(submissions, approvals),
    },
    {
      provide: MemberSteps,
      inject: [MEMBER_STORE, Approvals, CERTIFICATE_VALIDATOR, CLOCK],
      useFactory: (
        members: MemberStore,
        approvals: Approvals,
        validator: CertificateValidator,
        clock: Clock,
      ) => new MemberSteps({ members, approvals, validator, clock }),
    },
  ],
  exports: [
    CaseConflicts,
    Sessions,
    OwnSessions,
    SignIn,
    Approvals,
    ApprovalActions,
    ApprovedRequests,
    CalendarSteps,
    CaseSteps,
    LeadReplacementSteps,
    MemberSteps,
    OfflineSubmissionSteps,
    SwitchSteps,
  ],
})
export class StaffModule implements OnModuleInit, BeforeApplicationShutdown {
  constructor(
    private readonly steps: CaseSteps,
    private readonly calendar: CalendarSteps,
    private readonly leads: LeadReplacementSteps,
    private readonly offline: OfflineSubmissionSteps,
    private readonly members: MemberSteps,
    private readonly switches: SwitchSteps,
    private readonly actions: ApprovalActions,
    private readonly inTime: AnsweredInTime,
  ) {}

  onModuleInit(): void {
    this.steps.register(this.actions);
    this.calendar.register(this.actions);
    this.leads.register(this.actions);
    this.offline.register(this.actions);
    this.members.register(this.actions);
    this.switches.register(this.actions);
  }

  /** What goes on after its answer needs the connections. */
  beforeApplicationShutdown(): Promise<void> {
    return this.inTime.settled();
  }
}
