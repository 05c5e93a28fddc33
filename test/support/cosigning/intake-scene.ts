import { createHash, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { SoftwareCommissionRoundKey } from '../../../src/adapters/keys/case-key-files.js';
import { PrivateKeySigner } from '../../../src/adapters/keys/software-keys.js';
import { type HolderTagKey, holderTagKeyOf } from '../../../src/core/holder.js';
import type { CaseNumber, HolderTag, RoundId } from '../../../src/core/identifiers.js';
import type { NationalId } from '../../../src/core/national-id.js';
import { caseDocument, renderStatement, type SealingMode } from '../../../src/core/statement/index.js';
import type { TaipeiDate } from '../../../src/core/taipei-date.js';
import type { RoundBinding } from '../../../src/cases/index.js';
import { RoundBindings } from '../../../src/cosigning/round-bindings.js';
import { CoSigningChallenges, Intake } from '../../../src/cosigning/intake.js';
import { SealingHere } from '../../../src/cosigning/record-sealing.js';
import { certificatePolicyDigest } from '../../../src/trust/index.js';
import type {
  HolderTagKeys,
  OpenRound,
  RecordOutcome,
  SealedRecordEntry,
  SealedRecordStore,
} from '../../../src/cosigning/ports.js';
import {
  type Attempt,
  buildCoSignature,
  type CoSignatureRequest,
  type CoSigningMeans,
  ManualClock,
  revokeBefore,
  valueOf,
} from '../../../src/devkit/index.js';
import { begins, demoPki } from '../demo-pki.js';
import { demoTrust, demoTrustService } from '../trust/trust-dependencies.js';

const origin = 'https://connect.example.gov.tw';
const mainText = '你是否同意每週五為無紙日？';

/** An intake with everything around it in memory: a demo PKI, trust that has fetched its lists, one open round. */
export interface IntakeScene {
  readonly round: OpenRound;
  readonly roundKey: KeyObject;
  /** The commission's key of the round, private. */
  readonly commissionRoundKey: KeyObject;
  /** SubjectPublicKeyInfo of the key that countersigns, DER. */
  readonly intakeKey: Uint8Array;
  readonly records: MemoryRecords;
  readonly intake: Intake;
  /** What the person of this attempt sends. */
  request(attempt: Attempt): Promise<CoSignatureRequest>;
}

/**
 * Sets the scene at {@link begins} for these attempts, in this mode: cards that are revoked before signing are revoked. `policies` stand in
 * `trust.json`, in place of the usual ones.
 */
export async function intakeScene(
  attempts: readonly Attempt[],
  mode: SealingMode = 'number-to-lead',
  policies?: readonly object[],
): Promise<IntakeScene> {
  const pki = demoPki();
  revokeBefore(attempts, pki, new Date(begins.getTime() - 3_600_000));
  const clock = new ManualClock(begins);
  const trust = demoTrust(pki, (json) => Object.assign(json, policies && { policies }));
  const { privateKey: commissionRoundKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ofRound = new SoftwareCommissionRoundKey(commissionRoundKey);
  const bindings = new RoundBindings({
    origin,
    certificatePolicyDigest: certificatePolicyDigest(trust),
    holderTagKeys: memoryHolderTagKeys(),
    commissionRoundKeys: { make: () => Promise.resolve(ofRound), find: () => Promise.resolve(ofRound) },
  });
  const terms = { origin, commissionRoundKey: ofRound.publicKey };
  const binding = await bindings.bind({ number: '9001' as CaseNumber, mode, rounds: [] }, terms);
  const { round, roundKey } = openRound(valueOf(binding));
  const records = new MemoryRecords();
  const challenges = new CoSigningChallenges(randomBytes(32));
  const intakeSigner = new PrivateKeySigner(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey);
  const intake = new Intake({
    clock,
    challenges,
    validator: await demoTrustService(pki, clock, trust),
    intakeSigner,
    bindings,
    sealing: new SealingHere(),
    store: records,
  });
  const about = (which: 'of-another-case' | 'this'): OpenRound =>
    which === 'this' ? round : { ...round, caseNumber: '9002' as CaseNumber };
  const means: CoSigningMeans = {
    pki,
    challenge: (kind) => {
      const at = new Date(clock.now().getTime() - (kind === 'stale' ? 601_000 : 0));
      return challenges.issue(about(kind === 'of-another-case' ? kind : 'this'), at).challenge;
    },
    statement: (nationalId, challenge, which) => {
      const signed = about(which === 'of-another-case' ? which : 'this');
      return renderStatement(
        { ...signed, round: signed.ordinal, origin },
        nationalId as NationalId,
        challenge,
      );
    },
  };
  return {
    round,
    roundKey,
    commissionRoundKey,
    intakeKey: intakeSigner.publicKey,
    records,
    intake,
    request: (attempt) => buildCoSignature(attempt, means),
  };
}

/** Keys in memory, of which each case has one. */
function memoryHolderTagKeys(): HolderTagKeys {
  const keys = new Map<CaseNumber, HolderTagKey>();
  return {
    make: (number) => {
      const key = keys.get(number) ?? holderTagKeyOf(randomBytes(32));
      keys.set(number, key);
      return Promise.resolve(key);
    },
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
    documentDigest: createHash('sha256').update(caseDocument(mainText, '理由')).digest(),
    publicKey: publicKey.export({ type: 'spki', format: 'der' }),
    firstDay: '2026-03-01' as TaipeiDate,
    lastDay: '2026-08-31' as TaipeiDate,
    binding,
  };
  return { round, roundKey: privateKey };
}

const entryKey = (roundId: RoundId, tag: HolderTag): string =>
  `${roundId}/${Buffer.from(tag).toString('hex')}`;

/** A {@link SealedRecordStore} in memory with the rules of the real one, and a switch for its states. */
class MemoryRecords implements SealedRecordStore {
  readonly entries = new Map<string, SealedRecordEntry>();
  /** What every attempt is told instead of being stored. */
  refusal: Extract<RecordOutcome, { kind: 'not-collecting' | 'held' }> | undefined;

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

  findByHolder(roundId: RoundId, holderTag: HolderTag): ReturnType<SealedRecordStore['findByHolder']> {
    const entry = this.entries.get(entryKey(roundId, holderTag));
    return Promise.resolve(entry && { commitment: entry.commitment, day: entry.day });
  }
}
