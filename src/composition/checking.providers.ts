import { randomInt } from 'node:crypto';
import type { FactoryProvider, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { PostgresCaseRepository } from '../adapters/postgres/case-repository.js';
import { PostgresPurgeStore } from '../adapters/postgres/checking/purge-store.js';
import { PostgresRecordSource } from '../adapters/postgres/checking/record-source.js';
import {
  PostgresPublishedResults,
  PostgresRecordedCommitments,
  PostgresResultStore,
  PostgresStruckOutLists,
} from '../adapters/postgres/checking/result-stores.js';
import { PostgresRosterStore } from '../adapters/postgres/checking/roster-store.js';
import { PostgresVerdictStore } from '../adapters/postgres/checking/verdict-store.js';
import { CaseService } from '../cases/index.js';
import {
  type CheckEnded,
  type CheckingDependencies,
  CheckingService,
  InProcessChecks,
  PublicResults,
  Receipts,
} from '../checking/index.js';
import { uuidVersion7 } from '../core/identifiers.js';
import { jwksOf } from '../core/receipt.js';
import { STRUCK_OUT_LISTS } from '../http/checking/struck-out.controller.js';
import { describeBug } from '../core/log.js';
import { reasonSentenceOf } from '../messages/index.js';
import { ApprovalActions } from '../staff/index.js';
import { TrustService } from '../trust/index.js';
import type { Platform } from './platform.js';
import { PLATFORM } from './tokens.js';

/** The check with staff's rights, and what anybody may see of it with the intake's. */
export const checkingProviders: readonly FactoryProvider[] = [
  {
    provide: CheckingService,
    inject: [PLATFORM, TrustService, CaseService, ApprovalActions],
    useFactory: checkingService,
  },
  {
    provide: PublicResults,
    inject: [PLATFORM],
    useFactory: ({ databases, keys, clock }: Platform) =>
      new PublicResults({
        cases: new CaseService(new PostgresCaseRepository(databases.intake), clock),
        published: new PostgresPublishedResults(databases.intake),
        certificatesPem: keys.commission.certificatesPem,
        jwks: () => jwksOf([keys.intakeSigner]),
      }),
  },
  {
    provide: Receipts,
    inject: [PLATFORM, PublicResults],
    useFactory: ({ databases }: Platform, results: PublicResults) =>
      new Receipts(new PostgresRecordedCommitments(databases.intake), results),
  },
  {
    provide: STRUCK_OUT_LISTS,
    inject: [PLATFORM],
    useFactory: ({ databases }: Platform) => new PostgresStruckOutLists(databases.lead),
  },
];

function checkingService(
  platform: Platform,
  judge: TrustService,
  cases: CaseService,
  actions: ApprovalActions,
): CheckingService {
  const { clock, keys, origin } = platform;
  const { staff } = platform.databases;
  const published = new PostgresPublishedResults(platform.databases.intake);
  const checks = new InProcessChecks((number) => service.run(number), tellHowItEnded(platform));
  const service: CheckingService = new RunningChecking(checks, {
    cases,
    clock,
    validator: judge,
    origin,
    records: new PostgresRecordSource(staff),
    verdicts: new PostgresVerdictStore(staff),
    rosters: new PostgresRosterStore(staff),
    results: new PostgresResultStore(staff),
    commissionKey: keys.commission.key,
    intakeKeys: [keys.intakeSigner.publicKey],
    ministryCertificate: keys.ministryCertificate,
    reasonSentence: (code) => reasonSentenceOf(code, 'zh-TW'),
    newId: uuidVersion7,
    randomBelow: (exclusiveMaximum) => randomInt(exclusiveMaximum),
    purge: { published, store: new PostgresPurgeStore(staff), keys: keys.keystore },
    schedule: (number) => checks.schedule(number),
  });
  service.register(actions);
  return service;
}

/** The check, going on with what a restart cut short, and letting a page under way end before the database closes. */
class RunningChecking extends CheckingService implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly checks: InProcessChecks,
    parts: CheckingDependencies,
  ) {
    super(parts);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.resume();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.checks.settled();
  }
}

/** A run that failed is told to the operator by case and code; a bug by its kind and stack, never by values. */
const tellHowItEnded =
  ({ logger }: Platform): CheckEnded =>
  (caseNumber, outcome) => {
    if (outcome instanceof Error)
      logger.error({ caseNumber, bug: describeBug(outcome) }, 'check stopped by a bug');
    else if (!outcome.ok) logger.warn({ caseNumber, code: outcome.failure.code }, 'check paused');
  };
