import path from 'node:path';
import { Global, Module } from '@nestjs/common';
import { type Configuration, CONFIGURATION } from '../../configuration/configuration.js';
import { type Clock, CLOCK } from '../../core/clock.js';
import { type Log, LOG } from '../../core/log.js';
import { MOBILE_SIGNING, type MobileSigning } from '../../cosigning/ports.js';
import { HttpMobileSigning } from './http-mobile-signing.js';
import { readMobileServiceKey } from './service-key.js';

const pushAnsweredAfter = 2_000;

/** The service of the mobile certificate, where the configuration names one. Nothing is asked of it at the start. */
@Global()
@Module({
  providers: [
    {
      provide: MOBILE_SIGNING,
      inject: [CONFIGURATION, CLOCK, LOG],
      useFactory: async (
        { home, mobileService }: Configuration,
        clock: Clock,
        log: Log,
      ): Promise<MobileSigning | undefined> => {
        if (mobileService === undefined) return undefined;
        const key = await readMobileServiceKey(path.join(home, 'keys'));
        return new HttpMobileSigning({ pushAnsweredAfter, ...mobileService, key }, clock, log);
      },
    },
  ],
  exports: [MOBILE_SIGNING],
})
export class MobileCertificateModule {}
