import type { HolderTag, RoundId } from '../../../src/core/identifiers.js';
import type {
  OpenRound,
  RecordedCoSignature,
  RecordOutcome,
  SealedRecordEntry,
  SealedRecordStore,
} from '../../../src/cosigning/ports.js';

const keyOf = (roundId: RoundId, tag: HolderTag): string => `${roundId}/${Buffer.from(tag).toString('hex')}`;

/** A {@link SealedRecordStore} in memory with the rules of the real one, and a switch for its states. */
export class MemoryRecords implements SealedRecordStore {
  readonly entries = new Map<string, SealedRecordEntry>();
  /** What every attempt is told instead of being stored. */
  refusal: Extract<RecordOutcome, { kind: 'not-collecting' | 'held' }> | undefined;

  constructor(private readonly round: OpenRound) {}

  record(entry: SealedRecordEntry): Promise<RecordOutcome> {
    if (this.refusal !== undefined) return Promise.resolve(this.refusal);
    const existing = this.entries.get(keyOf(entry.roundId, entry.holderTag));
    if (existing !== undefined) {
      return Promise.resolve({
        kind: 'already-recorded',
        commitment: existing.commitment,
        day: existing.day,
      });
    }
    this.entries.set(keyOf(entry.roundId, entry.holderTag), entry);
    return Promise.resolve({ kind: 'recorded' });
  }

  findByHolder(roundId: RoundId, holderTag: HolderTag): Promise<RecordedCoSignature | undefined> {
    const entry = this.entries.get(keyOf(roundId, holderTag));
    const { caseNumber, ordinal } = this.round;
    return Promise.resolve(
      entry && { caseNumber, round: ordinal, commitment: entry.commitment, day: entry.day },
    );
  }
}
