import type { DataSource } from 'typeorm';
import type { CaseMove } from '../../../cases/index.js';
import type {
  Batch,
  DrawnUpResult,
  PublishedResult,
  PublishedResults,
  RecordedCommitments,
  ResultStore,
  StruckOutLists,
  Verdict,
} from '../../../checking/index.js';
import type { CaseNumber, Commitment, RoundId, RoundOrdinal } from '../../../core/identifiers.js';
import { ok } from '../../../core/result.js';
import { RoundEntity } from '../entities/round.entity.js';
import { moveCase } from '../move-case.js';
import { bytea, optionalBytea, verdictOfRow, type VerdictRow } from './check-tables.js';

/** Results before and at their publication (checking role). */
export class PostgresResultStore implements ResultStore {
  constructor(private readonly dataSource: DataSource) {}

  async drawnUp(batch: Batch): Promise<DrawnUpResult | undefined> {
    const rows = await this.dataSource.query<{ result: Buffer; struck_out_list: Buffer }[]>(
      'SELECT result, struck_out_list FROM verification_batch WHERE round_id = $1 AND result IS NOT NULL',
      [batch.roundId],
    );
    return rows.map(({ result, struck_out_list }) => ({ result, struckOutList: struck_out_list })).at(0);
  }

  async publish(batch: Batch, signature: Uint8Array, move: CaseMove): Promise<void> {
    const moved = await moveCase(this.dataSource, move, async (manager) => {
      const [, published] = await manager.query<[unknown, number]>(
        `UPDATE verification_batch SET phase = 'published', result_signature = $2
         WHERE round_id = $1 AND phase = 'answered'`,
        [batch.roundId, bytea(signature)],
      );
      if (published !== 1) throw new Error('the batch is in another phase by now');
      return ok(undefined);
    });
    if (moved === undefined) throw new Error('the case is in another state by now');
  }
}

interface ResultRow {
  readonly round_id: string;
  readonly round: number;
  readonly result: Buffer;
  readonly result_signature: Buffer;
}

/** What the public may see (intake role). Its row policies show published rounds only. */
export class PostgresPublishedResults implements PublishedResults {
  constructor(private readonly dataSource: DataSource) {}

  async ofCase(caseNumber: CaseNumber): Promise<readonly PublishedResult[]> {
    const rows = await this.dataSource.query<ResultRow[]>(
      `SELECT round_id, round, result, result_signature FROM verification_batch
       WHERE case_number = $1 AND phase = 'published' ORDER BY round`,
      [caseNumber],
    );
    return rows.map((row) => ({
      roundId: row.round_id as RoundId,
      round: row.round as RoundOrdinal,
      result: row.result,
      signature: row.result_signature,
    }));
  }

  async verdictOn(round: RoundId, commitment: Commitment): Promise<Verdict | undefined> {
    const rows = await this.dataSource.query<VerdictRow[]>(
      `SELECT commitment, code FROM verdict WHERE round_id = $1 AND commitment = $2
       AND round_id IN (SELECT round_id FROM verification_batch WHERE phase = 'published')`,
      [round, bytea(commitment)],
    );
    return rows.map(verdictOfRow).at(0);
  }

  async page(round: RoundId, after: Commitment | undefined, limit: number): Promise<readonly Verdict[]> {
    const rows = await this.dataSource.query<VerdictRow[]>(
      `SELECT commitment, code FROM verdict WHERE round_id = $1
       AND round_id IN (SELECT round_id FROM verification_batch WHERE phase = 'published')
       AND ($2::bytea IS NULL OR commitment > $2) ORDER BY commitment LIMIT $3`,
      [round, optionalBytea(after), limit],
    );
    return rows.map(verdictOfRow);
  }
}

/** The struck-out lists of confirmed results (lead role). Its row policy shows no others. */
export class PostgresStruckOutLists implements StruckOutLists {
  constructor(private readonly dataSource: DataSource) {}

  async latest(caseNumber: CaseNumber): Promise<Uint8Array | undefined> {
    const rows = await this.dataSource.query<{ struck_out_list: Buffer }[]>(
      `SELECT struck_out_list FROM verification_batch
       WHERE case_number = $1 AND phase = 'published' AND struck_out_list <> '' ORDER BY round DESC LIMIT 1`,
      [caseNumber],
    );
    return rows.at(0)?.struck_out_list;
  }
}

/** Finds commitments among the sealed records and, once those are destroyed, among the published verdicts (intake role). */
export class PostgresRecordedCommitments implements RecordedCommitments {
  constructor(private readonly dataSource: DataSource) {}

  async find(commitment: Commitment): ReturnType<RecordedCommitments['find']> {
    const [found] = await this.dataSource.query<[{ id: string | null }]>(
      'SELECT round_of_commitment($1) AS id',
      [bytea(commitment)],
    );
    const { id } = found;
    if (id === null) return undefined;
    const select = { id: true, caseNumber: true, ordinal: true, submittedAt: true } as const;
    const round = await this.dataSource.manager.findOne(RoundEntity, { where: { id }, select });
    if (round === null) return undefined;
    return {
      roundId: id as RoundId,
      caseNumber: round.caseNumber as CaseNumber,
      round: round.ordinal as RoundOrdinal,
      submitted: round.submittedAt !== null,
    };
  }
}
