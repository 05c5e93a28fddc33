import { Module } from '@nestjs/common';
import { CosigningModule } from '../cosigning/cosigning.module.js';
import { OpeningProbe } from './key-material.js';
import { LeadService } from './lead.service.js';
import { OPENING_PROBE_SECRET } from './ports.js';

/** What leads do, with the lead's rights on the database. */
@Module({
  imports: [CosigningModule],
  providers: [
    {
      provide: OpeningProbe,
      inject: [OPENING_PROBE_SECRET],
      useFactory: (secret: Uint8Array) => new OpeningProbe(secret),
    },
    LeadService,
  ],
  exports: [LeadService],
})
export class LeadModule {}
