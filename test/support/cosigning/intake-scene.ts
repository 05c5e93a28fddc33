import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { PrivateKeySigner } from '../../../src/adapters/keys/software-keys.js';
import type { CaseNumber, HolderTag, RoundId } from '../../../src/core/identifiers.js';
import type { NationalId } from '../../../src/core/national-id.js';
import { caseDocumentDigest, renderStatement } from '../../../src/core/statement/index.js';
import type { TaipeiDate } from '../../../src/core/taipei-date.js';
import type { RoundBinding } from '../../../src/cases/index.js';
import { RoundBindings } from '../../../src/cosigning/round-bindings.js';
import { CoSigningChallenges, Intake, type IntakeDependencies } from '../../../src/cosigning/intake.js';
import type {
  HolderTagKeys,
  OpenRound,
  RecordedCoSignature,
  RecordOutcome,
  SealedRecordEntry,
  SealedRecordStore,
} from '../../../src/cosigning/ports.js';
import {
  type Attempt,
  buildCoSignature,
  type CoSignatureRequest,
  DemoPki,
  ManualClock,
  valueOf,
} from '../../../src/devkit/index.js';
import { TrustService } from '../../../src/trust/index.js';
import { demoTrust, FakeFetcher, MemoryArchive } from '../trust/trust-dependencies.js';

const origin = 'https://connect.example.gov.tw';
const mainText = '你是否同意每週五為無紙日？';

/** An intake with everything around it in memory: a demo PKI, trust that has fetched its lists, one open round. */
export interface IntakeScene {
  readonly pki: DemoPki;
  readonly clock: ManualClock;
  readonly round: OpenRound;
  readonly roundKey: KeyObject;
  readonly records: MemoryRecords;
  readonly dependencies: IntakeDependencies;
  readonly intake: Intake;
  /** What the person of this attempt sends. */
  request(attempt: Attempt): Promise<CoSignatureRequest>;
  /** Publishes the authorities' lists as of now and has them fetched. */
  refresh(): Promise<void>;
}

/** Sets the scene; `arrange` may revoke certificates before the lists are fetched. */
export async function intakeScene(
  seed: string,
  arrange: (pki: DemoPki, at: Date) => void,
): Promise<IntakeScene> {
  const clock = new ManualClock(new Date('2026-03-02T02:00:00Z'));
  const pki = DemoPki.create({ seed, at: clock.now() });
  arrange(pki, new Date(clock.now().getTime() - 3_600_000));
  const fetcher = new FakeFetcher();
  const trust = new TrustService({
    configuration: demoTrust(pki),
    fetcher,
    archive: new MemoryArchive(),
    clock,
  });
  const refresh = async (): Promise<void> => {
    for (const { url, der } of pki.crls(clock.now())) fetcher.answers.set(url, der);
    await trust.refresh();
  };
  await refresh();
  const bindings = new RoundBindings({
    origin,
    certificatePolicyDigest: new Uint8Array(32),
    holderTagKeys: memoryHolderTagKeys(),
  });
  const { round, roundKey } = openRound(valueOf(await bindings.bind('9001' as CaseNumber, undefined)));
  const records = new MemoryRecords(round);
  const challenges = new CoSigningChallenges(randomBytes(32));
  const dependencies: IntakeDependencies = {
    clock,
    challenges,
    validator: trust,
    intakeSigner: new PrivateKeySigner(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey),
    bindings,
    store: records,
  };
  const means = {
    pki,
    challenge: (kind: Attempt['challenge']): string => {
      const at = kind === 'stale' ? new Date(clock.now().getTime() - 601_000) : clock.now();
      return challenges.issue(kind === 'of-another-case' ? anotherRound(round) : round, at).challenge;
    },
    statement: (nationalId: string, challenge: string, which: Attempt['statement']): Uint8Array => {
      const about = which === 'of-another-case' ? anotherRound(round) : round;
      return renderStatement({ ...about, round: about.ordinal, origin }, nationalId as NationalId, challenge);
    },
  };
  return {
    pki,
    clock,
    round,
    roundKey,
    records,
    dependencies,
    intake: new Intake(dependencies),
    request: (attempt) => buildCoSignature(attempt, means),
    refresh,
  };
}

/** Keys in memory, of which each case has one. */
function memoryHolderTagKeys(): HolderTagKeys {
  const keys = new Map<CaseNumber, Uint8Array>();
  return {
    make: (number) =>
      Promise.resolve(keys.get(number) ?? (keys.set(number, randomBytes(32)).get(number) as Uint8Array)),
    find: (number) => Promise.resolve(keys.get(number)),
    destroy: (number) => Promise.resolve(void keys.delete(number)),
  };
}

function openRound(binding: RoundBinding): { readonly round: OpenRound; readonly roundKey: KeyObject } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const round: OpenRound = {
    id: '01950000-0000-7000-8000-000000000001' as RoundId,
    caseNumber: '9001' as CaseNumber,
    ordinal: 1,
    mainText,
    documentDigest: caseDocumentDigest(mainText, '理由'),
    publicKey: publicKey.export({ type: 'spki', format: 'der' }),
    firstDay: '2026-03-01' as TaipeiDate,
    lastDay: '2026-08-31' as TaipeiDate,
    binding,
  };
  return { round, roundKey: privateKey };
}

const anotherRound = (round: OpenRound): OpenRound => ({ ...round, caseNumber: '9002' as CaseNumber });

const entryKey = (roundId: RoundId, tag: HolderTag): string =>
  `${roundId}/${Buffer.from(tag).toString('hex')}`;

/** A {@link SealedRecordStore} in memory with the rules of the real one, and a switch for its states. */
class MemoryRecords implements SealedRecordStore {
  readonly entries = new Map<string, SealedRecordEntry>();
  /** What every attempt is told instead of being stored. */
  refusal: Extract<RecordOutcome, { kind: 'not-collecting' | 'held' }> | undefined;

  constructor(private readonly round: OpenRound) {}

  record(entry: SealedRecordEntry): Promise<RecordOutcome> {
    if (this.refusal !== undefined) return Promise.resolve(this.refusal);
    const existing = this.entries.get(entryKey(entry.roundId, entry.holderTag));
    if (existing !== undefined) {
      return Promise.resolve({
        kind: 'already-recorded',
        commitment: existing.commitment,
        day: existing.day,
      });
    }
    this.entries.set(entryKey(entry.roundId, entry.holderTag), entry);
    return Promise.resolve({ kind: 'recorded' });
  }

  findByHolder(roundId: RoundId, holderTag: HolderTag): Promise<RecordedCoSignature | undefined> {
    const entry = this.entries.get(entryKey(roundId, holderTag));
    const { caseNumber, ordinal } = this.round;
    return Promise.resolve(
      entry && { caseNumber, round: ordinal, commitment: entry.commitment, day: entry.day },
    );
  }
}
