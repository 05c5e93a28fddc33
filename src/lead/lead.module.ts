import { Module } from '@nestjs/common';
import type { CaseRepository } from '../cases/index.js';
import { type Clock, CLOCK } from '../core/clock.js';
import { OpeningProbe } from './key-material.js';
import { LeadService } from './lead.service.js';
import {
  COMMISSION_RECIPIENT,
  type CommissionRecipient,
  LEAD_CASE_REPOSITORY,
  LEAD_ROUNDS,
  type LeadRounds,
  OPENING_PROBE_SECRET,
} from './ports.js';

/** What leads do, with the lead's rights on the database. */
@Module({
  providers: [
    {
      provide: OpeningProbe,
      inject: [OPENING_PROBE_SECRET],
      useFactory: (secret: Uint8Array) => new OpeningProbe(secret),
    },
    {
      provide: LeadService,
      inject: [CLOCK, LEAD_CASE_REPOSITORY, LEAD_ROUNDS, OpeningProbe, COMMISSION_RECIPIENT],
      useFactory: (
        clock: Clock,
        cases: CaseRepository,
        rounds: LeadRounds,
        probe: OpeningProbe,
        commission: CommissionRecipient,
      ) => new LeadService({ clock, cases, rounds, probe, commission }),
    },
  ],
  exports: [LeadService],
})
export class LeadModule {}
