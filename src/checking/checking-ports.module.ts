import { Inject, Injectable, Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import { INTAKE_KEYS, type IntakeKeys } from '../core/receipt-signing.js';
import {
  REVOCATION_ARCHIVE,
  type RevocationArchive,
  TRUST_CONFIGURATION,
  type TrustConfiguration,
  TrustService,
} from '../trust/index.js';
import { TrustModule } from '../trust/trust.module.js';
import {
  CHECK_THREADS,
  ROUND_VERIFIERS,
  type RoundVerifiers,
  verifiersHere,
} from './batch/round-verifier.js';
import { VerificationThreads } from './batch/verification-threads.js';
import {
  MINISTRY_CERTIFICATE,
  PURGE_STORE,
  type PurgeStore,
  RECORD_SOURCE,
  type RecordSource,
  VERDICT_STORE,
  type VerdictStore,
} from './ports.js';
import {
  DECIDED_CHANGES,
  type DecidedChanges,
  PUBLISHED_RESULTS,
  type PublishedResults,
  RESULT_STORE,
  type ResultStore,
} from './result/ports.js';
import { STEP_STORE, type StepStore } from './steps/ports.js';
import { randomInt } from 'node:crypto';
import {
  CalendarService,
  CASE_KEYS,
  type CaseKeys,
  CaseService,
  COMMISSION_ROUND_KEYS,
  type CommissionRoundKeys,
} from '../cases/index.js';
import { type Clock, CLOCK } from '../core/clock.js';
import { uuidVersion7 } from '../core/uuid.js';
import { CASE_LOCK, type CaseLock, ROSTER_STORE, type RosterStore } from './exchange/ports.js';
import {
  COMMISSION_CERTIFICATES,
  COMMISSION_DECRYPTION_KEY,
  COMMISSION_KEY,
  type CommissionDecryptionKey,
  type CommissionKey,
} from './commission-keys.js';
import { PAPER_STORE, type PaperStore } from './paper/ports.js';
import { REASON_SENTENCE, type ReasonSentence } from './result/struck-out-list.js';

/** What a purge works with. */
@Injectable()
class PurgePorts {
  @Inject() readonly calendar!: CalendarService;
  @Inject(PUBLISHED_RESULTS) readonly published!: PublishedResults;
  @Inject(PURGE_STORE) readonly store!: PurgeStore;
  @Inject(CASE_KEYS) readonly keys!: CaseKeys;
  @Inject(COMMISSION_ROUND_KEYS) readonly roundKeys!: CommissionRoundKeys;
}

/**
 * What the steps of a check work with. The parts are injected by property: a constructor would list them all a second
 * time.
 */
@Injectable()
export class CheckingPorts {
  @Inject() readonly cases!: CaseService;
  @Inject() readonly validator!: TrustService;
  @Inject(CLOCK) readonly clock!: Clock;
  @Inject(RECORD_SOURCE) readonly records!: RecordSource;
  @Inject(VERDICT_STORE) readonly verdicts!: VerdictStore;
  @Inject(ROUND_VERIFIERS) readonly verifiers!: RoundVerifiers;
  @Inject(ROSTER_STORE) readonly rosters!: RosterStore;
  @Inject(PAPER_STORE) readonly paper!: PaperStore;
  @Inject(RESULT_STORE) readonly results!: ResultStore;
  @Inject(CASE_LOCK) readonly lock!: CaseLock;
  @Inject(DECIDED_CHANGES) readonly changes!: DecidedChanges;
  @Inject(STEP_STORE) readonly stepStore!: StepStore;
  @Inject(COMMISSION_KEY) readonly commissionKey!: CommissionKey;
  @Inject(COMMISSION_DECRYPTION_KEY) readonly commissionDecryptionKey!: CommissionDecryptionKey;
  @Inject(COMMISSION_ROUND_KEYS) readonly commissionRoundKeys!: CommissionRoundKeys;
  @Inject(MINISTRY_CERTIFICATE) readonly ministryCertificate!: Uint8Array;
  @Inject(INTAKE_KEYS) readonly intakeKeys!: IntakeKeys;
  @Inject(COMMISSION_CERTIFICATES) readonly certificatesPem!: string;
  @Inject(REASON_SENTENCE) readonly reasonSentence!: ReasonSentence;
  @Inject() readonly purge!: PurgePorts;
  readonly newId = uuidVersion7;
  readonly randomBelow = (exclusiveMaximum: number): number => randomInt(exclusiveMaximum);
}

/** What everything of the check works with, made once. */
@Module({
  imports: [CasesModule, TrustModule],
  providers: [
    PurgePorts,
    CheckingPorts,
    {
      provide: ROUND_VERIFIERS,
      inject: [TrustService, TRUST_CONFIGURATION, REVOCATION_ARCHIVE, CHECK_THREADS],
      useFactory: (
        validator: TrustService,
        trust: TrustConfiguration,
        archive: RevocationArchive,
        threads: number,
      ): RoundVerifiers =>
        threads === 0 ? verifiersHere(validator) : new VerificationThreads({ trust, archive, threads }),
    },
  ],
  exports: [CheckingPorts, ROUND_VERIFIERS],
})
export class CheckingPortsModule {}
