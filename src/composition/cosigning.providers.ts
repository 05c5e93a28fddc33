import type { FactoryProvider } from '@nestjs/common';
import { PostgresCaseRepository } from '../adapters/postgres/case-repository.js';
import { PostgresOpenRounds } from '../adapters/postgres/open-rounds.js';
import { PostgresSealedRecordStore } from '../adapters/postgres/sealed-record-store.js';
import { CaseService } from '../cases/index.js';
import { CoSigningChallenges, CoSigningService, Intake, OwnCoSignatures } from '../cosigning/index.js';
import { TrustService } from '../trust/index.js';
import type { Platform } from './platform.js';
import { PLATFORM } from './tokens.js';

/** Co-signing, with the intake's rights on the database. */
export const cosigningProviders: readonly FactoryProvider[] = [
  {
    provide: CoSigningService,
    inject: [PLATFORM, TrustService],
    useFactory: (platform: Platform, trust: TrustService) => {
      const shared = sharedParts(platform, trust);
      const challenges = new CoSigningChallenges(platform.keys.challengeSecret);
      return new CoSigningService({
        ...shared,
        challenges,
        receiptIssuer: platform.keys.receiptIssuer,
        cases: new CaseService(new PostgresCaseRepository(platform.databases.intake), platform.clock),
        intake: new Intake({ ...shared, challenges }),
      });
    },
  },
  {
    provide: OwnCoSignatures,
    inject: [PLATFORM, TrustService],
    useFactory: (platform: Platform, trust: TrustService) =>
      new OwnCoSignatures({ ...sharedParts(platform, trust), challengeKey: platform.keys.challengeSecret }),
  },
];

function sharedParts(platform: Platform, trust: TrustService) {
  const { clock, databases, keys, origin } = platform;
  return {
    clock,
    origin,
    validator: trust,
    intakeSigner: keys.intakeSigner,
    holderTagKeys: keys.keystore,
    store: new PostgresSealedRecordStore(databases.intake, clock),
    openRounds: new PostgresOpenRounds(databases.intake),
  };
}
