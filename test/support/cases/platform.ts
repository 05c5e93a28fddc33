import { createPrivateKey, randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import {
  createDataSource,
  PostgresCaseRepository,
  PostgresLeadRounds,
  PostgresOpenRounds,
  PostgresSealedRecordStore,
} from '../../../src/adapters/postgres/index.js';
import { CaseService } from '../../../src/cases/index.js';
import { commitmentOf, openSealed, sealingKey, sealRecord } from '../../../src/core/cms/index.js';
import type {
  CaseNumber,
  Commitment,
  HolderTag,
  RoundId,
  TaipeiDate,
} from '../../../src/core/identifiers.js';
import type { RecordOutcome } from '../../../src/cosigning/ports.js';
import { ManualClock, type Office } from '../../../src/devkit/index.js';
import { type CommissionKey, LeadService, OpeningProbe } from '../../../src/lead/index.js';

/** The commission's key as the lead room asks for it. */
export function commissionKeyOf(office: Office): CommissionKey {
  const privateKey = createPrivateKey(office.privateKeyPem);
  return {
    certificate: office.certificate,
    openWrapped: (wrapped) => {
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
  commission: CommissionKey,
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
    cases: new CaseService(new PostgresCaseRepository(staff), clock),
    lead: new LeadService({
      clock,
      cases: new PostgresCaseRepository(leads),
      rounds: leadRounds,
      probe: new OpeningProbe(Buffer.alloc(32, 7)),
      commission,
    }),
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
