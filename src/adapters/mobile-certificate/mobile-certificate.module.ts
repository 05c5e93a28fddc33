import path from 'node:path';
import { Global, Module } from '@nestjs/common';
import { type Configuration, CONFIGURATION } from '../../configuration/configuration.js';
import { StartFailure } from '../../configuration/start-failure.js';
import { type Clock, CLOCK } from '../../core/clock.js';
import { decodeBase64, decodeLatin1 } from '../../core/encodings.js';
import { type Log, LOG } from '../../core/log.js';
import { MOBILE_SIGNING, type MobileSigning } from '../../cosigning/ports.js';
import { KeyFolder } from '../keys/key-folder.js';
import { HttpMobileSigning } from './http-mobile-signing.js';

const keyFile = 'mobile-service.key';
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
        const key = await readKey(path.join(home, 'keys'));
        return new HttpMobileSigning({ pushAnsweredAfter, ...mobileService, key }, clock, log);
      },
    },
  ],
  exports: [MOBILE_SIGNING],
})
export class MobileCertificateModule {}

/** The key that is shared with the service. Throws `StartFailure`: `start-keys-missing`, `start-mobile-key-malformed`. */
async function readKey(folder: string): Promise<Uint8Array> {
  const values = { folder, names: keyFile };
  const file = await new KeyFolder(folder).read(keyFile);
  if (file === undefined) throw new StartFailure({ code: 'start-keys-missing', values });
  const key = decodeBase64(decodeLatin1(file).trim());
  if (key?.length !== 32) throw new StartFailure({ code: 'start-mobile-key-malformed', values });
  return key;
}
