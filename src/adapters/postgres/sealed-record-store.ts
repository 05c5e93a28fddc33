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
import { onClient } from './data-source.js';
import { GroupedWork } from '../../core/grouped-work.js';

interface OutcomeRow {
  readonly outcome: 'recorded' | 'already' | 'not-collecting' | 'held';
  readonly existing_commitment: Buffer | null;
  readonly existing_day: string | null;
  readonly retry_after: number | null;
}

/** One record is 64 KiB at most and usually 4, so a group is 6 MiB at most and usually some hundred KiB. */
const bounds = { group: 100, underWay: 1 } as const;

/** Named, so that each connection parses it once. */
const recordGroup = {
  name: 'record_co_signatures',
  text: `SELECT outcome, existing_commitment, existing_day::text, retry_after
    FROM record_co_signatures($1, $2, $3, $4, $5, $6) ORDER BY place`,
} as const;

/**
 * Sealed records in PostgreSQL, written in groups by `record_co_signatures`: a group is one round trip, one transaction and one flush,
 * durable before any of its records is answered. Role `lianshu_intake`.
 */
export class PostgresSealedRecordStore implements SealedRecordStore {
  private readonly writes = new GroupedWork(
    (group: readonly SealedRecordEntry[]) => this.write(group),
    bounds,
  );

  /**
   * The hold's remaining time is measured by the database's clock. `clock` only serves to express its end as a time.
   */
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  record(entry: SealedRecordEntry): Promise<RecordOutcome> {
    return this.writes.add(entry);
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

  private async write(group: readonly SealedRecordEntry[]): Promise<readonly RecordOutcome[]> {
    // TypeORM's own `query` takes no named statement.
    const { rows } = await onClient(this.dataSource, (client) =>
      client.query<OutcomeRow>({ ...recordGroup, values: parametersOf(group) }),
    );
    return rows.map((row) => this.outcomeOf(row));
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

/** Tags, commitments and records in one value each, which the driver sends as octets; it would write an array as text. */
function parametersOf(group: readonly SealedRecordEntry[]): readonly unknown[] {
  let end = 0;
  return [
    group.map(({ roundId }) => roundId),
    Buffer.concat(group.map(({ holderTag }) => holderTag)),
    Buffer.concat(group.map(({ commitment }) => commitment)),
    group.map(({ day }) => day),
    Buffer.concat(group.map(({ record }) => record)),
    group.map(({ record }) => (end += record.length)),
  ];
}
