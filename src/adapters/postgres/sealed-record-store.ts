import type { DataSource } from 'typeorm';
import type { Clock } from '../../core/clock.js';
import type { Commitment, HolderTag, RoundId } from '../../core/identifiers.js';
import type { TaipeiDate } from '../../core/taipei-date.js';
import type {
  RecordedCoSignature,
  RecordOutcome,
  SealedRecordEntry,
  SealedRecordStore,
} from '../../cosigning/ports.js';

interface OutcomeRow {
  readonly outcome: 'recorded' | 'already' | 'not-collecting' | 'held';
  readonly existing_commitment: Buffer | null;
  readonly existing_day: string | null;
  readonly retry_after: number | null;
}

/** Sealed records in PostgreSQL, written by `record_co_signature` in one round trip and one transaction. Role `lianshu_intake`. */
export class PostgresSealedRecordStore implements SealedRecordStore {
  /**
   * The hold's remaining time is measured by the database's clock. `clock` only serves to express its end as a time.
   */
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async record(entry: SealedRecordEntry): Promise<RecordOutcome> {
    const rows = await this.dataSource.query<OutcomeRow[]>(
      `SELECT outcome, existing_commitment, existing_day::text, retry_after
       FROM record_co_signature($1, $2, $3, $4, $5)`,
      [entry.roundId, entry.holderTag, entry.record, entry.commitment, entry.day],
    );
    const row = rows.at(0);
    if (row === undefined) throw new Error('record_co_signature answered nothing');
    return this.outcomeOf(row);
  }

  async findByHolder(
    roundId: RoundId,
    holderTag: HolderTag,
  ): Promise<Pick<RecordedCoSignature, 'commitment' | 'day'> | undefined> {
    const rows = await this.dataSource.query<{ commitment: Buffer; day: string }[]>(
      'SELECT commitment, signed_on::text AS day FROM record_of_holder($1, $2)',
      [roundId, holderTag],
    );
    return rows
      .map(({ commitment, day }) => ({
        commitment: commitment as Uint8Array as Commitment,
        day: day as TaipeiDate,
      }))
      .at(0);
  }

  private outcomeOf(row: OutcomeRow): RecordOutcome {
    switch (row.outcome) {
      case 'recorded':
      case 'not-collecting':
        return { kind: row.outcome };
      case 'already':
        return {
          kind: 'already-recorded',
          commitment: row.existing_commitment as Uint8Array as Commitment,
          day: row.existing_day as TaipeiDate,
        };
      case 'held':
        return { kind: 'held', until: new Date(this.clock.now().getTime() + 1000 * (row.retry_after ?? 1)) };
    }
  }
}
