import { createPrivateKey, randomBytes, randomInt } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { PostgresPurgeStore } from '../../../src/adapters/postgres/checking/purge-store.js';
import { PostgresRecordSource } from '../../../src/adapters/postgres/checking/record-source.js';
import {
  PostgresPublishedResults,
  PostgresResultStore,
  PostgresStruckOutLists,
} from '../../../src/adapters/postgres/checking/result-stores.js';
import { PostgresRosterStore } from '../../../src/adapters/postgres/checking/roster-store.js';
import { PostgresVerdictStore } from '../../../src/adapters/postgres/checking/verdict-store.js';
import { createDataSource } from '../../../src/adapters/postgres/data-source.js';
import type { Case } from '../../../src/cases/index.js';
import {
  type CheckingAction,
  CheckingService,
  CheckRun,
  type CommissionKey,
  InProcessChecks,
  PublicResults,
  type ReasonCode,
  type StruckOutLists,
} from '../../../src/checking/index.js';
import { openSealed } from '../../../src/core/cms/index.js';
import {
  type CaseNumber,
  type Commitment,
  type RoundId,
  uuidVersion7,
} from '../../../src/core/identifiers.js';
import type { NationalId } from '../../../src/core/national-id.js';
import { jwksOf } from '../../../src/core/receipt.js';
import { renderStatement } from '../../../src/core/statement/index.js';
import { CoSigningChallenges, Intake } from '../../../src/cosigning/intake.js';
import type { OpenRound } from '../../../src/cosigning/ports.js';
import {
  type Attempt,
  buildCoSignature,
  DemoPki,
  householdRegister,
  type MockCard,
  MockMoi,
  type Office,
  personFor,
  planAttempts,
  revokeBefore,
  valueOf,
} from '../../../src/devkit/index.js';
import { reasonSentenceOf } from '../../../src/messages/index.js';
import { TrustService } from '../../../src/trust/index.js';
import {
  connectPlatform,
  openCase,
  registration,
  signSubmission,
  type TestPlatform,
} from '../cases/platform.js';
import { demoTrust, FakeFetcher, MemoryArchive } from '../trust/trust-dependencies.js';
import { approvedStep } from './approved-step.js';

const begin = new Date('2025-07-31T02:00:00Z');
const origin = 'https://connect.example.gov.tw';

/** A co-signature that the intake took. */
interface Taken {
  readonly attempt: Attempt;
  readonly commitment: Commitment;
}

/** One case from registration to purge, over a real database, with a demo PKI and real validation of certificates. */
export interface RoundScene {
  readonly platform: TestPlatform;
  readonly pki: DemoPki;
  readonly leadCard: MockCard;
  readonly checking: CheckingService;
  readonly checks: InProcessChecks;
  readonly published: PublicResults;
  readonly struckOut: StruckOutLists;
  readonly moi: MockMoi;
  readonly trust: TrustService;
  /** Connected with the intake's role. */
  readonly intakeSource: DataSource;
  /** Keys of cases that were destroyed. */
  readonly destroyedKeys: readonly CaseNumber[];
  /** Registers, opens and has everyone of the plan try to co-sign. */
  collect(number: string, plan: readonly Attempt[], electorTotal?: number): Promise<CollectedRound>;
  /** Issues the code of the supplement, opens it and has everyone try. */
  supplement(number: CaseNumber, plan: readonly Attempt[]): Promise<CollectedRound>;
  close(): Promise<void>;
}

/** A round that was collected and not submitted yet. */
export interface CollectedRound {
  readonly number: CaseNumber;
  readonly roundId: RoundId;
  readonly taken: readonly Taken[];
  submit(): Promise<void>;
}

/** Both the lead's and the check's view of an office's key. */
function commissionKeyOf(office: Office): CommissionKey {
  const privateKey = createPrivateKey(office.privateKeyPem);
  return {
    ...office.signer,
    decrypt: (sealed) => {
      const opened = openSealed(sealed, office.certificate, privateKey);
      return Promise.resolve(opened.ok ? opened.value : undefined);
    },
  };
}

/** Sets the scene; cards of the plans that are revoked before signing are revoked at once. */
export async function roundScene(
  url: string,
  seed: string,
  plans: readonly Attempt[][],
): Promise<RoundScene> {
  const pki = DemoPki.create({ seed, at: begin });
  for (const plan of plans) revokeBefore(plan, pki, new Date(begin.getTime() - 3_600_000));
  const commissionKey = commissionKeyOf(pki.commission);
  const platform = await connectPlatform(url, begin, commissionKey);
  const { clock, staff } = platform;
  const fetcher = new FakeFetcher();
  const trust = new TrustService({
    configuration: demoTrust(pki),
    fetcher,
    archive: new MemoryArchive(),
    clock,
  });
  const refresh = async (): Promise<void> => {
    for (const { url: address, der } of pki.crls(clock.now())) fetcher.answers.set(address, der);
    await trust.refresh();
  };
  const intakeOffice = pki.office('intake', 'p256');
  const intakeSource = await createDataSource({ url, role: 'lianshu_intake', poolSize: 2 }).initialize();
  const leadSource = await createDataSource({ url, role: 'lianshu_lead', poolSize: 2 }).initialize();
  const published = new PostgresPublishedResults(intakeSource);
  const challenges = new CoSigningChallenges(randomBytes(32));
  const caseKey = randomBytes(32);
  const intake = new Intake({
    clock,
    challenges,
    validator: trust,
    intakeSigner: intakeOffice.signer,
    holderTagKeys: { keyOf: () => Promise.resolve(caseKey), destroy: () => Promise.resolve() },
    store: platform.store,
    origin,
  });
  const destroyedKeys: CaseNumber[] = [];
  const dependencies = {
    cases: platform.cases,
    records: new PostgresRecordSource(staff),
    verdicts: new PostgresVerdictStore(staff),
    rosters: new PostgresRosterStore(staff),
    results: new PostgresResultStore(staff),
    purge: {
      published,
      store: new PostgresPurgeStore(staff),
      keys: { destroy: (number: CaseNumber) => Promise.resolve(void destroyedKeys.push(number)) },
    },
    clock,
    commissionKey,
    intakeKeys: [intakeOffice.signer.publicKey],
    validator: trust,
    origin,
    ministryCertificate: pki.moi.certificate,
    reasonSentence: (code: ReasonCode) => reasonSentenceOf(code, 'zh-TW'),
    newId: uuidVersion7,
    randomBelow: (maximum: number) => randomInt(maximum),
  };
  const runs = new CheckRun(dependencies);
  const checks = new InProcessChecks((number) => runs.run(number));
  const checking = new CheckingService(dependencies, checks);
  const leadCard = pki.issueCard(personFor(seed, 'lead'));

  const coSign = async (round: OpenRound, attempt: Attempt): Promise<Taken | undefined> => {
    const another = { ...round, caseNumber: '1' as CaseNumber };
    const request = await buildCoSignature(attempt, {
      pki,
      challenge: (kind) => {
        const at = kind === 'stale' ? new Date(clock.now().getTime() - 601_000) : clock.now();
        return challenges.issue(kind === 'of-another-case' ? another : round, at).challenge;
      },
      statement: (nationalId, challenge, which) => {
        const about = which === 'of-another-case' ? another : round;
        return renderStatement(
          { ...about, round: about.ordinal, origin },
          nationalId as NationalId,
          challenge,
        );
      },
    });
    const outcome = await intake.take(round, request);
    if (!outcome.ok || outcome.value.outcome !== 'recorded') return undefined;
    return { attempt, commitment: outcome.value.commitment };
  };

  const collect = async (number: CaseNumber, attempts: readonly Attempt[]): Promise<CollectedRound> => {
    valueOf(await platform.cases.issueCode(number));
    const { id } = await openCase(platform, leadCard, number);
    await refresh();
    const round = await platform.openRounds.find(number);
    if (round === undefined) throw new Error('the round does not collect');
    const taken: Taken[] = [];
    for (const attempt of attempts) {
      const each = await coSign(round, attempt);
      if (each !== undefined) taken.push(each);
    }
    const submit = async (): Promise<void> => {
      const draft = valueOf(await platform.lead.draftSubmission(number));
      const { round: inHand } = valueOf(await platform.lead.find(number));
      const { statement, wrappedKey } = await signSubmission(leadCard, number, inHand, draft);
      valueOf(await platform.lead.submit(number, statement, wrappedKey));
    };
    return { number, roundId: id, taken, submit };
  };

  return {
    platform,
    pki,
    leadCard,
    checking,
    checks,
    trust,
    intakeSource,
    published: new PublicResults({
      cases: platform.cases,
      published,
      certificatesPem: pki.commission.certificatePem,
      jwks: () => jwksOf([intakeOffice.signer]),
    }),
    struckOut: new PostgresStruckOutLists(leadSource),
    moi: new MockMoi({
      moi: pki.moi,
      commission: pki.commission.certificate,
      register: householdRegister(plans.flat()),
      impostor: pki.office('impostor', 'rsa-2048'),
    }),
    destroyedKeys,
    collect: async (text, plan, electorTotal = 1000) => {
      clock.set(begin);
      const { number } = valueOf(
        await platform.cases.register({ ...registration(leadCard, text), electorTotal }),
      );
      return collect(number, plan);
    },
    supplement: collect,
    close: async () => {
      await checks.settled();
      await Promise.all([intakeSource.destroy(), leadSource.destroy()]);
      await platform.close();
    },
  };
}

/** As two people do: what the action comes to now is approved, then carried out. */
export async function carryOut(
  { checking }: Pick<RoundScene, 'checking'>,
  action: CheckingAction,
  number: CaseNumber,
): Promise<unknown> {
  const content = valueOf(await checking.approvalContent(action, number));
  return valueOf(await checking.execute(action, approvedStep(number, content)));
}

/** The case as it is now. */
export async function caseOf(scene: RoundScene, number: CaseNumber): Promise<Case> {
  const found = await scene.platform.cases.find(number);
  if (found === undefined) throw new Error('no such case');
  return found;
}

/** A plan of attempts of which nobody is anybody of another plan of the scene. */
export function plan(seed: string, citizens: number): Attempt[] {
  return planAttempts({ seed, citizens });
}
