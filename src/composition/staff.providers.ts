import type { FactoryProvider } from '@nestjs/common';
import {
  PostgresApprovalStore,
  PostgresAuditLog,
  PostgresCaseRepository,
  PostgresMemberStore,
  PostgresSessionStore,
  PostgresUsedChallenges,
} from '../adapters/postgres/index.js';
import { CaseService } from '../cases/index.js';
import { AUDIT_LOG } from '../http/staff/audit-log.token.js';
import { LeadService } from '../lead/index.js';
import { ApprovalActions, Approvals, Sessions, SignIn } from '../staff/index.js';
import { TrustService } from '../trust/index.js';
import type { Platform } from './platform.js';
import { PLATFORM } from './tokens.js';

/** Sessions, approvals and the audit log, with staff's rights on the database. */
export const staffProviders: readonly FactoryProvider[] = [
  {
    provide: CaseService,
    inject: [PLATFORM],
    useFactory: ({ databases, clock }: Platform) =>
      new CaseService(new PostgresCaseRepository(databases.staff), clock),
  },
  {
    provide: Sessions,
    inject: [PLATFORM, LeadService],
    useFactory: ({ databases, clock }: Platform, leads: LeadService) =>
      new Sessions(new PostgresSessionStore(databases.staff), leads, clock),
  },
  {
    provide: SignIn,
    inject: [PLATFORM, TrustService, Sessions, LeadService],
    useFactory: (platform: Platform, judge: TrustService, sessions: Sessions, leads: LeadService) =>
      new SignIn({
        clock: platform.clock,
        challengeKey: platform.keys.challengeSecret,
        origin: platform.origin,
        judge,
        members: new PostgresMemberStore(platform.databases.staff),
        leads,
        usedChallenges: new PostgresUsedChallenges(platform.databases.staff, platform.clock),
        sessions,
      }),
  },
  { provide: ApprovalActions, useFactory: () => new ApprovalActions() },
  {
    provide: Approvals,
    inject: [PLATFORM, TrustService, ApprovalActions],
    useFactory: ({ clock, databases }: Platform, judge: TrustService, actions: ApprovalActions) =>
      new Approvals({ clock, judge, actions, store: new PostgresApprovalStore(databases.staff) }),
  },
  {
    provide: AUDIT_LOG,
    inject: [PLATFORM],
    useFactory: ({ databases }: Platform) => new PostgresAuditLog(databases.staff),
  },
];
