import { Module } from '@nestjs/common';
import { type Clock, CLOCK } from '../core/clock.js';
import { CosigningModule } from '../cosigning/cosigning.module.js';
import { CERTIFICATE_VALIDATOR, type CertificateValidator } from '../trust/index.js';
import { TrustModule } from '../trust/trust.module.js';
import { OpeningProbe } from './key-material.js';
import { LeadCertificates } from './lead-certificates.js';
import { LeadService } from './lead.service.js';
import { OfflineSubmissions } from './offline-submission.service.js';
import { OPENING_PROBE_SECRET } from './ports.js';

/** What leads do, with the lead's rights on the database. */
@Module({
  imports: [CosigningModule, TrustModule],
  providers: [
    {
      provide: OpeningProbe,
      inject: [OPENING_PROBE_SECRET],
      useFactory: (secret: Uint8Array) => new OpeningProbe(secret),
    },
    {
      provide: LeadCertificates,
      inject: [CERTIFICATE_VALIDATOR, CLOCK],
      useFactory: (validator: CertificateValidator, clock: Clock) => new LeadCertificates(validator, clock),
    },
    LeadService,
    OfflineSubmissions,
  ],
  exports: [LeadService, OfflineSubmissions],
})
export class LeadModule {}
