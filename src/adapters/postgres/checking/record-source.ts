import type { DataSource } from 'typeorm';
import type { RecordSource, StoredRecord } from '../../../checking/index.js';
import type { Commitment, RoundId } from '../../../core/identifiers.js';
import { bytea, commitmentOfColumn, optionalBytea } from './check-tables.js';

interface RecordRow {
  readonly commitment: Buffer;
  readonly record: Buffer;
}

/** Sealed records over a connection with the checking role: row-level security shows submitted rounds only. */
export class PostgresRecordSource implements RecordSource {
  constructor(private readonly dataSource: DataSource) {}

  async page(round: RoundId, after: Commitment | undefined, limit: number): Promise<readonly StoredRecord[]> {
    const rows = await this.dataSource.query<RecordRow[]>(
      `SELECT commitment, record FROM sealed_record
       WHERE round_id = $1 AND ($2::bytea IS NULL OR commitment > $2) ORDER BY commitment LIMIT $3`,
      [round, optionalBytea(after), limit],
    );
    return rows.map(storedRecordOf);
  }

  async withCommitments(
    round: RoundId,
    commitments: readonly Commitment[],
  ): Promise<readonly StoredRecord[]> {
    const rows = await this.dataSource.query<RecordRow[]>(
      'SELECT commitment, record FROM sealed_record WHERE round_id = $1 AND commitment = ANY($2::bytea[])',
      [round, commitments.map(bytea)],
    );
    return rows.map(storedRecordOf);
  }

  async commitments(round: RoundId): Promise<readonly Commitment[]> {
    const rows = await this.dataSource.query<Pick<RecordRow, 'commitment'>[]>(
      'SELECT commitment FROM sealed_record WHERE round_id = $1 ORDER BY commitment',
      [round],
    );
    return rows.map(({ commitment }) => commitmentOfColumn(commitment));
  }
}

function storedRecordOf({ commitment, record }: RecordRow): StoredRecord {
  return { commitment: commitmentOfColumn(commitment), record };
}
