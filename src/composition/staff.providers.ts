import type { DynamicModule, FactoryProvider } from '@nestjs/common';
import { PostgresCaseRepository } from '../adapters/postgres/case-repository.js';
import { PostgresApprovalStore } from '../adapters/postgres/staff/approval-store.js';
import { PostgresMemberStore } from '../adapters/postgres/staff/member-store.js';
import { PostgresSessionStore, PostgresUsedChallenges } from '../adapters/postgres/staff/session-store.js';
import { CaseService } from '../cases/index.js';
import { LeadService } from '../lead/index.js';
import { type StaffDependencies, StaffModule } from '../staff/index.js';
import { TrustService } from '../trust/index.js';
import { PeriodEnd } from './period-end.js';
import type { Platform } from './platform.js';
import { PLATFORM } from './tokens.js';

/** Cases as staff see them, with staff's rights on the database. */
export const caseProviders: readonly FactoryProvider[] = [
  {
    provide: CaseService,
    inject: [PLATFORM],
    useFactory: ({ databases, clock }: Platform) =>
      new CaseService(new PostgresCaseRepository(databases.staff), clock),
  },
  {
    provide: PeriodEnd,
    inject: [PLATFORM, CaseService],
    useFactory: ({ logger }: Platform, cases: CaseService) => new PeriodEnd(cases, logger),
  },
];

/** Sign-in, sessions and approvals, with staff's rights on the database. */
export const staffModule: DynamicModule = StaffModule.registerAsync({
  inject: [PLATFORM, TrustService, LeadService],
  useFactory: (platform: Platform, judge: TrustService, leads: LeadService): StaffDependencies => {
    const { clock, databases, keys, origin } = platform;
    return {
      clock,
      validator: judge,
      leads,
      origin,
      challengeKey: keys.challengeSecret,
      sessions: new PostgresSessionStore(databases.staff),
      members: new PostgresMemberStore(databases.staff),
      usedChallenges: new PostgresUsedChallenges(databases.staff, clock),
      approvals: new PostgresApprovalStore(databases.staff),
    };
  },
});
