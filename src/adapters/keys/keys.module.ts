import path from 'node:path';
import { type FactoryProvider, Global, Module } from '@nestjs/common';
import {
  CASE_KEYS,
  COMMISSION_CERTIFICATES,
  COMMISSION_KEY,
  MINISTRY_CERTIFICATE,
} from '../../checking/index.js';
import { type Configuration, CONFIGURATION } from '../../configuration/configuration.js';
import { CHALLENGE_SECRET } from '../../core/challenge.js';
import type { Signer } from '../../core/cms/signer-info.js';
import { INTAKE_KEYS } from '../../core/receipt.js';
import { HOLDER_TAG_KEYS, INTAKE_SIGNER, RECEIPT_ISSUER } from '../../cosigning/index.js';
import { COMMISSION_RECIPIENT, OPENING_PROBE_SECRET } from '../../lead/index.js';
import { StartFailure } from '../../configuration/start-failure.js';
import { SoftwareKeystore } from './software-keys.js';

/** The commission's key with its certificates, and MOI's certificate: what an operator installs. */
interface InstalledKeys {
  readonly commission: NonNullable<Awaited<ReturnType<SoftwareKeystore['commission']>>>;
  readonly ministryCertificate: Uint8Array;
}

const INSTALLED_KEYS = Symbol('installed keys');

/** Binds a token to a key or secret of the keystore. */
const fromKeystore = (token: symbol, read: (keystore: SoftwareKeystore) => unknown): FactoryProvider => ({
  provide: token,
  inject: [SoftwareKeystore],
  useFactory: read,
});

/** Binds a token to a key or certificate that the operator installed. */
const fromInstalledKeys = (token: symbol, read: (keys: InstalledKeys) => unknown): FactoryProvider => ({
  provide: token,
  inject: [INSTALLED_KEYS],
  useFactory: read,
});

const ports: readonly FactoryProvider[] = [
  fromKeystore(INTAKE_SIGNER, (keystore) => keystore.intakeSigner()),
  fromKeystore(RECEIPT_ISSUER, (keystore) => keystore.receiptIssuer()),
  fromKeystore(CHALLENGE_SECRET, (keystore) => keystore.secret('challenge')),
  fromKeystore(OPENING_PROBE_SECRET, (keystore) => keystore.secret('opening-probe')),
  fromKeystore(HOLDER_TAG_KEYS, (keystore) => keystore),
  fromKeystore(CASE_KEYS, (keystore) => keystore),
  fromInstalledKeys(COMMISSION_KEY, ({ commission }) => commission.key),
  fromInstalledKeys(COMMISSION_RECIPIENT, ({ commission }) => commission.key),
  fromInstalledKeys(COMMISSION_CERTIFICATES, ({ commission }) => commission.certificatesPem),
  fromInstalledKeys(MINISTRY_CERTIFICATE, ({ ministryCertificate }) => ministryCertificate),
  { provide: INTAKE_KEYS, inject: [INTAKE_SIGNER], useFactory: ({ publicKey }: Signer) => [publicKey] },
];

/** The platform's keys, in files of the home folder. */
@Global()
@Module({
  providers: [
    {
      provide: SoftwareKeystore,
      inject: [CONFIGURATION],
      useFactory: (configuration: Configuration) => new SoftwareKeystore(folderOf(configuration)),
    },
    { provide: INSTALLED_KEYS, inject: [SoftwareKeystore, CONFIGURATION], useFactory: readInstalled },
    ...ports,
  ],
  exports: ports.map(({ provide }) => provide),
})
export class KeysModule {}

const folderOf = ({ home }: Configuration): string => path.join(home, 'keys');

/** Throws the `StartFailure` `start-keys-missing`. */
async function readInstalled(
  keystore: SoftwareKeystore,
  configuration: Configuration,
): Promise<InstalledKeys> {
  const commission = await keystore.commission();
  const ministryCertificate = await keystore.ministryCertificate();
  if (commission === undefined || ministryCertificate === undefined) {
    throw new StartFailure({ code: 'start-keys-missing', values: { folder: folderOf(configuration) } });
  }
  return { commission, ministryCertificate };
}
