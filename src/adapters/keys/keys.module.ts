import path from 'node:path';
import { type FactoryProvider, Global, Module } from '@nestjs/common';
import { CHECKPOINT_SIGNER, type CheckpointSigner, signCheckpoint } from '../../audit/index.js';
import {
  COMMISSION_CERTIFICATES,
  COMMISSION_DECRYPTION_KEY,
  COMMISSION_KEY,
  MINISTRY_CERTIFICATE,
} from '../../checking/index.js';
import { CASE_KEYS, COMMISSION_ROUND_KEYS } from '../../cases/index.js';
import { type Configuration, CONFIGURATION } from '../../configuration/configuration.js';
import { CHALLENGE_SECRET } from '../../core/challenge.js';
import { signReceipt } from '../../core/receipt-signing.js';
import { HOLDER_TAG_KEYS, INTAKE_SIGNER, RECEIPT_ISSUER, type ReceiptIssuer } from '../../cosigning/index.js';
import { COMMISSION_RECIPIENT, OPENING_PROBE_SECRET } from '../../lead/index.js';
import { type PlatformKeys, readPlatformKeys } from './platform-keys.js';
import { readTokenKeys } from '../pkcs11/token-platform-keys.js';

const PLATFORM_KEYS = Symbol('platform keys');

/** Binds a token to one of the platform's keys. */
const key = (token: symbol, read: (keys: PlatformKeys) => unknown): FactoryProvider => ({
  provide: token,
  inject: [PLATFORM_KEYS],
  useFactory: read,
});

const ports = [
  key(INTAKE_SIGNER, ({ intakeSigner }) => intakeSigner),
  key(RECEIPT_ISSUER, ({ intakeJws }): ReceiptIssuer => ({
    issue: (receipt) => signReceipt(receipt, intakeJws),
  })),
  key(CHECKPOINT_SIGNER, ({ intakeJws }): CheckpointSigner => ({
    sign: (checkpoint) => signCheckpoint(checkpoint, intakeJws),
  })),
  key(CHALLENGE_SECRET, ({ challengeSecret }) => challengeSecret),
  key(OPENING_PROBE_SECRET, ({ openingProbeSecret }) => openingProbeSecret),
  key(COMMISSION_KEY, ({ commission }) => commission),
  key(COMMISSION_DECRYPTION_KEY, ({ commissionDecryption }) => commissionDecryption),
  key(COMMISSION_RECIPIENT, ({ commissionDecryption }) => commissionDecryption),
  key(COMMISSION_CERTIFICATES, ({ commissionCertificatesPem }) => commissionCertificatesPem),
  key(MINISTRY_CERTIFICATE, ({ ministryCertificate }) => ministryCertificate),
  key(HOLDER_TAG_KEYS, ({ holderTagKeys }) => holderTagKeys),
  { provide: CASE_KEYS, useExisting: HOLDER_TAG_KEYS },
  key(COMMISSION_ROUND_KEYS, ({ commissionRoundKeys }) => commissionRoundKeys),
];

/** The platform's keys, in files of the home folder or in a PKCS #11 token. */
@Global()
@Module({
  providers: [
    {
      provide: PLATFORM_KEYS,
      inject: [CONFIGURATION],
      useFactory: async (configuration: Configuration) => {
        const { token } = configuration;
        if (token === undefined) return readPlatformKeys(folderOf(configuration));
        return readPlatformKeys(folderOf(configuration), (folder, certificates) =>
          readTokenKeys(token, folder, certificates),
        );
      },
    },
    ...ports,
  ],
  exports: ports.map(({ provide }) => provide),
})
export class KeysModule {}

const folderOf = ({ home }: Configuration): string => path.join(home, 'keys');
