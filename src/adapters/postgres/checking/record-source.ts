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

  async ofChunk(round: RoundId, chunk: number): Promise<readonly StoredRecord[] | undefined> {
    const rows = await this.dataSource.query<
      (Omit<RecordRow, 'record'> & { readonly record: Buffer | null })[]
    >(
      `SELECT u.commitment, r.record FROM check_chunk c CROSS JOIN LATERAL unnest(c.commitments) AS u (commitment)
       LEFT JOIN sealed_record r ON r.commitment = u.commitment AND r.round_id = c.round_id
       WHERE c.round_id = $1 AND c.chunk = $2 AND c.judged_at IS NULL`,
      [round, chunk],
    );
    if (rows.length === 0) return undefined;
    return rows.map(({ commitment, record }) => {
      if (record === null) throw new Error('a record of a chunk is gone');
      return storedRecordOf({ commitment, record });
    });
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
