import path from 'node:path';
import { Global, Module } from '@nestjs/common';
import { MINISTRY_CERTIFICATE } from '../../checking/index.js';
import { type Configuration, CONFIGURATION } from '../../configuration/configuration.js';
import { StartFailure } from '../../configuration/start-failure.js';
import {
  readTrustFolder,
  REVOCATION_ARCHIVE,
  REVOCATION_FETCHER,
  TRUST_CONFIGURATION,
  type TrustConfiguration,
} from '../../trust/index.js';
import { FolderRevocationArchive } from './folder-revocation-archive.js';
import { HttpRevocationFetcher } from './http-revocation-fetcher.js';

/**
 * Which certificates are trusted, from `trust.json` in the home folder, and where revocation data is fetched from and
 * stored.
 */
@Global()
@Module({
  providers: [
    {
      provide: TRUST_CONFIGURATION,
      // After the keys, so that an operator who has installed neither is always told of the keys first.
      inject: [CONFIGURATION, MINISTRY_CERTIFICATE],
      useFactory: ({ home }: Configuration) => readTrust(path.join(home, 'trust')),
    },
    { provide: REVOCATION_FETCHER, useClass: HttpRevocationFetcher },
    {
      provide: REVOCATION_ARCHIVE,
      inject: [CONFIGURATION],
      useFactory: ({ archive }: Configuration) => FolderRevocationArchive.open(archive),
    },
  ],
  exports: [TRUST_CONFIGURATION, REVOCATION_FETCHER, REVOCATION_ARCHIVE],
})
export class RevocationModule {}

/** Throws `StartFailure`: `start-trust-unreadable`, `start-trust-wrong`. */
async function readTrust(folder: string): Promise<TrustConfiguration> {
  const trust = await readTrustFolder(folder).catch((error: unknown) => {
    throw new StartFailure({ code: 'start-trust-unreadable', values: { folder } }, { cause: error });
  });
  if (trust.ok) return trust.value;
  const { code, values } = trust.failure;
  const reason = [code, ...Object.values(values ?? {})].join(' ');
  throw new StartFailure({ code: 'start-trust-wrong', values: { folder, reason } });
}
