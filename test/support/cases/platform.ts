import { createPrivateKey, randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { PostgresCaseRepository } from '../../../src/adapters/postgres/case-repository.js';
import { createDataSource } from '../../../src/adapters/postgres/data-source.js';
import { PostgresLeadRounds } from '../../../src/adapters/postgres/lead-rounds.js';
import { PostgresOpenRounds } from '../../../src/adapters/postgres/open-rounds.js';
import { PostgresSealedRecordStore } from '../../../src/adapters/postgres/sealed-record-store.js';
import { type Case, CaseService, type Round } from '../../../src/cases/index.js';
import { answerProbe, openRound, submitRound } from '../../../src/core/ceremony/index.js';
import type { Card } from '../../../src/core/cms/card.js';
import { commitmentOf, openSealed, sealingKey, sealRecord } from '../../../src/core/cms/index.js';
import type { CaseNumber, Commitment, HolderTag, RoundId } from '../../../src/core/identifiers.js';
import type { TaipeiDate } from '../../../src/core/taipei-date.js';
import type { RecordOutcome } from '../../../src/cosigning/ports.js';
import { ManualClock, type Office, valueOf } from '../../../src/devkit/index.js';
import {
  type CommissionRecipient,
  type KeyMaterial,
  LeadService,
  OpeningProbe,
  type SubmissionDraft,
  undertaking,
} from '../../../src/lead/index.js';

/** The commission's key as the lead room asks for it. */
export function commissionKeyOf(office: Office): CommissionRecipient {
  const privateKey = createPrivateKey(office.privateKeyPem);
  return {
    certificate: office.certificate,
    decrypt: (wrapped) => {
      const opened = openSealed(wrapped, office.certificate, privateKey);
      return Promise.resolve(opened.ok ? opened.value : undefined);
    },
  };
}

/** Cases, leads and intake over one database, each with its own role, and a clock to turn. */
export interface TestPlatform {
  readonly clock: ManualClock;
  readonly owner: DataSource;
  readonly staff: DataSource;
  readonly leads: DataSource;
  readonly cases: CaseService;
  readonly lead: LeadService;
  readonly leadRounds: PostgresLeadRounds;
  readonly openRounds: PostgresOpenRounds;
  readonly store: PostgresSealedRecordStore;
  /** Records a co-signature by a holder of their own: noise sealed to the round key. */
  coSign(
    roundId: RoundId,
    publicKey: Uint8Array,
    day: TaipeiDate,
  ): Promise<RecordOutcome & { commitment: Commitment }>;
  close(): Promise<void>;
}

/** Connects to a migrated database. */
export async function connectPlatform(
  url: string,
  at: Date,
  commission: CommissionRecipient,
): Promise<TestPlatform> {
  const clock = new ManualClock(at);
  const connect = (role?: 'lianshu_intake' | 'lianshu_lead' | 'lianshu_staff'): Promise<DataSource> =>
    createDataSource({ url, poolSize: 4, ...(role === undefined ? {} : { role }) }).initialize();
  const owner = await connect();
  const intake = await connect('lianshu_intake');
  const leads = await connect('lianshu_lead');
  const staff = await connect('lianshu_staff');
  const leadRounds = new PostgresLeadRounds(leads);
  const store = new PostgresSealedRecordStore(intake, clock);
  return {
    clock,
    owner,
    staff,
    leads,
    cases: new CaseService(new PostgresCaseRepository(staff), clock),
    lead: new LeadService(
      clock,
      new PostgresCaseRepository(leads),
      leadRounds,
      new OpeningProbe(Buffer.alloc(32, 7)),
      commission,
    ),
    leadRounds,
    openRounds: new PostgresOpenRounds(intake),
    store,
    coSign: async (roundId, publicKey, day) => {
      const record = sealRecord(randomBytes(3000), sealingKey(publicKey));
      const commitment = commitmentOf(record);
      const holderTag = randomBytes(16) as Uint8Array as HolderTag;
      return { commitment, ...(await store.record({ roundId, holderTag, record, commitment, day })) };
    },
    close: async () => {
      await Promise.all([owner, intake, leads, staff].map((each) => each.destroy()));
    },
  };
}

/** A case number for a test. */
export const caseNumber = (text: string): CaseNumber => text as CaseNumber;

/** What the commission enters, valid unless overridden. */
export function registration(card: Card, number: string) {
  return {
    number,
    mainText: '您是否同意，國民小學每班學生人數不得超過二十人？',
    reason: '小班教學能讓每一位學童得到照顧。\n\n為此提出本案。',
    leadSigningCertificate: card.signingCertificate,
    leadEncryptionCertificate: card.encryptionCertificate,
    electorTotal: 1000,
  };
}

/** Registers a case and issues its code. */
export async function registerCase(
  platform: TestPlatform,
  card: Card,
  number: string,
): Promise<{ referendum: Case; accessCode: string }> {
  const { number: registered } = valueOf(await platform.cases.register(registration(card, number)));
  return valueOf(await platform.cases.issueCode(registered));
}

/** What the lead's machine makes for a round. */
export async function roundKeyOf(card: Card, number: CaseNumber, round: 1 | 2 = 1): Promise<KeyMaterial> {
  return valueOf(await openRound({ card, caseNumber: number, round, undertaking }));
}

/** Opens the case's round in hand as the lead does, and turns the clock to a collecting day. */
export async function openCase(platform: TestPlatform, card: Card, number: CaseNumber): Promise<Round> {
  const { round } = valueOf(await platform.lead.find(number));
  const material = await roundKeyOf(card, number, round.ordinal);
  const sealedProbe = valueOf(await platform.lead.handInKey(number, material));
  const probe = valueOf(await answerProbe(card, material.wrappedKey, sealedProbe));
  const opened = valueOf(await platform.lead.open(number, probe));
  platform.clock.set(new Date(`${round.firstDay}T04:00:00Z`));
  return opened.round;
}

/** What the lead's machine makes of a draft. */
export async function signSubmission(card: Card, number: CaseNumber, round: Round, draft: SubmissionDraft) {
  return valueOf(
    await submitRound({
      card,
      wrappedKey: round.wrappedKey ?? new Uint8Array(),
      publicKey: round.publicKey ?? new Uint8Array(),
      commissionCertificate: draft.commissionCertificate,
      draft: { caseNumber: number, round: round.ordinal, ...draft },
    }),
  );
}
