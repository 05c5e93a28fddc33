import type { FactoryProvider } from '@nestjs/common';
import { PostgresCaseRepository } from '../adapters/postgres/case-repository.js';
import { PostgresLeadRounds } from '../adapters/postgres/lead-rounds.js';
import { PLATFORM_ORIGIN } from '../http/lead/lead.controller.js';
import { LeadService, OpeningProbe } from '../lead/index.js';
import type { Platform } from './platform.js';
import { PLATFORM } from './tokens.js';

/** What leads do, with the lead's rights on the database. */
export const leadProviders: readonly FactoryProvider[] = [
  { provide: PLATFORM_ORIGIN, inject: [PLATFORM], useFactory: ({ origin }: Platform) => origin },
  {
    provide: LeadService,
    inject: [PLATFORM],
    useFactory: ({ clock, databases, keys }: Platform) =>
      new LeadService({
        clock,
        cases: new PostgresCaseRepository(databases.lead),
        rounds: new PostgresLeadRounds(databases.lead),
        probe: new OpeningProbe(keys.probeSecret),
        commission: keys.commission.key,
      }),
  },
];
