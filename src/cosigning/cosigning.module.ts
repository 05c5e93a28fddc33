import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import { COMMISSION_ROUND_KEYS, type CommissionRoundKeys } from '../cases/index.js';
import { CHALLENGE_SECRET } from '../core/challenge.js';
import { type Clock, CLOCK } from '../core/clock.js';
import type { Signer } from '../core/cms/signer-info.js';
import { PLATFORM_ORIGIN } from '../core/statement/index.js';
import {
  CERTIFICATE_VALIDATOR,
  type CertificateValidator,
  certificatePolicyDigest,
  TRUST_CONFIGURATION,
  type TrustConfiguration,
} from '../trust/index.js';
import { TrustModule } from '../trust/trust.module.js';
import { CoSigningService } from './cosigning.service.js';
import { CoSigningChallenges, Intake } from './intake.js';
import { MobileCoSigning } from './mobile-co-signing.js';
import { OwnCoSignatures } from './own-co-signatures.js';
import {
  HOLDER_TAG_KEYS,
  type HolderTagKeys,
  INTAKE_SIGNER,
  MOBILE_SIGNING,
  type MobileSigning,
  OPEN_ROUNDS,
  type OpenRounds,
  RECEIPT_ISSUER,
  type ReceiptIssuer,
  SEALED_RECORD_STORE,
  type SealedRecordStore,
} from './ports.js';
import { RECORD_SEALING, type RecordSealing } from './record-sealing.js';
import { RememberedRounds } from './remembered-rounds.js';
import { RoundBindings } from './round-bindings.js';

/** Co-signing, with the intake's rights on the database. */
@Module({
  imports: [CasesModule, TrustModule],
  providers: [
    {
      provide: RoundBindings,
      inject: [PLATFORM_ORIGIN, TRUST_CONFIGURATION, HOLDER_TAG_KEYS, COMMISSION_ROUND_KEYS],
      useFactory: (
        origin: string,
        rules: TrustConfiguration,
        holderTagKeys: HolderTagKeys,
        commissionRoundKeys: CommissionRoundKeys,
      ) =>
        new RoundBindings({
          origin,
          certificatePolicyDigest: certificatePolicyDigest(rules),
          holderTagKeys,
          commissionRoundKeys,
        }),
    },
    {
      provide: CoSigningChallenges,
      inject: [CHALLENGE_SECRET],
      useFactory: (secret: Uint8Array) => new CoSigningChallenges(secret),
    },
    {
      provide: RememberedRounds,
      inject: [OPEN_ROUNDS],
      useFactory: (rounds: OpenRounds) => new RememberedRounds(rounds),
    },
    {
      provide: Intake,
      inject: [
        CLOCK,
        CoSigningChallenges,
        CERTIFICATE_VALIDATOR,
        INTAKE_SIGNER,
        RoundBindings,
        RECORD_SEALING,
        SEALED_RECORD_STORE,
      ],
      useFactory: (
        clock: Clock,
        challenges: CoSigningChallenges,
        validator: CertificateValidator,
        intakeSigner: Signer,
        bindings: RoundBindings,
        sealing: RecordSealing,
        store: SealedRecordStore,
      ) => new Intake({ clock, challenges, validator, intakeSigner, bindings, sealing, store }),
    },
    {
      provide: OwnCoSignatures,
      inject: [
        CLOCK,
        CHALLENGE_SECRET,
        CERTIFICATE_VALIDATOR,
        RoundBindings,
        SEALED_RECORD_STORE,
        OPEN_ROUNDS,
        RECEIPT_ISSUER,
        PLATFORM_ORIGIN,
      ],
      useFactory: (
        clock: Clock,
        challengeKey: Uint8Array,
        validator: CertificateValidator,
        bindings: RoundBindings,
        store: SealedRecordStore,
        openRounds: OpenRounds,
        receiptIssuer: ReceiptIssuer,
        origin: string,
      ) =>
        new OwnCoSignatures({
          clock,
          challengeKey,
          validator,
          bindings,
          store,
          openRounds,
          receiptIssuer,
          origin,
        }),
    },
    {
      provide: MobileCoSigning,
      inject: [
        CLOCK,
        TRUST_CONFIGURATION,
        MOBILE_SIGNING,
        CoSigningChallenges,
        CoSigningService,
        CHALLENGE_SECRET,
      ],
      useFactory: (
        clock: Clock,
        rules: TrustConfiguration,
        service: MobileSigning | undefined,
        challenges: CoSigningChallenges,
        coSigning: CoSigningService,
        secret: Uint8Array,
      ) => new MobileCoSigning({ clock, rules, service, challenges, coSigning, secret }),
    },
    CoSigningService,
  ],
  exports: [CoSigningService, MobileCoSigning, OwnCoSignatures, RoundBindings],
})
export class CosigningModule implements OnApplicationShutdown {
  constructor(@Inject(RECORD_SEALING) private readonly sealing: RecordSealing) {}

  async onApplicationShutdown(): Promise<void> {
    await this.sealing.end();
  }
}
