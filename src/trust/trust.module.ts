import { Module } from '@nestjs/common';
import { type Clock, CLOCK } from '../core/clock.js';
import { TRUST_CONFIGURATION, type TrustConfiguration } from './configuration.js';
import { CrlRefreshJob } from './crl-refresh.service.js';
import {
  RANDOMNESS,
  type Randomness,
  REVOCATION_ARCHIVE,
  REVOCATION_FETCHER,
  type RevocationArchive,
  type RevocationFetcher,
} from './ports.js';
import { LIST_READER, type ListReader } from './revocation-list.js';
import { TrustService } from './trust.service.js';
import { CERTIFICATE_VALIDATOR } from './validate-certificate.js';
import { WorkerListReader } from './worker-list-reader.js';

/** Whether certificates are good, and the job that keeps fresh what says so. */
@Module({
  providers: [
    { provide: LIST_READER, useClass: WorkerListReader },
    { provide: RANDOMNESS, useValue: Math.random },
    {
      provide: TrustService,
      inject: [TRUST_CONFIGURATION, REVOCATION_FETCHER, REVOCATION_ARCHIVE, CLOCK, RANDOMNESS, LIST_READER],
      useFactory: (
        configuration: TrustConfiguration,
        fetcher: RevocationFetcher,
        archive: RevocationArchive,
        clock: Clock,
        random: Randomness,
        reader: ListReader,
      ) => new TrustService({ configuration, fetcher, archive, clock, random, reader }),
    },
    { provide: CERTIFICATE_VALIDATOR, useExisting: TrustService },
    CrlRefreshJob,
  ],
  exports: [TrustService, CERTIFICATE_VALIDATOR],
})
export class TrustModule {}
