import type { DynamicModule, FactoryProvider } from '@nestjs/common';
import {
  PostgresApprovalStore,
  PostgresCaseRepository,
  PostgresMemberStore,
  PostgresSessionStore,
  PostgresUsedChallenges,
} from '../adapters/postgres/index.js';
import { CaseService } from '../cases/index.js';
import { LeadService } from '../lead/index.js';
import { StaffModule, type StaffParts } from '../staff/index.js';
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
  useFactory: (platform: Platform, judge: TrustService, leads: LeadService): StaffParts => {
    const { clock, databases, keys, origin } = platform;
    return {
      clock,
      judge,
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
